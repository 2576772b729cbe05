import type { Page } from '@playwright/test';
import { shopEnv } from '../fixtures/env.ts';
import { expect, test } from '../fixtures/index.ts';
import { PASSWORD } from '../fixtures/session.ts';

/** Without heartbeat, WordPress does not show its own login dialog. */
async function blockHeartbeat( page: Page ): Promise< void > {
	await page.route( '**/admin-ajax.php', ( route ) =>
		route.request().postData()?.includes( 'action=heartbeat' ) === true
			? route.abort()
			: route.continue()
	);
}

test( 'an expired session loses no input, and the form works after a login in another tab', async ( {
	page,
	context,
	order,
	orderScreen,
	emulator,
} ) => {
	const { panel } = orderScreen;
	const { form } = panel;
	await blockHeartbeat( page );
	await orderScreen.openForm( order );
	await form.field( 'description' ).fill( 'By phone' );
	await context.clearCookies();
	await form.submit.click();

	await expect( panel.notice( 'error' ) ).toContainText(
		/Your session has expired\. Log in again in another tab/
	);
	await expect( form.field( 'description' ) ).toHaveValue( 'By phone' );
	expect( await emulator.createCalls() ).toBe( 0 );

	// Logs in as in another tab, without loading the dashboard.
	await page.request.get( '/wp-login.php' );
	await page.request.post( '/wp-login.php', {
		form: { log: 'sam', pwd: PASSWORD, testcookie: '1' },
		maxRedirects: 0,
	} );

	await form.submit.click();
	await expect( panel.created ).toContainText( '€80.00' );
	expect( await emulator.request( `PL-${ order }-1` ) ).toMatchObject( {
		description: 'By phone',
	} );
} );

for ( const [ what, force ] of [
	[ 'trashed', false ],
	[ 'deleted', true ],
] as const ) {
	test(
		`an order that was ${ what } in the meantime shows an error, and no link is created`,
		{ tag: '@storage' },
		async ( { order, orderScreen, shop, emulator } ) => {
			const { panel } = orderScreen;
			const { form } = panel;
			await orderScreen.openForm( order );
			await form.field( 'description' ).fill( 'By phone' );
			await shop.rest( 'DELETE', `/wc/v3/orders/${ order }`, { force } );
			await form.submit.click();

			await expect( panel.notice( 'error' ) ).toContainText(
				'This order does not exist any more'
			);
			await expect( form.field( 'description' ) ).toHaveValue(
				'By phone'
			);
			expect( await emulator.createCalls() ).toBe( 0 );
		}
	);
}

test( 'a form that cannot be loaded shows an error and can be retried', async ( {
	page,
	order,
	orderScreen,
} ) => {
	const { panel } = orderScreen;
	const files = `${ shopEnv.baseUrl }/**/multisafepay-payment-links/build/*.js*`;
	await orderScreen.open( order );
	await page.route( files, ( route ) =>
		route.fulfill( { contentType: 'text/javascript', body: '' } )
	);
	await panel.generate.click();
	await expect( panel.notice( 'error' ) ).toContainText(
		'could not be loaded'
	);

	await page.unroute( files );
	await panel.generate.click();
	await expect( panel.form.group ).toBeVisible();
} );
