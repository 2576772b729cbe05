import { useEvent } from '@wordpress/compose';
import { useEffect } from '@wordpress/element';

/** Long enough that switching tabs to copy something causes no request. */
const AWAY_MS = 2 * 60_000;

/** Calls back when the user returns to the page after some minutes. There are no requests while the page is idle. */
export function usePageReturn( onReturn: () => void ): void {
	const notify = useEvent( onReturn );

	useEffect( () => {
		let seenAt = Date.now();

		function checkReturn(): void {
			if (
				document.visibilityState === 'visible' &&
				Date.now() - seenAt >= AWAY_MS
			) {
				seenAt = Date.now();
				notify();
			}
		}

		const controller = new AbortController();
		const { signal } = controller;
		document.addEventListener( 'visibilitychange', checkReturn, {
			signal,
		} );
		// Windows side by side are always visible, so `visibilitychange` is not enough.
		window.addEventListener( 'focus', checkReturn, { signal } );
		return () => controller.abort();
	}, [ notify ] );
}
