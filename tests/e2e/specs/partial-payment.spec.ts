import { expect, test } from '../fixtures/index.ts';
import { PaymentPage } from '../pages/payment-page.ts';
import { saveScreenshot } from '../support/visual-checks.ts';

const PAID_STATUS = /^wc-(processing|completed)$/;

test(
	'an order is paid in two parts at the counter',
	{ tag: [ '@storage', '@real' ] },
	async ( { emulator, order, orderScreen, panel, openedForm: form } ) => {
		const deposit = `PL-${ order }-1`;
		const rest = `PL-${ order }-2`;
		await form.enterAmount( '30' );
		await expect( form.field( 'amount' ) ).toHaveAccessibleDescription(
			'€50.00 remains due after this link.'
		);
		await saveScreenshot( orderScreen.metaBox, 'partial-form' );
		await form.submit.click();
		const customer = await PaymentPage.openWith(
			panel.created.getByRole( 'link', { name: /Open link/ } )
		);
		await customer.payAndClose( emulator );
		await panel.action( deposit, 'Refresh' ).click();

		await expect( panel.balance ).toHaveText( 'Paid €30.00 · Due €50.00' );
		await expect( panel.row( deposit ) ).toContainText( 'Paid with' );
		await saveScreenshot( orderScreen.metaBox, 'partial-paid' );
		await panel.generate.click();
		await expect( form.full ).toBeChecked();
		await expect( form.full ).toHaveAccessibleName(
			'Full amount (€50.00)'
		);
		await form.submit.click();
		await panel.created.waitFor();
		await emulator.pay( rest );
		await emulator.deliverNotifications();
		await orderScreen.open( order );

		await expect( panel.balance ).toHaveText( 'Paid €80.00 · Due €0.00' );
		await expect( orderScreen.status ).toHaveValue( PAID_STATUS );
		await saveScreenshot( orderScreen.metaBox, 'paid-in-parts' );
	}
);

test(
	'an order whose first payment bounced is paid through a link',
	{ tag: '@real' },
	async ( { shop, emulator, order, orderScreen, panel, form } ) => {
		await shop.updateOrder( order, {
			status: 'processing',
			payment_method: 'other_gateway',
			transaction_id: 'bounced-1',
		} );
		await shop.updateOrder( order, { status: 'failed' } );
		await orderScreen.openForm( order );

		await expect( form.full ).toHaveAccessibleName(
			'Full amount (€80.00)'
		);
		await expect( form.group ).not.toContainText( 'paid already' );
		await saveScreenshot( orderScreen.metaBox, 'bounced-form' );
		await form.submit.click();
		await panel.created.waitFor();
		await emulator.pay( `PL-${ order }-1` );
		await emulator.deliverNotifications();
		await orderScreen.open( order );

		await expect( orderScreen.status ).toHaveValue( PAID_STATUS );
		await expect( panel.balance ).toHaveText( 'Paid €80.00 · Due €0.00' );
	}
);
