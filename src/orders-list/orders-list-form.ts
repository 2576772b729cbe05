import { batchActionSchema, type Selection } from './schemas';

const PREFIX = 'msp_batch_';

/** The form around WordPress's list of orders, with HPOS and with orders as posts. */
export function listForm(): HTMLFormElement | null {
	const form = document.querySelector( '#wc-orders-filter, #posts-filter' );
	return form instanceof HTMLFormElement ? form : null;
}

/**
 * Lets orders be ticked. Since WordPress 7.1 the box stands in a cell like the others, and a click on those opens the
 * order, but for what bears WooCommerce's own mark.
 */
export function keepBoxesFromOpeningOrders( form: HTMLFormElement ): void {
	for ( const cell of form.querySelectorAll( 'tbody td.check-column' ) ) {
		cell.classList.add( 'no-link' );
	}
}

/** What somebody is about to submit; null when it is none of our actions, or nothing is ticked. */
export function selectionOf(
	form: HTMLFormElement,
	submitter: HTMLElement | null
): Selection | null {
	// There is a list of actions above and below the orders, each with a button.
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
	const ticked = form.querySelectorAll< HTMLInputElement >(
		'input[name="id[]"]:checked, input[name="post[]"]:checked'
	);
	const ids = Array.from( ticked, ( { value: id } ) => Number( id ) );
	return action.success
		? { action: action.data, target: 'wc_order_ids', ids }
		: null;
}
