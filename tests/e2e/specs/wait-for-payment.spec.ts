import { expect, test } from '../fixtures/index.ts';
import { saveScreenshot } from '../support/visual-checks.ts';
import { readQr } from '../support/qr.ts';
import { PaymentPage } from '../pages/payment-page.ts';

test.describe( 'waiting for a payment', { tag: '@real' }, () => {
	test(
		'shows the payment automatically',
		{ tag: '@storage' },
		async ( { browser, openedLink: link, panel, linkDialog } ) => {
			const { order_id: orderId, payment_url: url } = link;
			await panel.action( orderId, /^Wait for payment/ ).click();
			await expect( linkDialog.root ).toContainText(
				'Waiting for the customer'
			);
			await expect( linkDialog.root ).toContainText( 'Checked at' );
			expect( readQr( await linkDialog.code.screenshot() ) ).toBe( url );

			const phone = await browser.newContext();
			const customer = new PaymentPage( await phone.newPage() );
			await customer.page.goto( url );
			await customer.pay.click();

			const paid = linkDialog.root.getByRole( 'heading', {
				name: 'Paid',
			} );
			await expect( paid ).toBeFocused();
			await expect( linkDialog.code ).toHaveCount( 0 );
			await saveScreenshot( linkDialog.root, 'waiting-paid' );
			await phone.close();

			await linkDialog.button( 'Done' ).click();
			await expect( panel.row( orderId ) ).toContainText( 'Completed' );
			await expect( panel.row( orderId ) ).toBeFocused();
		}
	);

	test( 'starts at the notice of a new link, which shows the payment', async ( {
		emulator,
		order,
		panel,
		openedForm: form,
		linkDialog,
	} ) => {
		await form.submit.click();
		await panel.created
			.getByRole( 'button', { name: /^Wait for payment/ } )
			.click();
		await expect( linkDialog.root ).toContainText(
			'Waiting for the customer'
		);
		await emulator.pay( `PL-${ order }-1` );

		await expect(
			linkDialog.root.getByRole( 'heading', { name: 'Paid' } )
		).toBeVisible( { timeout: 60_000 } );
		await linkDialog.button( 'Done' ).click();
		await expect( panel.created ).toContainText(
			`Payment link PL-${ order }-1 is paid: €80.00`
		);
	} );

	test( 'continues after errors of MultiSafepay', async ( {
		emulator,
		openedLink: link,
		panel,
		linkDialog,
	} ) => {
		const { order_id: orderId } = link;
		await emulator.failRefreshes( 0 );
		await panel.action( orderId, /^Wait for payment/ ).click();
		await expect( linkDialog.root ).toContainText( /MultiSafepay/ );
		await expect( linkDialog.code ).toBeVisible();

		await emulator.recover();
		await emulator.pay( orderId );
		await expect(
			linkDialog.root.getByRole( 'heading', { name: 'Paid' } )
		).toBeVisible( { timeout: 60_000 } );
	} );
} );
