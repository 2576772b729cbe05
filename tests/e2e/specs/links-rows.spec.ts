import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/index.ts';
import { RTL_COOKIE } from '../fixtures/helper-plugin.ts';
import { barriers, picture, sticksOut } from '../fixtures/look.ts';
import { LinksPage } from '../pages/links-page.ts';

const DIALOG = '[role=dialog]';

/** Nothing sticks out of the window, and nothing in it keeps anybody out. */
async function isFit( page: Page, dialog: Locator, name: string ) {
	await picture( dialog, name );
	expect( await barriers( page, DIALOG ) ).toEqual( [] );
	expect( await sticksOut( dialog ) ).toEqual( [] );
}

test.describe( 'rows of the page of all links', { tag: '@real' }, () => {
	for ( const { screen, width, rtl } of [
		{ screen: '1440', width: 1440, rtl: false },
		{ screen: '390-rtl', width: 390, rtl: true },
	] ) {
		test( `have QR code, sending, duplicate, refresh and history, ${ screen }`, async ( {
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

			await list.more( first, 'QR code' );
			await expect( list.dialog.getByRole( 'img' ) ).toBeVisible();
			await isFit( page, list.dialog, `links-qr-${ screen }` );
			await page.keyboard.press( 'Escape' );
			await expect( list.dialog ).toHaveCount( 0 );

			// The list does not have the number; the window does.
			await list.more( first, 'Send' );
			await expect( list.dialog ).toContainText( '+31612345678' );
			await isFit( page, list.dialog, `links-send-${ screen }` );
			await page.keyboard.press( 'Escape' );
			await expect( list.dialog ).toHaveCount( 0 );

			await list.more( first, 'Duplicate' );
			await expect( list.dialog ).toContainText( `order ${ order }` );
			await isFit( page, list.dialog, `links-duplicate-${ screen }` );
			await list.dialog
				.getByRole( 'button', { name: 'Duplicate link' } )
				.click();
			await expect( list.dialog ).toHaveCount( 0 );
			await list.open( `PL-${ order }` );
			await expect( list.row( second ) ).toContainText( 'Active' );
			await expect( list.row( first ) ).toContainText( 'Cancelled' );

			// Paid with another amount: nobody is to be sent there again.
			await emulator.control( 'POST', `orders/${ second }/pay`, {
				amount: 1,
			} );
			await emulator.control( 'GET', 'notifications' );
			await list.more( second, 'Refresh' );
			await expect( list.row( second ) ).toContainText(
				'Paid, check amount'
			);
			await expect(
				list.row( second ).getByRole( 'button', { name: /^Copy/ } )
			).toHaveCount( 0 );
			await picture( page.locator( '.wrap' ), `links-rows-${ screen }` );
			expect( await barriers( page, '.msp-payment-links__all' ) ).toEqual(
				[]
			);
			await expect.poll( () => list.isTooWide() ).toBe( false );

			await list.more( second, 'History' );
			await expect(
				list.dialog.getByRole( 'listitem' ).first()
			).toBeVisible();
			await isFit( page, list.dialog, `links-history-${ screen }` );
		} );
	}

	test( 'say that they are on their way, that they did not come, and that there are none', async ( {
		order,
		page,
		shop,
	} ) => {
		const { order_id: orderId } = await shop.createLink( order );
		const list = new LinksPage( page );
		await page.setViewportSize( { width: 390, height: 844 } );
		await list.open( orderId );

		const answers = /multisafepay-payment-links\/v1\/links\?/;
		let letGo: () => void = () => undefined;
		const held = new Promise< void >( ( resolve ) => {
			letGo = resolve;
		} );
		await page.route( answers, async ( route ) => {
			await held;
			await route.abort();
		} );
		await page.getByRole( 'button', { name: 'Filters and order' } ).click();
		await page
			.getByLabel( 'Sort', { exact: true } )
			.selectOption( { label: 'Highest amount first' } );
		await expect( list.root ).toContainText( 'Loading…' );
		await picture( page.locator( 'body' ), 'links-loading-390' );
		letGo();

		const again = list.root.getByRole( 'button', { name: 'Try again' } );
		await expect( again ).toBeVisible();
		expect( await barriers( page, '.msp-payment-links__all' ) ).toEqual(
			[]
		);
		await picture( page.locator( 'body' ), 'links-error-390' );
		await page.unroute( answers );
		await again.click();
		await expect( again ).toHaveCount( 0 );
		await expect( list.row( orderId ) ).toBeVisible();

		await page.getByRole( 'searchbox' ).fill( 'nobody-has-this-name' );
		await page.getByRole( 'button', { name: 'Search links' } ).click();
		await expect( list.root ).toContainText( 'No payment links fit.' );
		expect( await barriers( page, '.msp-payment-links__all' ) ).toEqual(
			[]
		);
		await picture( page.locator( 'body' ), 'links-empty-390' );
	} );
} );
