import { watchOrderForm } from '../order-form';

const ITEMS = `
	<input type="hidden" name="order_item_id[]" value="5">
	<select name="order_item_tax_class[5]"><option value="">Standard</option><option value="zero">Zero</option></select>
	<input name="line_total[5]" value="80">
	<div class="refund"><input name="refund_line_total[5]" value=""></div>`;

function orderScreen(): HTMLElement {
	document.body.innerHTML = `
		<form id="order" name="order">
			<input type="hidden" name="_wpnonce" value="abc">
			<div id="woocommerce-order-data">
				<input name="_billing_first_name" value="Eva">
				<select name="customer_user"><option value="1" selected>Eva</option><option value="2">Sam</option></select>
				<input type="checkbox" name="gift">
			</div>
			<div id="woocommerce-order-items"><div class="inside"><div>${ ITEMS }</div></div></div>
			<div id="woocommerce-order-notes"><textarea name="order_note"></textarea></div>
			<div id="panel"><input name="not-ours" value=""></div>
		</form>`;
	return byId( 'panel' );
}

function byId( id: string ): HTMLElement {
	const element = document.getElementById( id );
	if ( element === null ) {
		throw new Error( `No #${ id }` );
	}
	return element;
}

function field(
	name: string
): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
	const found = document.querySelector( `[name="${ CSS.escape( name ) }"]` );
	if (
		found instanceof HTMLInputElement ||
		found instanceof HTMLSelectElement ||
		found instanceof HTMLTextAreaElement
	) {
		return found;
	}
	throw new Error( `No field ${ name }` );
}

beforeAll( () => {
	// jsdom has no CSS.escape.
	Object.defineProperty( globalThis, 'CSS', {
		value: { escape: ( text: string ) => text.replace( /[[\]]/g, '\\$&' ) },
	} );
} );

it( 'finds no changes initially', () => {
	expect(
		watchOrderForm( orderScreen(), jest.fn() ).hasUnsavedChanges()
	).toBe( false );
} );

it.each( [
	[ '_billing_first_name', 'Eva-Maria' ],
	// select2 sets the value without a native event.
	[ 'customer_user', '2' ],
	[ 'line_total[5]', '95' ],
	[ 'order_item_tax_class[5]', 'zero' ],
] )( 'finds a changed %s until the change is undone', ( name, value ) => {
	const watch = watchOrderForm( orderScreen(), jest.fn() );
	const before = field( name ).value;

	field( name ).value = value;
	expect( watch.hasUnsavedChanges() ).toBe( true );

	field( name ).value = before;
	expect( watch.hasUnsavedChanges() ).toBe( false );
} );

it( 'finds a checked checkbox', () => {
	const watch = watchOrderForm( orderScreen(), jest.fn() );

	field( 'gift' ).click();

	expect( watch.hasUnsavedChanges() ).toBe( true );
} );

it.each( [
	[ 'the panel itself', 'not-ours' ],
	[ 'an order note', 'order_note' ],
	[ 'a refund in progress', 'refund_line_total[5]' ],
	[ 'a nonce that WordPress renewed', '_wpnonce' ],
] )( 'ignores %s', ( _, name ) => {
	const watch = watchOrderForm( orderScreen(), jest.fn() );

	field( name ).value = 'changed';

	expect( watch.hasUnsavedChanges() ).toBe( false );
} );

describe( 'items that WooCommerce saved', () => {
	function renderItems( html: string ): void {
		const inside = document.querySelector(
			'#woocommerce-order-items .inside'
		);
		inside?.replaceChildren();
		inside?.insertAdjacentHTML( 'beforeend', html );
	}

	it( 'are not unsaved changes and are reported once', async () => {
		const onItemsSaved = jest.fn();
		const watch = watchOrderForm( orderScreen(), onItemsSaved );

		renderItems( `<div>${ ITEMS.replace( '"80"', '"95"' ) }</div>` );
		await Promise.resolve();
		expect( onItemsSaved ).toHaveBeenCalledTimes( 1 );
		expect( watch.hasUnsavedChanges() ).toBe( false );

		renderItems( `<div>${ ITEMS }</div>` );
		await Promise.resolve();
		expect( onItemsSaved ).toHaveBeenCalledTimes( 2 );
	} );

	it( 'are not reported when a row is opened for editing', async () => {
		const onItemsSaved = jest.fn();
		watchOrderForm( orderScreen(), onItemsSaved );

		document
			.querySelector( '#woocommerce-order-items .refund' )
			?.append( 'Edit' );
		await Promise.resolve();

		expect( onItemsSaved ).not.toHaveBeenCalled();
	} );

	it( 'are not observed after the panel was removed', async () => {
		const onItemsSaved = jest.fn();
		watchOrderForm( orderScreen(), onItemsSaved ).stop();

		renderItems( `<div>${ ITEMS }</div>` );
		await Promise.resolve();

		expect( onItemsSaved ).not.toHaveBeenCalled();
	} );
} );

describe( 'while the page is loading', () => {
	beforeEach( () =>
		jest.spyOn( document, 'readyState', 'get' ).mockReturnValue( 'loading' )
	);
	afterEach( () => jest.restoreAllMocks() );

	it( 'values of scripts are initial values, and values after an interaction are changes', () => {
		const watch = watchOrderForm( orderScreen(), jest.fn() );

		field( '_billing_first_name' ).value = 'Filled in by a script';
		document.dispatchEvent( new Event( 'pointerdown' ) );
		expect( watch.hasUnsavedChanges() ).toBe( false );

		field( '_billing_first_name' ).value = 'Typed';
		expect( watch.hasUnsavedChanges() ).toBe( true );
	} );
} );

it( 'finds no changes without a form', () => {
	document.body.innerHTML = '<div id="panel"></div>';

	expect(
		watchOrderForm( byId( 'panel' ), jest.fn() ).hasUnsavedChanges()
	).toBe( false );
} );
