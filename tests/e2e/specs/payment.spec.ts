import { expect, test } from '../fixtures/index.ts';
import { PaymentPage } from '../pages/payment-page.ts';

test.describe( 'a payment', { tag: [ '@storage', '@real' ] }, () => {
	test( 'updates the order', async ( {
		page,
		order,
		orderScreen,
		emulator,
	} ) => {
		const { panel } = orderScreen;
		await orderScreen.openForm( order );
		await panel.form.submit.click();
		const row = panel.row( `PL-${ order }-1` );
		const opening = page.waitForEvent( 'popup' );
		await row.getByRole( 'link', { name: /Open link/ } ).click();
		const customer = new PaymentPage( await opening );
		await customer.pay.click();
		await expect
			.poll( async () => ( await emulator.orders() )[ 0 ]?.status )
			.toBe( 'completed' );
		await customer.page.close();
		// Responds after all notifications are delivered.
		await emulator.control( 'GET', 'notifications' );

		await orderScreen.open( order );

		await expect( row ).toContainText( 'Completed' );
		await expect( page.locator( '#order_status' ) ).toHaveValue(
			/^wc-(processing|completed)$/
		);
		await expect(
			page.getByText( `Payment link PL-${ order }-1 has been paid` )
		).toHaveCount( 1 );
	} );

	test( 'of another amount puts the order on hold with a note', async ( {
		page,
		order,
		orderScreen,
		emulator,
	} ) => {
		await orderScreen.openForm( order );
		await orderScreen.panel.form.submit.click();
		await expect( orderScreen.panel.created ).toBeVisible();
		await emulator.control( 'POST', `orders/PL-${ order }-1/pay`, {
			amount: 1,
		} );

		await orderScreen.open( order );

		await expect( page.locator( '#order_status' ) ).toHaveValue(
			'wc-on-hold'
		);
		await expect(
			page.getByText( /ATTENTION: .*0[.,]01.* has been paid/ )
		).toHaveCount( 1 );
	} );
} );
