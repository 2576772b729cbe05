import { expect, test } from '../fixtures/index.ts';
import { USER_WITHOUT_CAPABILITY } from '../fixtures/helper-plugin.ts';
import { logIn } from '../fixtures/users.ts';

test.describe( 'permissions for the panel', { tag: '@storage' }, () => {
	test( 'a shop manager sees the panel', async ( {
		order,
		orderScreen,
		panel,
	} ) => {
		await orderScreen.open( order );
		await expect( orderScreen.metaBox ).toContainText( 'Payment links' );
		await expect( panel.generate ).toBeVisible();
	} );

	test( 'a user without the capability for links does not see the panel, and requests are rejected', async ( {
		order,
		orderScreenOf,
	} ) => {
		const screen = await orderScreenOf( USER_WITHOUT_CAPABILITY );
		await screen.open( order );
		await expect( screen.saveButton ).toBeVisible();
		await expect( screen.metaBox ).toHaveCount( 0 );

		const user = await logIn( USER_WITHOUT_CAPABILITY );
		await expect(
			user.rest( {
				path: `/multisafepay-payment-links/v1/orders/${ order }/links`,
			} )
		).rejects.toMatchObject( {
			code: 'rest_forbidden',
			data: { status: 403 },
		} );
	} );

	test( 'a user without access to orders does not see the panel', async ( {
		order,
		orderScreenOf,
	} ) => {
		const screen = await orderScreenOf( 'writer' );
		await screen.open( order );
		await expect( screen.page.locator( 'body#error-page' ) ).toHaveCount(
			1
		);
		await expect( screen.metaBox ).toHaveCount( 0 );
	} );
} );
