/*
 * Links use the saved order. The panel is inside the form of the order screen, so unsaved changes are found by
 * comparing the form with its initial values. Events would not be enough: the fields for customer, country and status
 * are changed by jQuery, which fires no native events.
 */

const ITEMS = '#woocommerce-order-items';

/* These boxes have their own buttons. An unfinished note is not a change of the order. */
const EXCLUDED_BOXES = '#woocommerce-order-notes, #woocommerce-order-actions';

const REFUND = '.refund, .wc-order-refund-items';

export type OrderFormWatch = {
	readonly hasUnsavedChanges: () => boolean;
	readonly stop: () => void;
};

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * Watches the order form around the panel. WooCommerce saves items without a page reload and renders their box again.
 * `onItemsSaved` is called each time.
 */
export function watchOrderForm(
	panel: HTMLElement,
	onItemsSaved: () => void
): OrderFormWatch {
	const form = panel.closest( 'form' );
	const items = watchItems( onItemsSaved );
	const controller = new AbortController();
	let saved: string | null = null;

	function saveSnapshot(): void {
		if ( form !== null && saved === null ) {
			saved = snapshot( form, panel );
			controller.abort();
		}
	}

	// Scripts fill in fields until the page has loaded. Changes after the first interaction are made by the user.
	if ( document.readyState === 'complete' ) {
		saveSnapshot();
	} else {
		const { signal } = controller;
		window.addEventListener(
			'load',
			() => window.setTimeout( saveSnapshot ),
			{
				signal,
			}
		);
		for ( const event of [ 'pointerdown', 'keydown' ] ) {
			document.addEventListener( event, saveSnapshot, {
				capture: true,
				signal,
			} );
		}
	}

	return {
		hasUnsavedChanges: () =>
			form !== null &&
			( ( saved !== null && snapshot( form, panel ) !== saved ) ||
				hasPendingItemEdits( form ) ),
		stop: () => {
			items.disconnect();
			controller.abort();
		},
	};
}

/** Uses a MutationObserver, because the events of jQuery differ between versions of WooCommerce. */
function watchItems( onSaved: () => void ): MutationObserver {
	const box = document.querySelector( ITEMS );
	let rendered = itemsIn( box );
	const observer = new MutationObserver( () => {
		const now = itemsIn( box );
		if ( now !== null && now !== rendered ) {
			rendered = now;
			onSaved();
		}
	} );
	if ( box !== null && rendered !== null ) {
		observer.observe( box, { childList: true, subtree: true } );
	}

	return observer;
}

function itemsIn( box: Element | null ): Element | null {
	return box?.querySelector( '.inside > *' ) ?? null;
}

/** Serializes the fields of the order that users can edit, except for items. */
function snapshot( form: HTMLFormElement, panel: HTMLElement ): string {
	return JSON.stringify(
		fieldsOf( form )
			.filter(
				( field ) =>
					field.type !== 'hidden' &&
					! panel.contains( field ) &&
					field.closest( `${ ITEMS }, ${ EXCLUDED_BOXES }` ) === null
			)
			.map( ( field ) => [ field.name, valueOf( field ) ] )
	);
}

/** The server renders items with their saved values as default values. */
function hasPendingItemEdits( form: HTMLFormElement ): boolean {
	return fieldsOf( form ).some(
		( field ) =>
			field.closest( ITEMS ) !== null &&
			field.closest( REFUND ) === null &&
			isChanged( field )
	);
}

function fieldsOf( form: HTMLFormElement ): Field[] {
	return Array.from( form.elements ).filter(
		( element ): element is Field =>
			( element instanceof HTMLInputElement ||
				element instanceof HTMLSelectElement ||
				element instanceof HTMLTextAreaElement ) &&
			element.name !== ''
	);
}

function valueOf( field: Field ): string | boolean | string[] {
	if ( field instanceof HTMLSelectElement ) {
		return Array.from( field.selectedOptions, ( { value } ) => value );
	}

	return isCheckable( field ) ? field.checked : field.value;
}

function isChanged( field: Field ): boolean {
	if ( field instanceof HTMLSelectElement ) {
		const options = Array.from( field.options );
		const hasDefault = options.some( ( option ) => option.defaultSelected );

		return hasDefault
			? options.some(
					( option ) => option.selected !== option.defaultSelected
			  )
			: ! field.multiple && field.selectedIndex > 0;
	}

	return isCheckable( field )
		? field.checked !== field.defaultChecked
		: field.value !== field.defaultValue;
}

function isCheckable(
	field: HTMLInputElement | HTMLTextAreaElement
): field is HTMLInputElement {
	return (
		field instanceof HTMLInputElement &&
		( field.type === 'checkbox' || field.type === 'radio' )
	);
}
