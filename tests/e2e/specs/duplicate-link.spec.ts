import { expect, test } from '../fixtures/index.ts';
import { STAFF } from '../fixtures/users.ts';

test(
	'a duplicate has the values of its original, which is cancelled afterwards',
	{ tag: '@storage' },
	async ( { shop, emulator, order, orderScreen, panel, form } ) => {
		await shop.createLink( order, {
			amount: 3000,
			description: 'First part',
			days_active: 3,
		} );
		await orderScreen.open( order );

		await panel.duplicate( `PL-${ order }-1` ).click();
		await expect( form.group.getByRole( 'heading' ).first() ).toBeFocused();
		await expect( form.group ).toContainText( `like PL-${ order }-1` );
		await expect( form.field( 'orderId' ) ).toHaveValue(
			`PL-${ order }-2`
		);
		await expect( form.field( 'amount' ) ).toHaveValue( '30.00' );
		await expect( form.field( 'days' ) ).toHaveValue( '3' );
		await expect( form.field( 'description' ) ).toHaveValue( 'First part' );
		await expect( form.cancelOriginal ).toBeChecked();
		await form.field( 'description' ).fill( 'First part, once more' );
		await form.submit.click();

		await expect( panel.created ).toContainText(
			`Payment link PL-${ order }-2 for €30.00 is ready`
		);
		await expect( panel.created ).toContainText(
			`PL-${ order }-1 is cancelled`
		);
		await expect( panel.copyCreated ).toBeFocused();
		await expect( panel.row( `PL-${ order }-1` ) ).toContainText(
			'Cancelled'
		);
		expect( await emulator.payable() ).toMatchObject( [
			{ order_id: `PL-${ order }-2`, amount: 3000 },
		] );
	}
);

test( 'the original is kept on request, and both links can be paid', async ( {
	emulator,
	openedLink: link,
	panel,
	form,
} ) => {
	await panel.duplicate( link.order_id ).click();
	await form.cancelOriginal.uncheck();
	await form.submit.click();

	await expect( panel.created ).toContainText(
		`${ link.order_id } stays open: both links can be paid`
	);
	expect( await emulator.payable() ).toHaveLength( 2 );
} );

test( 'an original that cannot be cancelled is named next to the new link', async ( {
	emulator,
	openedLink: link,
	panel,
	form,
} ) => {
	await emulator.failCancellations();
	await panel.duplicate( link.order_id ).click();
	await form.submit.click();

	await expect( panel.created ).toContainText(
		`${ link.order_id } could not be cancelled yet`
	);
	expect( await emulator.payable() ).toHaveLength( 2 );
} );

test(
	'an original that was paid in the meantime is shown, and the amount must be confirmed',
	{ tag: '@real' },
	async ( {
		emulator,
		order,
		openedLink: link,
		orderScreenOf,
		panel,
		form,
	} ) => {
		const { order_id: orderId } = link;
		await panel.duplicate( orderId ).click();
		await form.field( 'description' ).fill( 'Once more' );

		// The customer pays, and another user refreshes the link.
		await emulator.pay( orderId );
		const colleague = await orderScreenOf( STAFF );
		await colleague.open( order );
		await colleague.panel.action( orderId, /^Refresh/ ).click();
		await expect( colleague.panel.row( orderId ) ).toContainText(
			'Completed'
		);

		await form.submit.click();
		await expect( form.confirmation ).toBeFocused();
		await expect( form.group ).toContainText(
			`${ orderId } cannot be paid any more. Status: Completed.`
		);
		await expect( panel.row( orderId ) ).toContainText( 'Completed' );
		await expect( form.field( 'description' ) ).toHaveValue( 'Once more' );
		expect( await emulator.createCalls() ).toBe( 1 );
	}
);
