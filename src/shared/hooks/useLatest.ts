import { useLayoutEffect, useRef } from '@wordpress/element';
import type { RefObject } from 'react';

/** Lets what outlives a render, such as a listener or a request, see the value of the last one. */
export function useLatest< Value >( value: Value ): RefObject< Value > & {
	readonly current: Value;
} {
	const latest = useRef( value );
	useLayoutEffect( () => {
		latest.current = value;
	} );

	return latest;
}
