import { useEffect, useRef } from '@wordpress/element';

import { useLatest } from '../../shared/hooks/useLatest';
import type { Batch } from '../schemas';

/** Calls back when a batch that was running has finished. */
export function useBatchCompletion(
	batches: readonly Batch[],
	onEnded: () => void = () => undefined
): void {
	const latest = useLatest( onEnded );
	const runningIds = useRef< ReadonlySet< number > >( new Set() );

	useEffect( () => {
		const before = runningIds.current;
		runningIds.current = new Set(
			batches
				.filter( ( { status } ) => status === 'running' )
				.map( ( { id } ) => id )
		);
		const hasEnded = batches.some(
			( { id } ) => before.has( id ) && ! runningIds.current.has( id )
		);
		if ( hasEnded ) {
			latest.current();
		}
	}, [ batches, latest ] );
}
