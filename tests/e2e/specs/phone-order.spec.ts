import type { RequestUtils } from '@wordpress/e2e-test-utils-playwright';
import { z } from 'zod';
import { expect, test } from '../fixtures/index.ts';
import { RTL_COOKIE } from '../fixtures/helper-plugin.ts';
import {
	accessibilityViolations,
	saveScreenshot,
	overflowingElements,
} from '../support/visual-checks.ts';
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
async function ordersOf( requestUtils: RequestUtils, email: string ) {
	return ordersSchema.parse(
		await requestUtils.rest( {
			path: '/wc/v3/orders',
			params: { search: email },
		} )
	);
}

function uniqueName(): string {
	return `p${ crypto.randomUUID().slice( 0, 8 ) }`;
}

test.describe( 'a phone order', { tag: '@real' }, () => {
	test( 'is created with an amount and a customer, and paid', async ( {
		page,
		requestUtils,
		emulator,
		orderScreen,
		linksPage,
		phoneOrder,
	} ) => {
		const email = `${ uniqueName() }@example.test`;
		await page.setViewportSize( { width: 1440, height: 900 } );
		await linksPage.open();
		await phoneOrder.open.click();
		await expect( phoneOrder.field( 'amount' ) ).toBeFocused();
		await saveScreenshot( page.locator( 'body' ), 'phone-order-1440' );
		expect(
			await accessibilityViolations( page, PhoneOrder.SELECTOR )
		).toEqual( [] );

		// Errors are shown at their fields.
		await phoneOrder.submit.click();
		await expect( phoneOrder.root ).toContainText( 'Enter an amount.' );
		await expect( phoneOrder.field( 'amount' ) ).toBeFocused();
		await page.keyboard.type( '42,50' );
		await phoneOrder.field( 'firstName' ).fill( 'Noor' );
		await phoneOrder.field( 'lastName' ).fill( 'de Boer' );
		await phoneOrder.field( 'email' ).fill( email );
		await phoneOrder.submit.click();

		await expect( phoneOrder.copy ).toBeFocused();
		await expect( phoneOrder.root ).toContainText( '€42.50 is ready' );
		expect(
			await accessibilityViolations( page, PhoneOrder.SELECTOR )
		).toEqual( [] );
		await saveScreenshot( page.locator( 'body' ), 'phone-order-made-1440' );
		const customer = await PaymentPage.openWith(
			phoneOrder.root.getByRole( 'link', { name: /^Open link/ } )
		);
		await customer.payAndClose( emulator );
		await emulator.deliverNotifications();

		expect( await ordersOf( requestUtils, email ) ).toMatchObject( [
			// WooCommerce completes paid orders without products.
			{ status: 'completed', total: '42.50', customer_id: 0 },
		] );
		await phoneOrder.order.click();
		await expect( orderScreen.status ).toHaveValue( 'wc-completed' );
	} );

	test( 'is created for a customer from the search, on a small screen', async ( {
		page,
		pageUtils,
		requestUtils,
		linksPage,
		phoneOrder,
	} ) => {
		const name = uniqueName();
		const email = `${ name }@example.test`;
		const { id } = z.object( { id: z.int() } ).parse(
			await requestUtils.rest( {
				method: 'POST',
				path: '/wc/v3/customers',
				data: {
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
				},
			} )
		);
		await page.setViewportSize( { width: 390, height: 844 } );
		await linksPage.open();
		await saveScreenshot( page.locator( 'body' ), 'links-page-top-390' );
		await phoneOrder.open.click();
		await phoneOrder.field( 'amount' ).fill( '12' );
		await phoneOrder.search.fill( name );
		await expect( phoneOrder.searchResult( name ) ).toBeVisible();
		await phoneOrder.search.scrollIntoViewIfNeeded();
		await saveScreenshot(
			page.locator( 'body' ),
			'phone-order-search-390'
		);
		expect(
			await accessibilityViolations( page, PhoneOrder.SELECTOR )
		).toEqual( [] );
		expect( await overflowingElements( phoneOrder.root ) ).toEqual( [] );
		await pageUtils.pressKeys( 'ArrowDown' );
		await pageUtils.pressKeys( 'Enter' );
		await expect( phoneOrder.field( 'email' ) ).toHaveValue( email );
		await phoneOrder.root.getByRole( 'button', { name: 'Undo' } ).click();
		await expect( phoneOrder.field( 'email' ) ).toHaveValue( '' );

		await phoneOrder.search.fill( name );
		await phoneOrder.searchResult( name ).click();
		await expect( phoneOrder.field( 'lastName' ) ).toHaveValue( name );
		await saveScreenshot( page.locator( 'body' ), 'phone-order-found-390' );
		await phoneOrder.submit.click();
		await expect( phoneOrder.copy ).toBeVisible();
		await saveScreenshot( page.locator( 'body' ), 'phone-order-made-390' );
		expect( await ordersOf( requestUtils, email ) ).toMatchObject( [
			{ status: 'pending', total: '12.00', customer_id: id },
		] );

		// The dialog offers the same actions as the panel.
		await phoneOrder.root.getByRole( 'button', { name: /^Send/ } ).click();
		await expect(
			page.getByRole( 'dialog', { name: /^Send PL-/ } )
		).toBeVisible();
		await pageUtils.pressKeys( 'Escape' );
		await phoneOrder.root.getByRole( 'button', { name: 'Done' } ).click();
		await expect( phoneOrder.root ).toHaveCount( 0 );
		await linksPage.open( name );
		await expect( linksPage.root ).toContainText( email );
	} );

	test( 'is kept when its link fails, and a retry creates the link', async ( {
		page,
		pageUtils,
		requestUtils,
		emulator,
		linksPage,
		phoneOrder,
	} ) => {
		const email = `${ uniqueName() }@example.test`;
		await linksPage.open();
		await phoneOrder.open.click();
		await phoneOrder.field( 'amount' ).fill( '10' );
		await phoneOrder.field( 'email' ).fill( email );

		// Escape does not discard the input.
		await pageUtils.pressKeys( 'Escape' );
		await expect( phoneOrder.root ).toContainText( 'will be lost' );
		await saveScreenshot(
			page.locator( 'body' ),
			'phone-order-leave-1280'
		);
		await phoneOrder.root
			.getByRole( 'button', { name: 'Go on typing' } )
			.click();

		await emulator.failCreations( 0 );
		await phoneOrder.submit.click();
		await expect( phoneOrder.error ).toContainText( /Order \d+ is there/ );
		await saveScreenshot(
			page.locator( 'body' ),
			'phone-order-failure-1280'
		);
		expect(
			await accessibilityViolations( page, PhoneOrder.SELECTOR )
		).toEqual( [] );
		await expect( phoneOrder.order ).toBeVisible();
		expect( await ordersOf( requestUtils, email ) ).toHaveLength( 1 );

		await emulator.recover();
		await phoneOrder.tryAgain.click();
		await expect( phoneOrder.root ).toContainText( '€10.00 is ready' );
		expect( await ordersOf( requestUtils, email ) ).toHaveLength( 1 );
		expect( await emulator.payable() ).toHaveLength( 1 );
	} );

	test( 'can be used from right to left', async ( {
		context,
		page,
		linksPage,
		phoneOrder,
	} ) => {
		await context.addCookies( [ RTL_COOKIE ] );
		await linksPage.open();
		await phoneOrder.open.click();
		await phoneOrder.root
			.getByRole( 'checkbox', { name: 'Show all fields' } )
			.check();
		await expect( phoneOrder.field( 'note' ) ).toBeVisible();
		await saveScreenshot( phoneOrder.root, 'phone-order-all-rtl' );
		expect(
			await accessibilityViolations( page, PhoneOrder.SELECTOR )
		).toEqual( [] );
		expect( await overflowingElements( phoneOrder.root ) ).toEqual( [] );
	} );
} );
