import type { Page } from '@playwright/test';
import { shopEnv } from '../fixtures/env.ts';
import { expect, test } from '../fixtures/index.ts';
import { PASSWORD } from '../fixtures/session.ts';

/** WordPress would notice by itself that the session is over, and lay its own log-in window over the page. */
async function holdHeartbeat( page: Page ): Promise< void > {
	await page.route( '**/admin-ajax.php', ( route ) =>
		route.request().postData()?.includes( 'action=heartbeat' ) === true
			? route.abort()
			: route.continue()
	);
}

test( 'a session that expired while the form was open loses nothing, and logging in elsewhere mends it', async ( {
	page,
	context,
	order,
	orderScreen,
	emulator,
} ) => {
	const { panel } = orderScreen;
	const { form } = panel;
	await holdHeartbeat( page );
	await orderScreen.openForm( order );
	await form.field( 'description' ).fill( 'By phone' );
	await context.clearCookies();
	await form.submit.click();

	await expect( panel.notice( 'error' ) ).toContainText(
		/Your session has expired\. Log in again in another tab/
	);
	await expect( form.field( 'description' ) ).toHaveValue( 'By phone' );
	expect( await emulator.createCalls() ).toBe( 0 );

	// As another tab of this browser does it, without the dashboard that a tab would load.
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
		`an order that was ${ what } meanwhile is said in words, and no link is made`,
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

test( 'a form that cannot be loaded says so, and comes at the next press', async ( {
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
