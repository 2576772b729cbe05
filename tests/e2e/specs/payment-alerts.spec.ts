import { expect, test } from '../fixtures/index.ts';
import { expectAccessibleOn } from '../support/visual-checks.ts';
import { LinkDialog } from '../pages/link-dialog.ts';
import { PaymentLinksPanel } from '../pages/payment-links-panel.ts';
import { DIRECTIONS } from '../support/screens.ts';

for ( const { direction, screens } of DIRECTIONS ) {
	test.describe( `on ${ direction } screens`, { tag: '@real' }, () => {
		test.use( { rtl: direction === 'rtl' } );
		test.slow();

		test( 'rows with alerts and stale links, and their dialogs, are accessible and do not overflow', async ( {
			page,
			pageUtils,
			shop,
			emulator,
			order,
			link,
			orderScreen,
			panel,
		} ) => {
			const { dialog } = orderScreen;
			const paid = link.order_id;
			const stale = `PL-${ order }-2`;
			await emulator.pay( paid, 1 );
			await emulator.deliverNotifications();
			await shop.createLink( order, { amount: 4000 } );
			// A partial link is stale if it asks for more than is due.
			await shop.changeFee( order, '30.00' );
			await orderScreen.open( order );

			const paymentAlert = panel.notice( 'error' ).first();
			await expect( paymentAlert ).toContainText( paid );
			await expect( panel.row( paid ) ).toContainText(
				'Paid, check amount'
			);
			await expect(
				panel
					.action( paid, 'Copy link' )
					.or( panel.action( paid, 'Send' ) )
			).toHaveCount( 0 );
			await expect( panel.row( paid ) ).toContainText(
				'Check it in the MultiSafepay dashboard'
			);
			await expect( panel.row( stale ) ).toContainText(
				'this link is for €40.00, €30.00 is due'
			);
			await paymentAlert.getByRole( 'button' ).click();
			await expect( panel.row( paid ) ).toBeFocused();
			await expectAccessibleOn(
				screens,
				page,
				PaymentLinksPanel.SELECTOR,
				'rows',
				orderScreen.metaBox
			);

			for ( const [ name, orderId, action, content ] of [
				[ 'history', stale, 'History', dialog.events.first() ],
				[ 'cancel', stale, 'Cancel link', dialog.cancel ],
				[
					'acknowledge',
					paid,
					'Acknowledge',
					dialog.root.getByLabel( 'Note (optional)' ),
				],
			] as const ) {
				await panel.action( orderId, action ).click();
				await content.waitFor();
				await expectAccessibleOn(
					screens,
					page,
					LinkDialog.SELECTOR,
					name
				);
				await pageUtils.pressKeys( 'Escape' );
				await expect( dialog.root ).toHaveCount( 0 );
			}
		} );
	} );
}
