import { useEffect, useState } from '@wordpress/element';

import type { Link } from '../../shared/api/schemas';

export type LinkSelection = {
	/** Ids of the selected links on the page. */
	readonly ids: readonly number[];
	/** Unique ids of the orders of the selected links. */
	readonly orderIds: readonly number[];
	readonly has: ( id: number ) => boolean;
	readonly toggle: ( id: number, isSelected: boolean ) => void;
	readonly toggleAll: ( isSelected: boolean ) => void;
};

/**
 * Selected links of the current page. Links that leave the page are deselected, so that actions only apply to visible
 * links.
 */
export function useSelection( links: readonly Link[] ): LinkSelection {
	const [ selectedIds, setSelectedIds ] = useState< ReadonlySet< number > >(
		new Set()
	);
	const selectedLinks = links.filter( ( { id } ) => selectedIds.has( id ) );

	useEffect( () => {
		setSelectedIds( ( previous ) => {
			const remaining = links
				.map( ( { id } ) => id )
				.filter( ( id ) => previous.has( id ) );
			return remaining.length === previous.size
				? previous
				: new Set( remaining );
		} );
	}, [ links ] );

	return {
		ids: selectedLinks.map( ( { id } ) => id ),
		orderIds: [
			...new Set( selectedLinks.map( ( { wc_order_id: id } ) => id ) ),
		],
		has: ( id ) => selectedIds.has( id ),
		toggle: ( id, isSelected ) =>
			setSelectedIds( ( previous ) => {
				const next = new Set( previous );
				if ( isSelected ) {
					next.add( id );
				} else {
					next.delete( id );
				}
				return next;
			} ),
		toggleAll: ( isSelected ) =>
			setSelectedIds(
				new Set( isSelected ? links.map( ( { id } ) => id ) : [] )
			),
	};
}
