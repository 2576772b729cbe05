import type { Page } from '@playwright/test';
import { shopEnv } from '../fixtures/env.ts';
import { expect, test } from '../fixtures/index.ts';
import { logInAgain, STAFF } from '../fixtures/users.ts';

/** Without heartbeat, WordPress does not show its own login dialog. */
async function blockHeartbeat( page: Page ): Promise< void > {
	await page.route( '**/admin-ajax.php', ( route ) =>
		route.request().postData()?.includes( 'action=heartbeat' ) === true
			? route.abort()
			: route.continue()
	);
}

test( 'an expired session loses no input, and the form works after a login in another tab', async ( {
	context,
	page,
	emulator,
	order,
	orderScreen,
	panel,
	form,
} ) => {
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

	await logInAgain( context, STAFF );

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
		async ( {
			requestUtils,
			emulator,
			order,
			panel,
			openedForm: form,
		} ) => {
			await form.field( 'description' ).fill( 'By phone' );
			await requestUtils.rest( {
				method: 'DELETE',
				path: `/wc/v3/orders/${ order }`,
				data: { force },
			} );
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
	panel,
	form,
} ) => {
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
	await expect( form.group ).toBeVisible();
} );
