import { expect, test } from '../fixtures/index.ts';
import {
	accessibilityViolations,
	saveScreenshot,
	expectAccessible,
} from '../support/visual-checks.ts';
import { LinksPage } from '../pages/links-page.ts';

const DIALOG = '[role=dialog]';

test.describe( 'rows of the page of all links', { tag: '@real' }, () => {
	for ( const { screen, width, rtl } of [
		{ screen: '1440', width: 1440, rtl: false },
		{ screen: '390-rtl', width: 390, rtl: true },
	] ) {
		test.describe( () => {
			test.use( { viewport: { width, height: 900 }, rtl } );

			test( `offer QR code, sending, duplicate, refresh and history, ${ screen }`, async ( {
				page,
				pageUtils,
				emulator,
				order,
				link,
				linksPage,
			} ) => {
				const { order_id: first } = link;
				const second = `PL-${ order }-2`;
				await linksPage.open( first );

				await linksPage.clickMenuItem( first, 'QR code' );
				await expect(
					linksPage.dialog.getByRole( 'img' )
				).toBeVisible();
				await expectAccessible( page, DIALOG, `links-qr-${ screen }` );
				await pageUtils.pressKeys( 'Escape' );
				await expect( linksPage.dialog ).toHaveCount( 0 );

				// The phone number is loaded for the dialog.
				await linksPage.clickMenuItem( first, 'Send' );
				await expect( linksPage.dialog ).toContainText(
					'+31612345678'
				);
				await expectAccessible(
					page,
					DIALOG,
					`links-send-${ screen }`
				);
				await pageUtils.pressKeys( 'Escape' );
				await expect( linksPage.dialog ).toHaveCount( 0 );

				await linksPage.clickMenuItem( first, 'Duplicate' );
				await expect( linksPage.dialog ).toContainText(
					`order ${ order }`
				);
				await expectAccessible(
					page,
					DIALOG,
					`links-duplicate-${ screen }`
				);
				await linksPage.dialog
					.getByRole( 'button', { name: 'Duplicate link' } )
					.click();
				await expect( linksPage.dialog ).toHaveCount( 0 );
				await linksPage.open( `PL-${ order }` );
				await expect( linksPage.row( second ) ).toContainText(
					'Active'
				);
				await expect( linksPage.row( first ) ).toContainText(
					'Cancelled'
				);

				// A link that was paid with another amount is not offered any more.
				await emulator.pay( second, 1 );
				await emulator.deliverNotifications();
				await linksPage.clickMenuItem( second, 'Refresh' );
				await expect( linksPage.row( second ) ).toContainText(
					'Paid, check amount'
				);
				await expect(
					linksPage
						.row( second )
						.getByRole( 'button', { name: /^Copy/ } )
				).toHaveCount( 0 );
				await saveScreenshot(
					linksPage.screen,
					`links-rows-${ screen }`
				);
				expect(
					await accessibilityViolations( page, LinksPage.SELECTOR )
				).toEqual( [] );
				await expect.poll( () => linksPage.isTooWide() ).toBe( false );

				await linksPage.clickMenuItem( second, 'History' );
				await expect(
					linksPage.dialog.getByRole( 'listitem' ).first()
				).toBeVisible();
				await expectAccessible(
					page,
					DIALOG,
					`links-history-${ screen }`
				);
			} );
		} );
	}

	test( 'show loading, error and empty states', async ( {
		page,
		link,
		linksPage,
	} ) => {
		const { order_id: orderId } = link;
		await page.setViewportSize( { width: 390, height: 844 } );
		await linksPage.open( orderId );

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
		await expect( linksPage.root ).toContainText( 'Loading…' );
		await saveScreenshot( page.locator( 'body' ), 'links-loading-390' );
		release();

		const tryAgain = linksPage.root.getByRole( 'button', {
			name: 'Try again',
		} );
		await expect( tryAgain ).toBeVisible();
		expect(
			await accessibilityViolations( page, LinksPage.SELECTOR )
		).toEqual( [] );
		await saveScreenshot( page.locator( 'body' ), 'links-error-390' );
		await page.unroute( routes );
		await tryAgain.click();
		await expect( tryAgain ).toHaveCount( 0 );
		await expect( linksPage.row( orderId ) ).toBeVisible();

		await linksPage.search( 'nobody-has-this-name' );
		await expect( linksPage.root ).toContainText( 'No payment links fit.' );
		expect(
			await accessibilityViolations( page, LinksPage.SELECTOR )
		).toEqual( [] );
		await saveScreenshot( page.locator( 'body' ), 'links-empty-390' );
	} );
} );
