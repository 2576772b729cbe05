import { clipboardText } from '../support/clipboard.ts';
import { expect, test } from '../fixtures/index.ts';
import { LABELS } from '../pages/link-form.ts';
import { PaymentPage } from '../pages/payment-page.ts';

test.describe( 'a link for a new order', { tag: '@storage' }, () => {
	test( 'has the values of the order', async ( {
		order,
		orderScreen,
		panel,
		form,
	} ) => {
		await orderScreen.open( order );
		await expect( panel.root ).toContainText( 'No payment links yet' );
		await panel.generate.click();

		await expect( form.full ).toBeChecked();
		await expect( form.full ).toHaveAccessibleName(
			'Full amount (€80.00)'
		);
		await expect( form.field( 'orderId' ) ).toHaveValue(
			`PL-${ order }-1`
		);
		await expect( form.field( 'days' ) ).toHaveValue( '30' );
		await expect( form.field( 'description' ) ).toHaveValue(
			`Order ${ order }`
		);
		await expect( form.field( 'firstName' ) ).toHaveValue( 'Robin' );
		await expect( form.field( 'lastName' ) ).toHaveValue( 'Smit' );
		await expect( form.field( 'email' ) ).toHaveValue(
			'robin@example.test'
		);
		await expect( form.country ).toHaveValue( 'NL' );
		// Guests have the language of the shop.
		await expect( form.language ).toHaveValue( 'en_US' );
		await expect( form.secondChance ).not.toBeChecked();
	} );

	test( 'is created with two clicks, copied with Enter, and shown after a reload without a request', async ( {
		page,
		pageUtils,
		emulator,
		order,
		panel,
		openedForm: form,
		monitor,
	} ) => {
		await form.submit.click();

		await expect( panel.created ).toContainText(
			`Payment link PL-${ order }-1 for €80.00 is ready`
		);
		await expect( panel.copyCreated ).toBeFocused();
		await pageUtils.pressKeys( 'Enter' );
		await expect( panel.copyCreated ).toHaveText( 'Copied' );
		const [ providerOrder ] = await emulator.payable();
		expect( providerOrder ).toMatchObject( {
			order_id: `PL-${ order }-1`,
			amount: 8000,
			currency: 'EUR',
		} );
		expect( await clipboardText( page ) ).toBe(
			providerOrder?.payment_url
		);
		const row = panel.row( `PL-${ order }-1` );
		await expect( row ).toContainText( 'Active' );
		await expect( row ).toContainText( '€80.00' );
		await expect( row ).toContainText( 'Expires in 30 days' );
		await expect( row ).toContainText( 'Made by Sam de Boer' );

		const callsBefore = monitor.calls.length;
		await page.reload( { waitUntil: 'load' } );
		await expect( row ).toContainText( 'Active' );
		expect( monitor.calls ).toHaveLength( callsBefore );
	} );

	test( 'is paid by the customer and refreshed', async ( {
		emulator,
		order,
		panel,
		openedForm: form,
	} ) => {
		await form.submit.click();
		const row = panel.row( `PL-${ order }-1` );

		const customer = await PaymentPage.openWith(
			row.getByRole( 'link', { name: /Open link/ } )
		);
		await expect( customer.pay ).toHaveText( /80/ );
		await customer.payAndClose( emulator );

		await expect( row ).toContainText( 'Active' );
		await panel.action( `PL-${ order }-1`, /^Refresh/ ).click();
		await expect( row ).toContainText( 'Completed' );
		await expect( row ).toContainText( 'Paid' );
		await expect(
			row.getByRole( 'button', { name: /^Copy link/ } )
		).toHaveCount( 0 );
	} );

	test( 'has the values that were entered', async ( {
		emulator,
		order,
		panel,
		openedForm: form,
	} ) => {
		await form.enterAmount( '25,50' );
		await form.field( 'orderId' ).fill( `phone-${ order }` );
		await form.field( 'days' ).fill( '3' );
		await form.field( 'description' ).fill( 'Deposit for a vase' );
		await form.field( 'firstName' ).fill( 'Jürgen' );
		await form.country.selectOption( { label: 'Germany' } );
		await form.language.selectOption( 'de_DE' );
		await form.secondChance.check();
		await form.submit.click();

		await expect( panel.row( `phone-${ order }` ) ).toContainText(
			'Expires in 3 days'
		);
		expect( await emulator.request( `phone-${ order }` ) ).toMatchObject( {
			amount: 2550,
			description: 'Deposit for a vase',
			seconds_active: 3 * 24 * 60 * 60,
			second_chance: { send_email: true },
			customer: {
				first_name: 'Jürgen',
				last_name: 'Smit',
				country: 'DE',
				locale: 'de_DE',
			},
		} );
	} );
} );

test( 'the payment page uses the language of the customer', async ( {
	shop,
	orderScreen,
	form,
} ) => {
	const { ready } = await shop.seededOrders();
	await orderScreen.openForm( ready ?? 0 );
	await expect( form.language ).toHaveValue( 'nl_NL' );
} );

test( 'the notice shows the URL and is closed with Done', async ( {
	emulator,
	order,
	orderScreen,
	panel,
} ) => {
	await orderScreen.generateLink( order );

	const [ providerOrder ] = await emulator.payable();
	await expect(
		panel.created.getByRole( 'textbox', { name: 'Payment link' } )
	).toHaveValue( providerOrder?.payment_url ?? '' );
	await expect(
		panel.created.getByRole( 'link', { name: /Open link/ } )
	).toHaveAttribute( 'href', providerOrder?.payment_url ?? '' );
	await panel.created.getByRole( 'button', { name: 'Done' } ).click();
	await expect( panel.created ).toHaveCount( 0 );
	await expect( panel.generate ).toBeFocused();
} );

test( 'Cancel closes the form and returns the focus', async ( {
	emulator,
	panel,
	openedForm: form,
} ) => {
	await form.enterAmount( '12' );
	await form.cancel.click();

	await expect( form.group ).toHaveCount( 0 );
	await expect( panel.generate ).toBeFocused();
	expect( await emulator.createCalls() ).toBe( 0 );
} );

test( 'a second link has the next order ID, and the form names the open link', async ( {
	emulator,
	order,
	orderScreen,
	panel,
	form,
} ) => {
	await orderScreen.generateLink( order );

	await panel.generateAnother();
	await expect( panel.notice( 'warning' ) ).toContainText(
		`still open: PL-${ order }-1`
	);
	await expect(
		form.group.getByRole( 'textbox', { name: LABELS.orderId } )
	).toHaveValue( `PL-${ order }-2` );
	await form.submit.click();
	await expect( panel.rows ).toHaveCount( 2 );
	await expect( panel.rows.first() ).toContainText( `PL-${ order }-2` );
	expect( await emulator.payable() ).toHaveLength( 2 );
} );

for ( const [ currency, total, amount, shown ] of [
	[ 'JPY', '7800', 7800, '¥7,800' ],
	[ 'USD', '1250.5', 125_050, '$1,250.50' ],
] as const ) {
	test( `an order in ${ currency } uses the decimals of its currency`, async ( {
		shop,
		emulator,
		orderScreen,
		panel,
		form,
	} ) => {
		await orderScreen.openForm(
			await shop.createOrder( { currency, total } )
		);
		await expect( form.full ).toHaveAccessibleName(
			`Full amount (${ shown })`
		);
		await form.submit.click();

		await expect( panel.created ).toContainText( shown );
		expect( await emulator.payable() ).toMatchObject( [
			{ amount, currency },
		] );
	} );
}
