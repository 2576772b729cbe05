import { expect, test } from '../fixtures/index.ts';
import { DuplicateOrderDialog } from '../pages/duplicate-order-dialog.ts';

// The stand-in cannot duplicate orders.
test.describe( 'duplicating an order', { tag: '@real' }, () => {
	test(
		'creates a new unpaid order with its own link',
		{ tag: '@storage' },
		async ( { page, orderScreen, shop, emulator } ) => {
			const dialog = new DuplicateOrderDialog( page );
			const { fee } = await shop.seededOrders();
			await orderScreen.open( fee ?? 0 );
			await dialog.open.click();
			await expect( dialog.window ).toContainText(
				'Not copied: payments'
			);
			await dialog.confirm.click();

			await expect( dialog.copy ).toBeFocused();
			await page.keyboard.press( 'Enter' );
			const [ providerOrder ] = await emulator.payable();
			expect( await dialog.address.inputValue() ).toBe(
				providerOrder?.payment_url
			);
			expect(
				await page.evaluate( () => navigator.clipboard.readText() )
			).toBe( providerOrder?.payment_url );

			const number = providerOrder?.order_id.split( '-' )[ 1 ] ?? '';
			expect( number ).not.toBe( String( fee ) );
			await dialog.orderLink.click();
			await expect(
				orderScreen.panel.row( `PL-${ number }-1` )
			).toContainText( 'Active' );
			await expect( page.locator( '#order_status' ) ).toHaveValue(
				'wc-pending'
			);
		}
	);

	test( 'asks about missing stock and continues after a confirmation', async ( {
		page,
		orderScreen,
		shop,
		emulator,
	} ) => {
		const dialog = new DuplicateOrderDialog( page );
		const { order, product } = await shop.orderWithStock( 2 );
		await shop.rest( 'PUT', `/wc/v3/products/${ product }`, {
			stock_quantity: 1,
		} );
		await orderScreen.open( order );
		await dialog.open.click();
		await dialog.confirm.click();

		await expect( dialog.window ).toContainText( '2 wanted, 1 left' );
		expect( await emulator.createCalls() ).toBe( 0 );
		await dialog.confirm.click();
		await expect( dialog.copy ).toBeFocused();
		expect( await emulator.payable() ).toHaveLength( 1 );
	} );

	test( 'shows the order whose link failed, and a retry creates its link', async ( {
		page,
		order,
		orderScreen,
		emulator,
	} ) => {
		const dialog = new DuplicateOrderDialog( page );
		await emulator.fault( { fault: 'status_503_html', times: 2 } );
		await orderScreen.open( order );
		await dialog.open.click();
		await dialog.confirm.click();

		await expect( dialog.window ).toContainText(
			/Order \d+ is there, but it has no payment link yet/
		);
		const first = await dialog.orderLink.getAttribute( 'href' );
		await dialog.confirm.click();
		await expect( dialog.copy ).toBeFocused();
		expect( await dialog.orderLink.getAttribute( 'href' ) ).toBe( first );
		expect( await emulator.payable() ).toHaveLength( 1 );
	} );
} );
