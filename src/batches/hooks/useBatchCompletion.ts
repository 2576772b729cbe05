import { useEvent } from '@wordpress/compose';
import { useEffect, useRef } from '@wordpress/element';

import type { Batch } from '../schemas';

/** Calls back when a batch that was running has finished. */
export function useBatchCompletion(
	batches: readonly Batch[],
	onEnded: () => void = () => undefined
): void {
	const notify = useEvent( onEnded );
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
			notify();
		}
	}, [ batches, notify ] );
}
