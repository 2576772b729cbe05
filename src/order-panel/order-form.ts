/*
 * The link uses what the shop has saved. WooCommerce's order screen is one big form around the panel, so "are there
 * unsaved changes?" is answered by comparing that form with what it was, not by listening: the customer, country and
 * status fields change through jQuery, which fires no native event.
 */

const ITEMS = '#woocommerce-order-items';

/* Boxes with a button of their own: a half-written note is not a change of the order. */
const NOT_THE_ORDER = '#woocommerce-order-notes, #woocommerce-order-actions';

const REFUND = '.refund, .wc-order-refund-items';

export type OrderFormWatch = {
	readonly hasUnsavedChanges: () => boolean;
	readonly stop: () => void;
};

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * Watches the order form that the panel stands in. WooCommerce saves items without a page reload and then draws their
 * box anew; `onItemsSaved` is called each time.
 */
export function watchOrderForm(
	panel: HTMLElement,
	onItemsSaved: () => void
): OrderFormWatch {
	const form = panel.closest( 'form' );
	const items = watchItems( onItemsSaved );
	const listening = new AbortController();
	let saved: string | null = null;

	function remember(): void {
		if ( form !== null && saved === null ) {
			saved = snapshot( form, panel );
			listening.abort();
		}
	}

	// Scripts of the page fill fields until it has loaded; after the first touch it is a person who does.
	if ( document.readyState === 'complete' ) {
		remember();
	} else {
		const { signal } = listening;
		window.addEventListener( 'load', () => window.setTimeout( remember ), {
			signal,
		} );
		for ( const event of [ 'pointerdown', 'keydown' ] ) {
			document.addEventListener( event, remember, {
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
			listening.abort();
		},
	};
}

/** Not by jQuery's events: they differ between versions, and the box is drawn anew in all of them. */
function watchItems( onSaved: () => void ): MutationObserver {
	const box = document.querySelector( ITEMS );
	let drawn = itemsIn( box );
	const observer = new MutationObserver( () => {
		const now = itemsIn( box );
		if ( now !== null && now !== drawn ) {
			drawn = now;
			onSaved();
		}
	} );
	if ( box !== null && drawn !== null ) {
		observer.observe( box, { childList: true, subtree: true } );
	}

	return observer;
}

function itemsIn( box: Element | null ): Element | null {
	return box?.querySelector( '.inside > *' ) ?? null;
}

/** Writes down every field of the order that a person can change, items excepted. */
function snapshot( form: HTMLFormElement, panel: HTMLElement ): string {
	return JSON.stringify(
		fieldsOf( form )
			.filter(
				( field ) =>
					field.type !== 'hidden' &&
					! panel.contains( field ) &&
					field.closest( `${ ITEMS }, ${ NOT_THE_ORDER }` ) === null
			)
			.map( ( field ) => [ field.name, valueOf( field ) ] )
	);
}

/** Items come from the server with their saved value as the default, also after each reload of their box. */
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

	return isTick( field ) ? field.checked : field.value;
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

	return isTick( field )
		? field.checked !== field.defaultChecked
		: field.value !== field.defaultValue;
}

function isTick(
	field: HTMLInputElement | HTMLTextAreaElement
): field is HTMLInputElement {
	return (
		field instanceof HTMLInputElement &&
		( field.type === 'checkbox' || field.type === 'radio' )
	);
}
