import { useEffect } from '@wordpress/element';

/** Asks before the page is left with changes that are not saved. */
export function useLeaveWarning( isDirty: boolean ): void {
	useEffect( () => {
		if ( ! isDirty ) {
			return;
		}
		const warn = ( event: BeforeUnloadEvent ) => event.preventDefault();
		window.addEventListener( 'beforeunload', warn );
		return () => window.removeEventListener( 'beforeunload', warn );
	}, [ isDirty ] );

	useEffect( () => {
		// Older WooCommerce takes every typed letter for one of its own settings, and would warn even after saving.
		const disown = () => {
			window.onbeforeunload = null;
		};
		document.addEventListener( 'input', disown );
		document.addEventListener( 'change', disown );
		return () => {
			document.removeEventListener( 'input', disown );
			document.removeEventListener( 'change', disown );
		};
	}, [] );
}
