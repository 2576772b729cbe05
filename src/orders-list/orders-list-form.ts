import { batchActionSchema, type BatchSelection } from '../batches/schemas';

const PREFIX = 'msp_batch_';

/** Finds the form of the orders list, with HPOS and with orders as posts. */
export function findOrdersListForm(): HTMLFormElement | null {
	const form = document.querySelector( '#wc-orders-filter, #posts-filter' );
	return form instanceof HTMLFormElement ? form : null;
}

/**
 * Since WordPress 7.1 the checkboxes are in regular table cells, and a click on such a cell opens the order. The class
 * is WooCommerce's own way to prevent that.
 */
export function disableRowClickOnCheckboxes( form: HTMLFormElement ): void {
	for ( const cell of form.querySelectorAll( 'tbody td.check-column' ) ) {
		cell.classList.add( 'no-link' );
	}
}

/** Returns the orders that a bulk action is applied to; null if it is not one of our actions. */
export function readSelection(
	form: HTMLFormElement,
	submitter: HTMLElement | null
): BatchSelection | null {
	// There are bulk actions above and below the list, each with its own button.
	const name = submitter?.id === 'doaction2' ? 'action2' : 'action';
	const isApply =
		submitter?.id === 'doaction' || submitter?.id === 'doaction2';
	const value = new FormData( form ).get( name );
	if (
		! isApply ||
		typeof value !== 'string' ||
		! value.startsWith( PREFIX )
	) {
		return null;
	}

	const action = batchActionSchema.safeParse( value.slice( PREFIX.length ) );
	const checkboxes = form.querySelectorAll< HTMLInputElement >(
		'input[name="id[]"]:checked, input[name="post[]"]:checked'
	);
	const ids = Array.from( checkboxes, ( { value: id } ) => Number( id ) );
	return action.success
		? { action: action.data, target: 'wc_order_ids', ids }
		: null;
}
