import { z } from 'zod';
import { expect, test } from '../fixtures/index.ts';
import { RTL_COOKIE } from '../fixtures/helper-plugin.ts';
import { barriers, picture, sticksOut } from '../fixtures/look.ts';
import type { Shop } from '../fixtures/shop.ts';
import { LinksPage } from '../pages/links-page.ts';
import { PaymentPage } from '../pages/payment-page.ts';
import { PhoneOrder } from '../pages/phone-order.ts';

const ordersSchema = z.array(
	z.object( {
		id: z.int(),
		status: z.string(),
		total: z.string(),
		customer_id: z.int(),
	} )
);

/** The orders of one e-mail address. */
async function ordersOf( shop: Shop, email: string ) {
	return ordersSchema.parse(
		await shop.rest( 'GET', `/wc/v3/orders?search=${ email }` )
	);
}

function aWord(): string {
	return `p${ crypto.randomUUID().slice( 0, 8 ) }`;
}

test.describe( 'a payment by phone', { tag: '@real' }, () => {
	test( 'amount, customer, button: the order is there and gets paid', async ( {
		page,
		shop,
		emulator,
	} ) => {
		const email = `${ aWord() }@example.test`;
		const list = new LinksPage( page );
		const form = new PhoneOrder( page );
		await page.setViewportSize( { width: 1440, height: 900 } );
		await list.open();
		await form.open.click();
		await expect( form.field( 'amount' ) ).toBeFocused();
		await picture( page.locator( 'body' ), 'phone-order-1440' );
		expect( await barriers( page, PhoneOrder.SELECTOR ) ).toEqual( [] );

		// A mistake is said where it was made.
		await form.submit.click();
		await expect( form.root ).toContainText( 'Enter an amount.' );
		await expect( form.field( 'amount' ) ).toBeFocused();
		await page.keyboard.type( '42,50' );
		await form.field( 'firstName' ).fill( 'Noor' );
		await form.field( 'lastName' ).fill( 'de Boer' );
		await form.field( 'email' ).fill( email );
		await form.submit.click();

		await expect( form.copy ).toBeFocused();
		await expect( form.root ).toContainText( '€42.50 is ready' );
		expect( await barriers( page, PhoneOrder.SELECTOR ) ).toEqual( [] );
		await picture( page.locator( 'body' ), 'phone-order-made-1440' );
		const opening = page.waitForEvent( 'popup' );
		await form.root.getByRole( 'link', { name: /^Open link/ } ).click();
		const customer = new PaymentPage( await opening );
		await customer.pay.click();
		await expect
			.poll( async () => ( await emulator.orders() )[ 0 ]?.status )
			.toBe( 'completed' );
		await customer.page.close();
		await emulator.control( 'GET', 'notifications' );

		expect( await ordersOf( shop, email ) ).toMatchObject( [
			// WooCommerce takes an order without goods as completed.
			{ status: 'completed', total: '42.50', customer_id: 0 },
		] );
		await form.order.click();
		await expect( page.locator( '#order_status' ) ).toHaveValue(
			'wc-completed'
		);
	} );

	test( 'a customer is found, filled in, and can be put back, on the phone', async ( {
		page,
		shop,
	} ) => {
		const word = aWord();
		const email = `${ word }@example.test`;
		const { id } = z.object( { id: z.int() } ).parse(
			await shop.rest( 'POST', '/wc/v3/customers', {
				email,
				username: word,
				first_name: 'Finja',
				last_name: word,
				billing: {
					first_name: 'Finja',
					last_name: word,
					email,
					address_1: 'Kalverstraat 1',
					postcode: '1012 NX',
					city: 'Amsterdam',
					country: 'NL',
				},
			} )
		);
		const list = new LinksPage( page );
		const form = new PhoneOrder( page );
		await page.setViewportSize( { width: 390, height: 844 } );
		await list.open();
		await picture( page.locator( 'body' ), 'links-page-top-390' );
		await form.open.click();
		await form.field( 'amount' ).fill( '12' );
		await form.search.fill( word );
		await expect( form.found( word ) ).toBeVisible();
		await form.search.scrollIntoViewIfNeeded();
		await picture( page.locator( 'body' ), 'phone-order-search-390' );
		expect( await barriers( page, PhoneOrder.SELECTOR ) ).toEqual( [] );
		expect( await sticksOut( form.root ) ).toEqual( [] );
		await page.keyboard.press( 'ArrowDown' );
		await page.keyboard.press( 'Enter' );
		await expect( form.field( 'email' ) ).toHaveValue( email );
		await form.root.getByRole( 'button', { name: 'Undo' } ).click();
		await expect( form.field( 'email' ) ).toHaveValue( '' );

		await form.search.fill( word );
		await form.found( word ).click();
		await expect( form.field( 'lastName' ) ).toHaveValue( word );
		await picture( page.locator( 'body' ), 'phone-order-found-390' );
		await form.submit.click();
		await expect( form.copy ).toBeVisible();
		await picture( page.locator( 'body' ), 'phone-order-made-390' );
		expect( await ordersOf( shop, email ) ).toMatchObject( [
			{ status: 'pending', total: '12.00', customer_id: id },
		] );

		// What the panel can do with a new link can be done here.
		await form.root.getByRole( 'button', { name: /^Send/ } ).click();
		await expect(
			page.getByRole( 'dialog', { name: /^Send PL-/ } )
		).toBeVisible();
		await page.keyboard.press( 'Escape' );
		await form.root.getByRole( 'button', { name: 'Done' } ).click();
		await expect( form.root ).toHaveCount( 0 );
		await list.open( word );
		await expect( list.root ).toContainText( email );
	} );

	test( 'an order whose link fails stays, and trying again makes the link of that order', async ( {
		page,
		shop,
		emulator,
	} ) => {
		const email = `${ aWord() }@example.test`;
		const list = new LinksPage( page );
		const form = new PhoneOrder( page );
		await list.open();
		await form.open.click();
		await form.field( 'amount' ).fill( '10' );
		await form.field( 'email' ).fill( email );

		// What was typed is not lost by one key.
		await page.keyboard.press( 'Escape' );
		await expect( form.root ).toContainText( 'will be lost' );
		await picture( page.locator( 'body' ), 'phone-order-leave-1280' );
		await form.root.getByRole( 'button', { name: 'Go on typing' } ).click();

		await emulator.fault( { fault: 'status_503_html', times: 0 } );
		await form.submit.click();
		await expect( form.error ).toContainText( /Order \d+ is there/ );
		await picture( page.locator( 'body' ), 'phone-order-trouble-1280' );
		expect( await barriers( page, PhoneOrder.SELECTOR ) ).toEqual( [] );
		await expect( form.order ).toBeVisible();
		expect( await ordersOf( shop, email ) ).toHaveLength( 1 );

		await emulator.control( 'DELETE', 'faults' );
		await form.tryAgain.click();
		await expect( form.root ).toContainText( '€10.00 is ready' );
		expect( await ordersOf( shop, email ) ).toHaveLength( 1 );
		expect( await emulator.payable() ).toHaveLength( 1 );
	} );

	test( 'the window can be used from right to left', async ( {
		context,
		page,
	} ) => {
		await context.addCookies( [ RTL_COOKIE ] );
		const list = new LinksPage( page );
		const form = new PhoneOrder( page );
		await list.open();
		await form.open.click();
		await form.root
			.getByRole( 'checkbox', { name: 'Show all fields' } )
			.check();
		await expect( form.field( 'note' ) ).toBeVisible();
		await picture( form.root, 'phone-order-all-rtl' );
		expect( await barriers( page, PhoneOrder.SELECTOR ) ).toEqual( [] );
		expect( await sticksOut( form.root ) ).toEqual( [] );
	} );
} );
