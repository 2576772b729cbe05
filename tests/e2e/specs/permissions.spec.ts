import { expect, test } from '../fixtures/index.ts';
import { USER_WITHOUT_CAPABILITY } from '../fixtures/helper-plugin.ts';
import { pageOf } from '../fixtures/session.ts';
import { OrderScreen } from '../pages/order-screen.ts';

test.describe( 'permissions for the panel', { tag: '@storage' }, () => {
	test( 'a shop manager sees the panel', async ( { order, orderScreen } ) => {
		await orderScreen.open( order );
		await expect( orderScreen.metaBox ).toContainText( 'Payment links' );
		await expect( orderScreen.panel.generate ).toBeVisible();
	} );

	test( 'a user without the capability for links does not see the panel, and requests are rejected', async ( {
		browser,
		order,
		shop,
		monitor,
	} ) => {
		const page = await pageOf( browser, USER_WITHOUT_CAPABILITY );
		monitor.observe( page.context() );
		const screen = new OrderScreen( page, shop );
		await screen.open( order );
		await expect( page.locator( 'button.save_order' ) ).toBeVisible();
		await expect( screen.metaBox ).toHaveCount( 0 );

		const nonce = await page.request.get(
			'/wp-admin/admin-ajax.php?action=rest-nonce'
		);
		const response = await page.request.get(
			`/wp-json/multisafepay-payment-links/v1/orders/${ order }/links`,
			{ headers: { 'X-WP-Nonce': await nonce.text() } }
		);
		expect( response.status() ).toBe( 403 );
		expect( await response.json() ).toMatchObject( {
			code: 'rest_forbidden',
		} );
		await page.context().close();
	} );

	test( 'a user without access to orders does not see the panel', async ( {
		browser,
		order,
		shop,
		monitor,
	} ) => {
		const page = await pageOf( browser, 'writer' );
		monitor.observe( page.context() );
		const screen = new OrderScreen( page, shop );
		await screen.open( order );
		await expect( page.locator( 'body#error-page' ) ).toHaveCount( 1 );
		await expect( screen.metaBox ).toHaveCount( 0 );
		await page.context().close();
	} );
} );
