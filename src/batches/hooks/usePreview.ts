import { useEffect, useState } from '@wordpress/element';

import { useRequest } from '../../shared/hooks/useRequest';
import type { BatchClient } from '../client';
import { errorMessage } from '../messages';
import type { Preview, PreviewItem, BatchSelection } from '../schemas';

/** Maximum number of ids that the server previews in one request. */
const CHUNK_SIZE = 500;

/** Maximum number of listed items. The counts include all items. */
const MAX_ITEMS = 200;

/** Sum of the previews that were loaded so far. */
export type Overview = {
	readonly total: number;
	readonly previewed: number;
	readonly eligible: number;
	readonly emails: number;
	/** The first items. */
	readonly items: readonly PreviewItem[];
	/** Number of skipped items by reason. */
	readonly skipReasons: ReadonlyMap< string, number >;
};

/** Loads the previews of all selected items in chunks and adds them up. */
export function usePreview(
	client: BatchClient,
	selection: BatchSelection,
	send: boolean
): { readonly overview: Overview | null; readonly error: string | null } {
	const [ overview, setOverview ] = useState< Overview | null >( null );
	const { state, run } = useRequest< void >();

	useEffect( () => {
		setOverview( null );
		void run( async ( signal ) => {
			let sum = emptyOverview( selection.ids.length );
			for ( const ids of chunks( selection.ids, CHUNK_SIZE ) ) {
				sum = addPreview(
					sum,
					await client.preview(
						{ ...selection, ids },
						{ send, message: '' },
						signal
					)
				);
				if ( signal.aborted ) {
					return;
				}
				setOverview( sum );
			}
		} );
	}, [ client, selection, send, run ] );

	return {
		overview,
		error: state.status === 'error' ? errorMessage( state.error ) : null,
	};
}

function emptyOverview( total: number ): Overview {
	return {
		total,
		previewed: 0,
		eligible: 0,
		emails: 0,
		items: [],
		skipReasons: new Map(),
	};
}

function addPreview( overview: Overview, preview: Preview ): Overview {
	const skipReasons = new Map( overview.skipReasons );
	for ( const { skip_reason: reason, message } of preview.items ) {
		if ( reason !== null ) {
			skipReasons.set( message, ( skipReasons.get( message ) ?? 0 ) + 1 );
		}
	}
	return {
		total: overview.total,
		previewed: overview.previewed + preview.previewed,
		eligible: overview.eligible + preview.eligible,
		emails: overview.emails + preview.emails,
		items: [ ...overview.items, ...preview.items ].slice( 0, MAX_ITEMS ),
		skipReasons,
	};
}

function chunks< T >( values: readonly T[], size: number ): T[][] {
	const result: T[][] = [];
	for ( let start = 0; start < values.length; start += size ) {
		result.push( values.slice( start, start + size ) );
	}
	return result;
}
