import { keepBoxesFromOpeningOrders, listForm, selectionOf } from './list-form';

function list( action: string, action2 = '-1' ): HTMLFormElement {
	document.body.innerHTML = `<form id="wc-orders-filter">
		<select name="action"><option value="${ action }" selected></option></select>
		<input type="submit" id="doaction" />
		<input type="checkbox" name="id[]" value="7" checked />
		<input type="checkbox" name="id[]" value="8" />
		<input type="checkbox" name="id[]" value="9" checked />
		<select name="action2"><option value="${ action2 }" selected></option></select>
		<input type="submit" id="doaction2" />
		<input type="submit" id="order-query-submit" />
	</form>`;
	const form = listForm();
	if ( form === null ) {
		throw new Error( 'There is no list.' );
	}
	return form;
}

it( 'takes the ticked orders for one of our actions', () => {
	expect(
		selectionOf(
			list( 'msp_batch_renew' ),
			document.getElementById( 'doaction' )
		)
	).toEqual( { action: 'renew', target: 'wc_order_ids', ids: [ 7, 9 ] } );
} );

it( 'reads the list of actions that the pressed button belongs to', () => {
	expect(
		selectionOf(
			list( 'trash', 'msp_batch_email' ),
			document.getElementById( 'doaction2' )
		)?.action
	).toBe( 'email' );
} );

it.each( [
	[ "WooCommerce's own action", 'trash', 'doaction' ],
	[ 'an action that nobody knows', 'msp_batch_explode', 'doaction' ],
	[ 'the button that filters', 'msp_batch_create', 'order-query-submit' ],
] )( 'leaves %s alone', ( _what, action, button ) => {
	expect(
		selectionOf( list( action ), document.getElementById( button ) )
	).toBeNull();
} );

it( 'marks the cells of boxes, so that ticking an order does not open it', () => {
	const form = list( 'trash' );
	form.innerHTML +=
		'<table><tbody><tr><td class="check-column"></td><td></td></tr></tbody></table>';

	keepBoxesFromOpeningOrders( form );

	expect( form.querySelectorAll( '.no-link' ) ).toHaveLength( 1 );
	expect( form.querySelector( '.check-column' ) ).toHaveClass( 'no-link' );
} );
