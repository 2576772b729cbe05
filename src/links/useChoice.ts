import { useEffect, useState } from '@wordpress/element';

import type { Link } from '../api/schemas';

export type Choice = {
	/** Ids of links that stand on the page and are ticked. */
	readonly ids: readonly number[];
	/** WooCommerce's ids of their orders, each once. */
	readonly orderIds: readonly number[];
	readonly has: ( id: number ) => boolean;
	readonly turn: ( id: number, isChosen: boolean ) => void;
	readonly turnAll: ( isChosen: boolean ) => void;
};

/** Which links of the page are ticked. What leaves the page is not ticked any more: nobody acts on what they cannot see. */
export function useChoice( links: readonly Link[] ): Choice {
	const [ ticked, setTicked ] = useState< ReadonlySet< number > >(
		new Set()
	);
	const chosen = links.filter( ( { id } ) => ticked.has( id ) );

	useEffect( () => {
		setTicked( ( known ) => {
			const shown = links
				.map( ( { id } ) => id )
				.filter( ( id ) => known.has( id ) );
			return shown.length === known.size ? known : new Set( shown );
		} );
	}, [ links ] );

	return {
		ids: chosen.map( ( { id } ) => id ),
		orderIds: [ ...new Set( chosen.map( ( { wc_order_id: id } ) => id ) ) ],
		has: ( id ) => ticked.has( id ),
		turn: ( id, isChosen ) =>
			setTicked( ( known ) => {
				const next = new Set( known );
				if ( isChosen ) {
					next.add( id );
				} else {
					next.delete( id );
				}
				return next;
			} ),
		turnAll: ( isChosen ) =>
			setTicked(
				new Set( isChosen ? links.map( ( { id } ) => id ) : [] )
			),
	};
}
