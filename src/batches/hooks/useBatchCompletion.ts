import { useEffect, useRef } from '@wordpress/element';

import { useLatest } from '../hooks/useLatest';
import type { Batch } from './schemas';

/** Calls back when a batch that was seen running runs no more. */
export function useEndOfBatches(
	batches: readonly Batch[],
	onEnded: () => void = () => undefined
): void {
	const latest = useLatest( onEnded );
	const ran = useRef< ReadonlySet< number > >( new Set() );

	useEffect( () => {
		const before = ran.current;
		ran.current = new Set(
			batches
				.filter( ( { status } ) => status === 'running' )
				.map( ( { id } ) => id )
		);
		const hasEnded = batches.some(
			( { id } ) => before.has( id ) && ! ran.current.has( id )
		);
		if ( hasEnded ) {
			latest.current();
		}
	}, [ batches, latest ] );
}
