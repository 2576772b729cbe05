import { expect, test } from '../fixtures/index.ts';
import { saveScreenshot } from '../fixtures/visual-checks.ts';
import { readQr } from '../fixtures/qr.ts';
import { LinkDialog } from '../pages/link-dialog.ts';
import { PaymentPage } from '../pages/payment-page.ts';

test.describe( 'waiting for a payment', { tag: '@real' }, () => {
	test(
		'shows the payment automatically',
		{ tag: '@storage' },
		async ( { page, browser, order, orderScreen, shop } ) => {
			const { order_id: orderId, payment_url: url } =
				await shop.createLink( order );
			const dialog = new LinkDialog( page );
			const { panel } = orderScreen;
			await orderScreen.open( order );
			await panel
				.row( orderId )
				.getByRole( 'button', { name: /^Wait for payment/ } )
				.click();
			await expect( dialog.root ).toContainText(
				'Waiting for the customer'
			);
			await expect( dialog.root ).toContainText( 'Checked at' );
			expect( readQr( await dialog.code.screenshot() ) ).toBe( url );

			const phone = await browser.newContext();
			const customer = new PaymentPage( await phone.newPage() );
			await customer.page.goto( url );
			await customer.pay.click();

			const paid = dialog.root.getByRole( 'heading', { name: 'Paid' } );
			await expect( paid ).toBeFocused();
			await expect( dialog.code ).toHaveCount( 0 );
			await saveScreenshot( dialog.root, 'waiting-paid' );
			await phone.close();

			await dialog.button( 'Done' ).click();
			await expect( panel.row( orderId ) ).toContainText( 'Completed' );
			await expect( panel.row( orderId ) ).toBeFocused();
		}
	);

	test( 'starts at the notice of a new link, which shows the payment', async ( {
		page,
		order,
		orderScreen,
		emulator,
	} ) => {
		const dialog = new LinkDialog( page );
		const { panel } = orderScreen;
		await orderScreen.openForm( order );
		await panel.form.submit.click();
		await panel.created
			.getByRole( 'button', { name: /^Wait for payment/ } )
			.click();
		await expect( dialog.root ).toContainText( 'Waiting for the customer' );
		await emulator.control( 'POST', `orders/PL-${ order }-1/pay`, {} );

		await expect(
			dialog.root.getByRole( 'heading', { name: 'Paid' } )
		).toBeVisible( { timeout: 30_000 } );
		await dialog.button( 'Done' ).click();
		await expect( panel.created ).toContainText(
			`Payment link PL-${ order }-1 is paid: €80.00`
		);
	} );

	test( 'continues after errors of MultiSafepay', async ( {
		page,
		order,
		orderScreen,
		shop,
		emulator,
	} ) => {
		const { order_id: orderId } = await shop.createLink( order );
		const dialog = new LinkDialog( page );
		await orderScreen.open( order );
		await emulator.fault( {
			fault: 'status_503_html',
			method: 'GET',
			path: '/orders/*',
			times: 0,
		} );
		await orderScreen.panel
			.row( orderId )
			.getByRole( 'button', { name: /^Wait for payment/ } )
			.click();
		await expect( dialog.root ).toContainText( /MultiSafepay/ );
		await expect( dialog.code ).toBeVisible();

		await emulator.control( 'DELETE', 'faults' );
		await emulator.control( 'POST', `orders/${ orderId }/pay`, {} );
		await expect(
			dialog.root.getByRole( 'heading', { name: 'Paid' } )
		).toBeVisible( { timeout: 30_000 } );
	} );
} );
