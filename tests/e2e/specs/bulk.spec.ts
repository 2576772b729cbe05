import { expect, test } from '../fixtures/index.ts';
import { RTL_COOKIE } from '../fixtures/helper-plugin.ts';
import {
	accessibilityViolations,
	saveScreenshot,
	overflowingElements,
} from '../fixtures/visual-checks.ts';
import { SCREENS } from '../fixtures/screens.ts';
import type { Shop } from '../fixtures/shop.ts';
import { OrdersList } from '../pages/orders-list.ts';

const RUN = '/mspl-e2e/v1/run/multisafepay_payment_links_batch';

const PHONES = SCREENS.filter( ( { width } ) => width < 600 );

async function orders(
	shop: Shop,
	emails: readonly string[]
): Promise< number[] > {
	const ids: number[] = [];
	for ( const email of emails ) {
		ids.push( await shop.createOrder( { billing: { email } } ) );
	}
	return ids;
}

test.describe( 'bulk actions', { tag: '@real' }, () => {
	test(
		'create links for several orders, with preview and progress in two windows',
		{ tag: '@storage' },
		async ( { context, page, shop } ) => {
			const ids = await orders( shop, [
				'a@example.test',
				'b@example.test',
				'c@example.test',
			] );
			const list = new OrdersList( page );
			await page.setViewportSize( { width: 1440, height: 900 } );
			await list.open();
			await list.startBulkAction( 'Create payment links', ids );
			await expect( list.startDialog ).toContainText(
				'3 of 3 will be done'
			);
			expect(
				await accessibilityViolations(
					page,
					'.msp-payment-links-batch-modal'
				)
			).toEqual( [] );
			await saveScreenshot( list.startDialog, 'bulk-preview-1440' );
			await list.startDialog
				.getByRole( 'button', { name: 'Start', exact: true } )
				.click();
			await expect( list.batch.first() ).toContainText( '0 of 3' );

			const second = new OrdersList( await context.newPage() );
			await second.open();
			await expect( second.batch.first() ).toContainText( '0 of 3' );
			await page.reload();
			await expect( list.batch.first() ).toContainText( '0 of 3' );

			await shop.rest( 'POST', RUN );
			await expect( list.batch.first() ).toContainText(
				'3 of 3 · 3 done'
			);
			await second.page.bringToFront();
			await expect( second.batch.first() ).toContainText( 'Finished' );
			expect(
				await accessibilityViolations(
					second.page,
					'.msp-payment-links-batches'
				)
			).toEqual( [] );
			await second.page
				.getByRole( 'button', { name: 'Show it as it is now' } )
				.click();
			for ( const id of ids ) {
				await expect(
					second.page.locator( `#order-${ id }, #post-${ id }` )
				).toContainText( 'Active' );
			}
		}
	);

	test( 'show e-mails that could not be sent, and retry them', async ( {
		context,
		page,
		shop,
	} ) => {
		const ids = await orders( shop, [
			'refused@example.test',
			'd@example.test',
		] );
		const list = new OrdersList( page );
		await list.open();
		await list.startBulkAction( 'Create payment links', ids );
		await list.startDialog.getByRole( 'checkbox' ).check();
		await expect( list.startDialog ).toContainText(
			'2 customers get an e-mail'
		);
		await list.startDialog
			.getByRole( 'button', { name: 'Start', exact: true } )
			.click();
		await expect( list.batch.first() ).toContainText( '0 of 2' );
		await shop.rest( 'POST', RUN );

		await expect( list.batch.first() ).toContainText( '1 e-mail not sent' );
		await expect( list.batch.first() ).toContainText(
			'mail server did not take the e-mail'
		);
		for ( const { screen, width, height, rtl } of PHONES ) {
			await context.clearCookies( { name: RTL_COOKIE.name } );
			if ( rtl ) {
				await context.addCookies( [ RTL_COOKIE ] );
			}
			await page.setViewportSize( { width, height } );
			await list.open();
			await expect( list.batch.first() ).toContainText( 'did not take' );
			expect(
				await overflowingElements( list.batch.first() ),
				screen
			).toEqual( [] );
			await saveScreenshot(
				list.batch.first(),
				`bulk-failure-${ screen }`
			);
			await list.startBulkAction( 'Renew payment links', ids );
			await expect( list.startDialog ).toContainText(
				'2 of 2 will be done'
			);
			expect(
				await overflowingElements( list.startDialog ),
				screen
			).toEqual( [] );
			await saveScreenshot(
				list.startDialog,
				`bulk-preview-${ screen }`
			);
		}
		await context.clearCookies( { name: RTL_COOKIE.name } );
		await list.open();
		// Batches of other tests have the same name.
		expect(
			await accessibilityViolations( page, '.msp-payment-links-batches' )
		).toEqual( [] );
		await list.batch
			.first()
			.getByRole( 'button', { name: 'Try failures again' } )
			.click();
		await expect( list.batch.first() ).toContainText( 'Running' );
		await shop.rest( 'POST', RUN );
		await expect( list.batch.first() ).toContainText( 'Finished' );
	} );

	test( 'create no link after the batch was cancelled', async ( {
		page,
		shop,
	} ) => {
		const ids = await orders( shop, [ 'e@example.test' ] );
		const list = new OrdersList( page );
		await list.open();
		await list.startBulkAction( 'Create payment links', ids );
		await list.startDialog
			.getByRole( 'button', { name: 'Start', exact: true } )
			.click();
		await list.batch
			.first()
			.getByRole( 'button', { name: 'Cancel' } )
			.click();
		await expect( list.batch.first() ).toContainText( 'Cancelled' );
		await shop.rest( 'POST', RUN );
		await page.reload();
		await expect(
			page.locator( `#order-${ ids[ 0 ] ?? 0 }` )
		).toContainText( 'No payment link' );
	} );
} );
