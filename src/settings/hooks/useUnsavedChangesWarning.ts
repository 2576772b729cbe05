import { useEffect } from '@wordpress/element';

/** Asks for confirmation before the page is left with unsaved changes. */
export function useUnsavedChangesWarning( isDirty: boolean ): void {
	useEffect( () => {
		if ( ! isDirty ) {
			return;
		}
		const warn = ( event: BeforeUnloadEvent ) => event.preventDefault();
		window.addEventListener( 'beforeunload', warn );
		return () => window.removeEventListener( 'beforeunload', warn );
	}, [ isDirty ] );

	useEffect( () => {
		// Older versions of WooCommerce treat each input as a change of their own settings and would warn even after
		// saving.
		const clearWooCommerceWarning = () => {
			window.onbeforeunload = null;
		};
		document.addEventListener( 'input', clearWooCommerceWarning );
		document.addEventListener( 'change', clearWooCommerceWarning );
		return () => {
			document.removeEventListener( 'input', clearWooCommerceWarning );
			document.removeEventListener( 'change', clearWooCommerceWarning );
		};
	}, [] );
}
