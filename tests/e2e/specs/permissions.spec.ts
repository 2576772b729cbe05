import { expect, test } from '../fixtures/index.ts';
import { STAFF_WITHOUT_RIGHT } from '../fixtures/helper-plugin.ts';
import { pageOf } from '../fixtures/session.ts';
import { OrderScreen } from '../pages/order-screen.ts';

test.describe( 'who sees the panel', { tag: '@storage' }, () => {
	test( 'a shop manager does', async ( { order, orderScreen } ) => {
		await orderScreen.open( order );
		await expect( orderScreen.box ).toContainText( 'Payment links' );
		await expect( orderScreen.panel.generate ).toBeVisible();
	} );

	test( 'staff who may edit orders but not make links do not, and their requests are refused', async ( {
		browser,
		order,
		shop,
		watch,
	} ) => {
		const page = await pageOf( browser, STAFF_WITHOUT_RIGHT );
		watch.on( page.context() );
		const screen = new OrderScreen( page, shop );
		await screen.open( order );
		await expect( page.locator( 'button.save_order' ) ).toBeVisible();
		await expect( screen.box ).toHaveCount( 0 );

		const nonce = await page.request.get(
			'/wp-admin/admin-ajax.php?action=rest-nonce'
		);
		const answer = await page.request.get(
			`/wp-json/multisafepay-payment-links/v1/orders/${ order }/links`,
			{ headers: { 'X-WP-Nonce': await nonce.text() } }
		);
		expect( answer.status() ).toBe( 403 );
		expect( await answer.json() ).toMatchObject( {
			code: 'rest_forbidden',
		} );
		await page.context().close();
	} );

	test( 'somebody without rights to orders does not', async ( {
		browser,
		order,
		shop,
		watch,
	} ) => {
		const page = await pageOf( browser, 'writer' );
		watch.on( page.context() );
		const screen = new OrderScreen( page, shop );
		await screen.open( order );
		await expect( page.locator( 'body#error-page' ) ).toHaveCount( 1 );
		await expect( screen.box ).toHaveCount( 0 );
		await page.context().close();
	} );
} );
