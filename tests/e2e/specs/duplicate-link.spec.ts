import { expect, test } from '../fixtures/index.ts';
import { pageOf } from '../fixtures/session.ts';
import { OrderScreen } from '../pages/order-screen.ts';

test(
	'a duplicate has the values of its original, which is cancelled afterwards',
	{ tag: '@storage' },
	async ( { order, orderScreen, emulator } ) => {
		const { panel } = orderScreen;
		const { form } = panel;
		await orderScreen.openForm( order );
		await form.field( 'amount' ).fill( '30' );
		await form.field( 'description' ).fill( 'First part' );
		await form.field( 'days' ).fill( '3' );
		await form.submit.click();
		await panel.created.waitFor();

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
	order,
	orderScreen,
	emulator,
} ) => {
	const { panel } = orderScreen;
	const { form } = panel;
	await orderScreen.openForm( order );
	await form.submit.click();
	await panel.created.waitFor();
	await panel.duplicate( `PL-${ order }-1` ).click();
	await form.cancelOriginal.uncheck();
	await form.submit.click();

	await expect( panel.created ).toContainText(
		`PL-${ order }-1 stays open: both links can be paid`
	);
	expect( await emulator.payable() ).toHaveLength( 2 );
} );

test( 'an original that cannot be cancelled is named next to the new link', async ( {
	order,
	orderScreen,
	emulator,
} ) => {
	const { panel } = orderScreen;
	const { form } = panel;
	await orderScreen.openForm( order );
	await form.submit.click();
	await panel.created.waitFor();
	await emulator.fault( {
		fault: 'status_503_html',
		method: 'PATCH',
		path: '/orders/*',
		times: 0,
	} );
	await panel.duplicate( `PL-${ order }-1` ).click();
	await form.submit.click();

	await expect( panel.created ).toContainText(
		`PL-${ order }-1 could not be cancelled yet`
	);
	expect( await emulator.payable() ).toHaveLength( 2 );
} );

test(
	'an original that was paid in the meantime is shown, and the amount must be confirmed',
	{ tag: '@real' },
	async ( { browser, order, orderScreen, emulator, shop, monitor } ) => {
		const { panel } = orderScreen;
		const { form } = panel;
		await orderScreen.openForm( order );
		await form.submit.click();
		await panel.created.waitFor();
		await panel.duplicate( `PL-${ order }-1` ).click();
		await form.field( 'description' ).fill( 'Once more' );

		// The customer pays, and another user refreshes the link.
		await emulator.control( 'POST', `orders/PL-${ order }-1/pay` );
		const page = await pageOf( browser, 'sam' );
		monitor.observe( page.context() );
		const colleague = new OrderScreen( page, shop );
		await colleague.open( order );
		const row = colleague.panel.row( `PL-${ order }-1` );
		await row.getByRole( 'button', { name: /^Refresh/ } ).click();
		await expect( row ).toContainText( 'Completed' );
		await page.context().close();

		await form.submit.click();
		await expect( form.confirmation ).toBeFocused();
		await expect( form.group ).toContainText(
			`PL-${ order }-1 cannot be paid any more. Status: Completed.`
		);
		await expect( panel.row( `PL-${ order }-1` ) ).toContainText(
			'Completed'
		);
		await expect( form.field( 'description' ) ).toHaveValue( 'Once more' );
		expect( await emulator.createCalls() ).toBe( 1 );
	}
);
