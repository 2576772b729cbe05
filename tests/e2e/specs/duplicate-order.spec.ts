import { clipboardText } from '../support/clipboard.ts';
import { expect, test } from '../fixtures/index.ts';

// The stand-in cannot duplicate orders.
test.describe( 'duplicating an order', { tag: '@real' }, () => {
	test(
		'creates a new unpaid order with its own link',
		{ tag: '@storage' },
		async ( {
			page,
			pageUtils,
			shop,
			emulator,
			orderScreen,
			panel,
			duplicateOrder,
		} ) => {
			const { fee } = await shop.seededOrders();
			await orderScreen.open( fee ?? 0 );
			await duplicateOrder.open.click();
			await expect( duplicateOrder.window ).toContainText(
				'Not copied: payments'
			);
			await duplicateOrder.confirm.click();

			await expect( duplicateOrder.copy ).toBeFocused();
			await pageUtils.pressKeys( 'Enter' );
			const [ providerOrder ] = await emulator.payable();
			expect( await duplicateOrder.address.inputValue() ).toBe(
				providerOrder?.payment_url
			);
			expect( await clipboardText( page ) ).toBe(
				providerOrder?.payment_url
			);

			const number = providerOrder?.order_id.split( '-' )[ 1 ] ?? '';
			expect( number ).not.toBe( String( fee ) );
			await duplicateOrder.orderLink.click();
			await expect( panel.row( `PL-${ number }-1` ) ).toContainText(
				'Active'
			);
			await expect( orderScreen.status ).toHaveValue( 'wc-pending' );
		}
	);

	test( 'asks about missing stock and continues after a confirmation', async ( {
		shop,
		emulator,
		orderScreen,
		duplicateOrder,
	} ) => {
		const order = await shop.orderWithMissingStock();
		await orderScreen.open( order );
		await duplicateOrder.duplicate();

		await expect( duplicateOrder.window ).toContainText(
			'2 wanted, 1 left'
		);
		expect( await emulator.createCalls() ).toBe( 0 );
		await duplicateOrder.confirm.click();
		await expect( duplicateOrder.copy ).toBeFocused();
		expect( await emulator.payable() ).toHaveLength( 1 );
	} );

	test( 'shows the order whose link failed, and a retry creates its link', async ( {
		emulator,
		order,
		orderScreen,
		duplicateOrder,
	} ) => {
		await emulator.failCreations( 2 );
		await orderScreen.open( order );
		await duplicateOrder.duplicate();

		await expect( duplicateOrder.window ).toContainText(
			/Order \d+ is there, but it has no payment link yet/
		);
		const first = await duplicateOrder.orderLink.getAttribute( 'href' );
		await duplicateOrder.confirm.click();
		await expect( duplicateOrder.copy ).toBeFocused();
		expect( await duplicateOrder.orderLink.getAttribute( 'href' ) ).toBe(
			first
		);
		expect( await emulator.payable() ).toHaveLength( 1 );
	} );
} );
