import { z } from 'zod';
import { expect, test } from '../fixtures/index.ts';
import { RTL_COOKIE } from '../fixtures/helper-plugin.ts';
import {
	accessibilityViolations,
	saveScreenshot,
	overflowingElements,
} from '../fixtures/visual-checks.ts';
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

/** Returns the orders of an e-mail address. */
async function ordersOf( shop: Shop, email: string ) {
	return ordersSchema.parse(
		await shop.rest( 'GET', `/wc/v3/orders?search=${ email }` )
	);
}

function uniqueName(): string {
	return `p${ crypto.randomUUID().slice( 0, 8 ) }`;
}

test.describe( 'a phone order', { tag: '@real' }, () => {
	test( 'is created with an amount and a customer, and paid', async ( {
		page,
		shop,
		emulator,
	} ) => {
		const email = `${ uniqueName() }@example.test`;
		const list = new LinksPage( page );
		const form = new PhoneOrder( page );
		await page.setViewportSize( { width: 1440, height: 900 } );
		await list.open();
		await form.open.click();
		await expect( form.field( 'amount' ) ).toBeFocused();
		await saveScreenshot( page.locator( 'body' ), 'phone-order-1440' );
		expect(
			await accessibilityViolations( page, PhoneOrder.SELECTOR )
		).toEqual( [] );

		// Errors are shown at their fields.
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
		expect(
			await accessibilityViolations( page, PhoneOrder.SELECTOR )
		).toEqual( [] );
		await saveScreenshot( page.locator( 'body' ), 'phone-order-made-1440' );
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
			// WooCommerce completes paid orders without products.
			{ status: 'completed', total: '42.50', customer_id: 0 },
		] );
		await form.order.click();
		await expect( page.locator( '#order_status' ) ).toHaveValue(
			'wc-completed'
		);
	} );

	test( 'is created for a customer from the search, on a small screen', async ( {
		page,
		shop,
	} ) => {
		const name = uniqueName();
		const email = `${ name }@example.test`;
		const { id } = z.object( { id: z.int() } ).parse(
			await shop.rest( 'POST', '/wc/v3/customers', {
				email,
				username: name,
				first_name: 'Finja',
				last_name: name,
				billing: {
					first_name: 'Finja',
					last_name: name,
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
		await saveScreenshot( page.locator( 'body' ), 'links-page-top-390' );
		await form.open.click();
		await form.field( 'amount' ).fill( '12' );
		await form.search.fill( name );
		await expect( form.searchResult( name ) ).toBeVisible();
		await form.search.scrollIntoViewIfNeeded();
		await saveScreenshot(
			page.locator( 'body' ),
			'phone-order-search-390'
		);
		expect(
			await accessibilityViolations( page, PhoneOrder.SELECTOR )
		).toEqual( [] );
		expect( await overflowingElements( form.root ) ).toEqual( [] );
		await page.keyboard.press( 'ArrowDown' );
		await page.keyboard.press( 'Enter' );
		await expect( form.field( 'email' ) ).toHaveValue( email );
		await form.root.getByRole( 'button', { name: 'Undo' } ).click();
		await expect( form.field( 'email' ) ).toHaveValue( '' );

		await form.search.fill( name );
		await form.searchResult( name ).click();
		await expect( form.field( 'lastName' ) ).toHaveValue( name );
		await saveScreenshot( page.locator( 'body' ), 'phone-order-found-390' );
		await form.submit.click();
		await expect( form.copy ).toBeVisible();
		await saveScreenshot( page.locator( 'body' ), 'phone-order-made-390' );
		expect( await ordersOf( shop, email ) ).toMatchObject( [
			{ status: 'pending', total: '12.00', customer_id: id },
		] );

		// The dialog offers the same actions as the panel.
		await form.root.getByRole( 'button', { name: /^Send/ } ).click();
		await expect(
			page.getByRole( 'dialog', { name: /^Send PL-/ } )
		).toBeVisible();
		await page.keyboard.press( 'Escape' );
		await form.root.getByRole( 'button', { name: 'Done' } ).click();
		await expect( form.root ).toHaveCount( 0 );
		await list.open( name );
		await expect( list.root ).toContainText( email );
	} );

	test( 'is kept when its link fails, and a retry creates the link', async ( {
		page,
		shop,
		emulator,
	} ) => {
		const email = `${ uniqueName() }@example.test`;
		const list = new LinksPage( page );
		const form = new PhoneOrder( page );
		await list.open();
		await form.open.click();
		await form.field( 'amount' ).fill( '10' );
		await form.field( 'email' ).fill( email );

		// Escape does not discard the input.
		await page.keyboard.press( 'Escape' );
		await expect( form.root ).toContainText( 'will be lost' );
		await saveScreenshot(
			page.locator( 'body' ),
			'phone-order-leave-1280'
		);
		await form.root.getByRole( 'button', { name: 'Go on typing' } ).click();

		await emulator.fault( { fault: 'status_503_html', times: 0 } );
		await form.submit.click();
		await expect( form.error ).toContainText( /Order \d+ is there/ );
		await saveScreenshot(
			page.locator( 'body' ),
			'phone-order-failure-1280'
		);
		expect(
			await accessibilityViolations( page, PhoneOrder.SELECTOR )
		).toEqual( [] );
		await expect( form.order ).toBeVisible();
		expect( await ordersOf( shop, email ) ).toHaveLength( 1 );

		await emulator.control( 'DELETE', 'faults' );
		await form.tryAgain.click();
		await expect( form.root ).toContainText( '€10.00 is ready' );
		expect( await ordersOf( shop, email ) ).toHaveLength( 1 );
		expect( await emulator.payable() ).toHaveLength( 1 );
	} );

	test( 'can be used from right to left', async ( { context, page } ) => {
		await context.addCookies( [ RTL_COOKIE ] );
		const list = new LinksPage( page );
		const form = new PhoneOrder( page );
		await list.open();
		await form.open.click();
		await form.root
			.getByRole( 'checkbox', { name: 'Show all fields' } )
			.check();
		await expect( form.field( 'note' ) ).toBeVisible();
		await saveScreenshot( form.root, 'phone-order-all-rtl' );
		expect(
			await accessibilityViolations( page, PhoneOrder.SELECTOR )
		).toEqual( [] );
		expect( await overflowingElements( form.root ) ).toEqual( [] );
	} );
} );
