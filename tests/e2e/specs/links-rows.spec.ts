import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/index.ts';
import { RTL_COOKIE } from '../fixtures/helper-plugin.ts';
import {
	accessibilityViolations,
	saveScreenshot,
	overflowingElements,
} from '../fixtures/visual-checks.ts';
import { LinksPage } from '../pages/links-page.ts';

const DIALOG = '[role=dialog]';

/** Checks accessibility and overflow of a dialog. */
async function expectAccessible( page: Page, dialog: Locator, name: string ) {
	await saveScreenshot( dialog, name );
	expect( await accessibilityViolations( page, DIALOG ) ).toEqual( [] );
	expect( await overflowingElements( dialog ) ).toEqual( [] );
}

test.describe( 'rows of the page of all links', { tag: '@real' }, () => {
	for ( const { screen, width, rtl } of [
		{ screen: '1440', width: 1440, rtl: false },
		{ screen: '390-rtl', width: 390, rtl: true },
	] ) {
		test( `offer QR code, sending, duplicate, refresh and history, ${ screen }`, async ( {
			context,
			emulator,
			order,
			page,
			shop,
		} ) => {
			const { order_id: first } = await shop.createLink( order );
			const second = `PL-${ order }-2`;
			const list = new LinksPage( page );
			if ( rtl ) {
				await context.addCookies( [ RTL_COOKIE ] );
			}
			await page.setViewportSize( { width, height: 900 } );
			await list.open( first );

			await list.clickMenuItem( first, 'QR code' );
			await expect( list.dialog.getByRole( 'img' ) ).toBeVisible();
			await expectAccessible( page, list.dialog, `links-qr-${ screen }` );
			await page.keyboard.press( 'Escape' );
			await expect( list.dialog ).toHaveCount( 0 );

			// The phone number is loaded for the dialog.
			await list.clickMenuItem( first, 'Send' );
			await expect( list.dialog ).toContainText( '+31612345678' );
			await expectAccessible(
				page,
				list.dialog,
				`links-send-${ screen }`
			);
			await page.keyboard.press( 'Escape' );
			await expect( list.dialog ).toHaveCount( 0 );

			await list.clickMenuItem( first, 'Duplicate' );
			await expect( list.dialog ).toContainText( `order ${ order }` );
			await expectAccessible(
				page,
				list.dialog,
				`links-duplicate-${ screen }`
			);
			await list.dialog
				.getByRole( 'button', { name: 'Duplicate link' } )
				.click();
			await expect( list.dialog ).toHaveCount( 0 );
			await list.open( `PL-${ order }` );
			await expect( list.row( second ) ).toContainText( 'Active' );
			await expect( list.row( first ) ).toContainText( 'Cancelled' );

			// A link that was paid with another amount is not offered any more.
			await emulator.control( 'POST', `orders/${ second }/pay`, {
				amount: 1,
			} );
			await emulator.control( 'GET', 'notifications' );
			await list.clickMenuItem( second, 'Refresh' );
			await expect( list.row( second ) ).toContainText(
				'Paid, check amount'
			);
			await expect(
				list.row( second ).getByRole( 'button', { name: /^Copy/ } )
			).toHaveCount( 0 );
			await saveScreenshot(
				page.locator( '.wrap' ),
				`links-rows-${ screen }`
			);
			expect(
				await accessibilityViolations( page, '.msp-payment-links__all' )
			).toEqual( [] );
			await expect.poll( () => list.isTooWide() ).toBe( false );

			await list.clickMenuItem( second, 'History' );
			await expect(
				list.dialog.getByRole( 'listitem' ).first()
			).toBeVisible();
			await expectAccessible(
				page,
				list.dialog,
				`links-history-${ screen }`
			);
		} );
	}

	test( 'show loading, error and empty states', async ( {
		order,
		page,
		shop,
	} ) => {
		const { order_id: orderId } = await shop.createLink( order );
		const list = new LinksPage( page );
		await page.setViewportSize( { width: 390, height: 844 } );
		await list.open( orderId );

		const routes = /multisafepay-payment-links\/v1\/links\?/;
		let release: () => void = () => undefined;
		const held = new Promise< void >( ( resolve ) => {
			release = resolve;
		} );
		await page.route( routes, async ( route ) => {
			await held;
			await route.abort();
		} );
		await page.getByRole( 'button', { name: 'Filters and order' } ).click();
		await page
			.getByLabel( 'Sort', { exact: true } )
			.selectOption( { label: 'Highest amount first' } );
		await expect( list.root ).toContainText( 'Loading…' );
		await saveScreenshot( page.locator( 'body' ), 'links-loading-390' );
		release();

		const tryAgain = list.root.getByRole( 'button', { name: 'Try again' } );
		await expect( tryAgain ).toBeVisible();
		expect(
			await accessibilityViolations( page, '.msp-payment-links__all' )
		).toEqual( [] );
		await saveScreenshot( page.locator( 'body' ), 'links-error-390' );
		await page.unroute( routes );
		await tryAgain.click();
		await expect( tryAgain ).toHaveCount( 0 );
		await expect( list.row( orderId ) ).toBeVisible();

		await page.getByRole( 'searchbox' ).fill( 'nobody-has-this-name' );
		await page.getByRole( 'button', { name: 'Search links' } ).click();
		await expect( list.root ).toContainText( 'No payment links fit.' );
		expect(
			await accessibilityViolations( page, '.msp-payment-links__all' )
		).toEqual( [] );
		await saveScreenshot( page.locator( 'body' ), 'links-empty-390' );
	} );
} );
