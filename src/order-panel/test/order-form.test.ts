import { watchOrderForm } from './order-form';

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

it( 'finds nothing on a page that nobody touched', () => {
	expect(
		watchOrderForm( orderScreen(), jest.fn() ).hasUnsavedChanges()
	).toBe( false );
} );

it.each( [
	[ '_billing_first_name', 'Eva-Maria' ],
	// As select2 does it: by value, with no native event.
	[ 'customer_user', '2' ],
	[ 'line_total[5]', '95' ],
	[ 'order_item_tax_class[5]', 'zero' ],
] )( 'finds a changed %s, and a change taken back', ( name, value ) => {
	const watch = watchOrderForm( orderScreen(), jest.fn() );
	const before = field( name ).value;

	field( name ).value = value;
	expect( watch.hasUnsavedChanges() ).toBe( true );

	field( name ).value = before;
	expect( watch.hasUnsavedChanges() ).toBe( false );
} );

it( 'finds a ticked box', () => {
	const watch = watchOrderForm( orderScreen(), jest.fn() );

	field( 'gift' ).click();

	expect( watch.hasUnsavedChanges() ).toBe( true );
} );

it.each( [
	[ 'the panel itself', 'not-ours' ],
	[ 'an order note', 'order_note' ],
	[ 'a refund in progress', 'refund_line_total[5]' ],
	[ 'a nonce that WordPress renewed', '_wpnonce' ],
] )( 'does not mind %s', ( _, name ) => {
	const watch = watchOrderForm( orderScreen(), jest.fn() );

	field( name ).value = 'changed';

	expect( watch.hasUnsavedChanges() ).toBe( false );
} );

describe( 'items that WooCommerce saved by itself', () => {
	function drawItems( html: string ): void {
		const inside = document.querySelector(
			'#woocommerce-order-items .inside'
		);
		inside?.replaceChildren();
		inside?.insertAdjacentHTML( 'beforeend', html );
	}

	it( 'are no unsaved ones, and each time is told once', async () => {
		const onItemsSaved = jest.fn();
		const watch = watchOrderForm( orderScreen(), onItemsSaved );

		drawItems( `<div>${ ITEMS.replace( '"80"', '"95"' ) }</div>` );
		await Promise.resolve();
		expect( onItemsSaved ).toHaveBeenCalledTimes( 1 );
		expect( watch.hasUnsavedChanges() ).toBe( false );

		drawItems( `<div>${ ITEMS }</div>` );
		await Promise.resolve();
		expect( onItemsSaved ).toHaveBeenCalledTimes( 2 );
	} );

	it( 'are not a row that a person opens for editing', async () => {
		const onItemsSaved = jest.fn();
		watchOrderForm( orderScreen(), onItemsSaved );

		document
			.querySelector( '#woocommerce-order-items .refund' )
			?.append( 'Edit' );
		await Promise.resolve();

		expect( onItemsSaved ).not.toHaveBeenCalled();
	} );

	it( 'are not looked at once the panel is gone', async () => {
		const onItemsSaved = jest.fn();
		watchOrderForm( orderScreen(), onItemsSaved ).stop();

		drawItems( `<div>${ ITEMS }</div>` );
		await Promise.resolve();

		expect( onItemsSaved ).not.toHaveBeenCalled();
	} );
} );

describe( 'while the page still loads', () => {
	beforeEach( () =>
		jest.spyOn( document, 'readyState', 'get' ).mockReturnValue( 'loading' )
	);
	afterEach( () => jest.restoreAllMocks() );

	it( 'takes what scripts fill in for saved, and what follows a touch for a change', () => {
		const watch = watchOrderForm( orderScreen(), jest.fn() );

		field( '_billing_first_name' ).value = 'Filled in by a script';
		document.dispatchEvent( new Event( 'pointerdown' ) );
		expect( watch.hasUnsavedChanges() ).toBe( false );

		field( '_billing_first_name' ).value = 'Typed';
		expect( watch.hasUnsavedChanges() ).toBe( true );
	} );
} );

it( 'finds nothing where there is no form', () => {
	document.body.innerHTML = '<div id="panel"></div>';

	expect(
		watchOrderForm( byId( 'panel' ), jest.fn() ).hasUnsavedChanges()
	).toBe( false );
} );
