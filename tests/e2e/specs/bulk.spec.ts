import { adminOf } from '../fixtures/admin.ts';
import { expect, test } from '../fixtures/index.ts';
import { RTL_COOKIE } from '../fixtures/helper-plugin.ts';
import {
	accessibilityViolations,
	saveScreenshot,
	overflowingElements,
} from '../support/visual-checks.ts';
import { PHONES } from '../support/screens.ts';
import type { Shop } from '../fixtures/shop.ts';
import { OrdersList } from '../pages/orders-list.ts';

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
		async ( { context, page, shop, ordersList } ) => {
			const ids = await orders( shop, [
				'a@example.test',
				'b@example.test',
				'c@example.test',
			] );
			await page.setViewportSize( { width: 1440, height: 900 } );
			await ordersList.open();
			await ordersList.startBulkAction( 'Create payment links', ids );
			await expect( ordersList.startDialog ).toContainText(
				'3 of 3 will be done'
			);
			expect(
				await accessibilityViolations(
					page,
					'.msp-payment-links-batch-modal'
				)
			).toEqual( [] );
			await saveScreenshot( ordersList.startDialog, 'bulk-preview-1440' );
			await ordersList.start();
			await expect( ordersList.batch.first() ).toContainText( '0 of 3' );

			const second = new OrdersList( adminOf( await context.newPage() ) );
			await second.open();
			await expect( second.batch.first() ).toContainText( '0 of 3' );
			await page.reload();
			await expect( ordersList.batch.first() ).toContainText( '0 of 3' );

			await shop.runBatches();
			await expect( ordersList.batch.first() ).toContainText(
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
				await expect( second.row( id ) ).toContainText( 'Active' );
			}
		}
	);

	test( 'show e-mails that could not be sent, and retry them', async ( {
		context,
		page,
		shop,
		ordersList,
	} ) => {
		const ids = await orders( shop, [
			'refused@example.test',
			'd@example.test',
		] );
		await ordersList.open();
		await ordersList.startBulkAction( 'Create payment links', ids );
		await ordersList.startDialog.getByRole( 'checkbox' ).check();
		await expect( ordersList.startDialog ).toContainText(
			'2 customers get an e-mail'
		);
		await ordersList.start();
		await expect( ordersList.batch.first() ).toContainText( '0 of 2' );
		await shop.runBatches();

		await expect( ordersList.batch.first() ).toContainText(
			'1 e-mail not sent'
		);
		await expect( ordersList.batch.first() ).toContainText(
			'mail server did not take the e-mail'
		);
		for ( const { name, viewport, direction } of PHONES ) {
			await context.clearCookies( { name: RTL_COOKIE.name } );
			if ( direction === 'rtl' ) {
				await context.addCookies( [ RTL_COOKIE ] );
			}
			await page.setViewportSize( viewport );
			await ordersList.open();
			await expect( ordersList.batch.first() ).toContainText(
				'did not take'
			);
			expect(
				await overflowingElements( ordersList.batch.first() ),
				name
			).toEqual( [] );
			await saveScreenshot(
				ordersList.batch.first(),
				`bulk-failure-${ name }`
			);
			await ordersList.startBulkAction( 'Renew payment links', ids );
			await expect( ordersList.startDialog ).toContainText(
				'2 of 2 will be done'
			);
			expect(
				await overflowingElements( ordersList.startDialog ),
				name
			).toEqual( [] );
			await saveScreenshot(
				ordersList.startDialog,
				`bulk-preview-${ name }`
			);
		}
		await context.clearCookies( { name: RTL_COOKIE.name } );
		await ordersList.open();
		// Batches of other tests have the same name.
		expect(
			await accessibilityViolations( page, '.msp-payment-links-batches' )
		).toEqual( [] );
		await ordersList.batch
			.first()
			.getByRole( 'button', { name: 'Try failures again' } )
			.click();
		await expect( ordersList.batch.first() ).toContainText( 'Running' );
		await shop.runBatches();
		await expect( ordersList.batch.first() ).toContainText( 'Finished' );
	} );

	test( 'create no link after the batch was cancelled', async ( {
		page,
		shop,
		ordersList,
	} ) => {
		const ids = await orders( shop, [ 'e@example.test' ] );
		await ordersList.open();
		await ordersList.startBulkAction( 'Create payment links', ids );
		await ordersList.start();
		await ordersList.batch
			.first()
			.getByRole( 'button', { name: 'Cancel' } )
			.click();
		await expect( ordersList.batch.first() ).toContainText( 'Cancelled' );
		await shop.runBatches();
		await page.reload();
		await expect( ordersList.row( ids[ 0 ] ?? 0 ) ).toContainText(
			'No payment link'
		);
	} );
} );
