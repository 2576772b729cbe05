import { useCallback, useEffect, useState } from '@wordpress/element';

import type { BatchClient } from './client';
import type { Batch } from './schemas';

const POLL_MS = 2000;

/**
 * The batches of the shop as the server knows them: what another window or person began shows up too. It asks again
 * while one runs, and when somebody comes back to the window.
 */
export function useBatches( client: BatchClient ): {
	readonly batches: readonly Batch[];
	/** Takes a batch as an answer showed it, without waiting for the next look. */
	readonly put: ( batch: Batch ) => void;
} {
	const [ batches, setBatches ] = useState< readonly Batch[] >( [] );
	const isRunning = batches.some( ( { status } ) => status === 'running' );

	const look = useCallback( async () => {
		try {
			setBatches( await client.list() );
		} catch {
			// The next look may find the server again; what is shown stays.
		}
	}, [ client ] );

	useEffect( () => {
		void look();
		const onReturn = () => {
			if ( ! document.hidden ) {
				void look();
			}
		};
		document.addEventListener( 'visibilitychange', onReturn );
		return () =>
			document.removeEventListener( 'visibilitychange', onReturn );
	}, [ look ] );

	useEffect( () => {
		if ( ! isRunning ) {
			return undefined;
		}
		const timer = window.setInterval( () => {
			if ( ! document.hidden ) {
				void look();
			}
		}, POLL_MS );
		return () => window.clearInterval( timer );
	}, [ isRunning, look ] );

	const put = useCallback(
		( batch: Batch ) =>
			setBatches( ( known ) => [
				batch,
				...known.filter( ( { id } ) => id !== batch.id ),
			] ),
		[]
	);

	return { batches, put };
}
