import { useCallback, useEffect, useState } from '@wordpress/element';

import type { BatchClient } from '../client';
import type { Batch } from '../schemas';

const POLL_MS = 2000;

/**
 * Loads the batches of the shop, including those that other users or windows started. They are reloaded while a batch
 * is running and when the window becomes visible.
 */
export function useBatches( client: BatchClient ): {
	readonly batches: readonly Batch[];
	/** Inserts or replaces a batch without waiting for the next request. */
	readonly upsert: ( batch: Batch ) => void;
} {
	const [ batches, setBatches ] = useState< readonly Batch[] >( [] );
	const isRunning = batches.some( ( { status } ) => status === 'running' );

	const load = useCallback( async () => {
		try {
			setBatches( await client.list() );
		} catch {
			// The next request can succeed. Until then the current batches stay.
		}
	}, [ client ] );

	useEffect( () => {
		void load();
		const onVisibilityChange = () => {
			if ( ! document.hidden ) {
				void load();
			}
		};
		document.addEventListener( 'visibilitychange', onVisibilityChange );
		return () =>
			document.removeEventListener(
				'visibilitychange',
				onVisibilityChange
			);
	}, [ load ] );

	useEffect( () => {
		if ( ! isRunning ) {
			return undefined;
		}
		const timer = window.setInterval( () => {
			if ( ! document.hidden ) {
				void load();
			}
		}, POLL_MS );
		return () => window.clearInterval( timer );
	}, [ isRunning, load ] );

	const upsert = useCallback(
		( batch: Batch ) =>
			setBatches( ( previous ) => [
				batch,
				...previous.filter( ( { id } ) => id !== batch.id ),
			] ),
		[]
	);

	return { batches, upsert };
}
