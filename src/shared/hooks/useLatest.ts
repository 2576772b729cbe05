import { useLayoutEffect, useRef } from '@wordpress/element';
import type { RefObject } from 'react';

/** Returns a ref to the value of the last render, for listeners and requests that outlive a render. */
export function useLatest< Value >( value: Value ): RefObject< Value > & {
	readonly current: Value;
} {
	const latest = useRef( value );
	useLayoutEffect( () => {
		latest.current = value;
	} );

	return latest;
}
