import { expect, test } from '../fixtures/index.ts';
import { PaymentPage } from '../pages/payment-page.ts';

test.describe( 'a payment', { tag: [ '@storage', '@real' ] }, () => {
	test( 'updates the order', async ( {
		page,
		emulator,
		order,
		openedLink: link,
		orderScreen,
		panel,
	} ) => {
		const row = panel.row( link.order_id );
		const customer = await PaymentPage.openWith(
			row.getByRole( 'link', { name: /Open link/ } )
		);
		await customer.payAndClose( emulator );
		await emulator.deliverNotifications();

		await orderScreen.open( order );

		await expect( row ).toContainText( 'Completed' );
		await expect( orderScreen.status ).toHaveValue(
			/^wc-(processing|completed)$/
		);
		await expect(
			page.getByText( `Payment link ${ link.order_id } has been paid` )
		).toHaveCount( 1 );
	} );

	test( 'of another amount puts the order on hold with a note', async ( {
		page,
		emulator,
		order,
		link,
		orderScreen,
	} ) => {
		await emulator.pay( link.order_id, 1 );

		await orderScreen.open( order );

		await expect( orderScreen.status ).toHaveValue( 'wc-on-hold' );
		await expect(
			page.getByText( /Attention: .* paid: 0[.,]01 / )
		).toHaveCount( 1 );
	} );
} );
