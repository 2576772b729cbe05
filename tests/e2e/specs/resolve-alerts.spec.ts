import { expect, test } from '../fixtures/index.ts';
import { LinksPage } from '../pages/links-page.ts';
import { expectAccessible, saveScreenshot } from '../support/visual-checks.ts';

test.describe( 'a payment of a cancelled order', { tag: '@real' }, () => {
	test.beforeEach( async ( { shop, emulator, order, link } ) => {
		await shop.updateOrder( order, { status: 'cancelled' } );
		await emulator.pay( link.order_id );
		await emulator.deliverNotifications();
	} );

	test(
		'is accepted',
		{ tag: '@storage' },
		async ( { order, link, orderScreen, panel, linkDialog } ) => {
			const row = panel.row( link.order_id );
			await orderScreen.open( order );
			await expect( row ).toContainText(
				'after the order was cancelled'
			);
			await saveScreenshot( orderScreen.metaBox, 'alert-cancelled' );

			await panel.action( link.order_id, 'Accept payment' ).click();
			await linkDialog.button( 'Accept payment' ).waitFor();
			await saveScreenshot( linkDialog.root, 'alert-accept' );
			await linkDialog.button( 'Accept payment' ).click();

			await expect( row ).toBeFocused();
			await expect( panel.notice( 'error' ) ).toHaveCount( 0 );
			await expect( panel.balance ).toHaveText(
				'Paid €80.00 · Due €0.00'
			);
			await orderScreen.open( order );
			await expect( orderScreen.status ).toHaveValue(
				/^wc-(processing|completed)$/
			);
		}
	);

	test( 'is acknowledged with a note on the page of all links', async ( {
		page,
		link,
		linksPage,
		linkDialog,
		orderScreen,
	} ) => {
		const { order_id: orderId } = link;
		await linksPage.open( orderId );
		await expect( linksPage.root ).toContainText(
			'after the order was cancelled'
		);
		await expectAccessible( page, LinksPage.SELECTOR, 'list-alert' );

		await linksPage.alertAction( orderId, 'Acknowledge' ).click();
		await linkDialog
			.textbox( 'Note (optional)' )
			.fill( 'Refunded in the dashboard' );
		await linkDialog.button( 'Acknowledge' ).click();

		await expect( linksPage.row( orderId ) ).toBeFocused();
		await expect(
			linksPage.alertAction( orderId, 'Acknowledge' )
		).toHaveCount( 0 );
		await linksPage.clickMenuItem( orderId, 'History' );
		await expect( orderScreen.dialog.events.first() ).toContainText(
			'Refunded in the dashboard'
		);
		await saveScreenshot( linkDialog.root, 'alert-acknowledged' );
	} );
} );
