import {
	disableRowClickOnCheckboxes,
	findOrdersListForm,
	readSelection,
} from '../orders-list-form';

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
	const form = findOrdersListForm();
	if ( form === null ) {
		throw new Error( 'The form was not found.' );
	}
	return form;
}

it( 'reads the selected orders and the action', () => {
	expect(
		readSelection(
			list( 'msp_batch_renew' ),
			document.getElementById( 'doaction' )
		)
	).toEqual( { action: 'renew', target: 'wc_order_ids', ids: [ 7, 9 ] } );
} );

it( 'reads the bulk actions that the clicked button belongs to', () => {
	expect(
		readSelection(
			list( 'trash', 'msp_batch_email' ),
			document.getElementById( 'doaction2' )
		)?.action
	).toBe( 'email' );
} );

it.each( [
	[ "WooCommerce's own action", 'trash', 'doaction' ],
	[ 'an unknown action', 'msp_batch_explode', 'doaction' ],
	[ 'the filter button', 'msp_batch_create', 'order-query-submit' ],
] )( 'ignores %s', ( _what, action, button ) => {
	expect(
		readSelection( list( action ), document.getElementById( button ) )
	).toBeNull();
} );

it( 'marks cells with checkboxes, so that a click does not open the order', () => {
	const form = list( 'trash' );
	form.innerHTML +=
		'<table><tbody><tr><td class="check-column"></td><td></td></tr></tbody></table>';

	disableRowClickOnCheckboxes( form );

	expect( form.querySelectorAll( '.no-link' ) ).toHaveLength( 1 );
	expect( form.querySelector( '.check-column' ) ).toHaveClass( 'no-link' );
} );
