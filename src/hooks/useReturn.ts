import { useEffect } from '@wordpress/element';

import { useLatest } from './useLatest';

/** Long enough that switching tabs to copy something costs no request. */
const AWAY_MS = 2 * 60_000;

/** Calls back when a person comes to this page again after some minutes. Nothing happens while the page idles. */
export function useReturn( onReturn: () => void ): void {
	const latest = useLatest( onReturn );

	useEffect( () => {
		let seenAt = Date.now();

		function look(): void {
			if (
				document.visibilityState === 'visible' &&
				Date.now() - seenAt >= AWAY_MS
			) {
				seenAt = Date.now();
				latest.current();
			}
		}

		const listening = new AbortController();
		const { signal } = listening;
		document.addEventListener( 'visibilitychange', look, { signal } );
		// Two windows beside each other are both visible all the time.
		window.addEventListener( 'focus', look, { signal } );
		return () => listening.abort();
	}, [ latest ] );
}
