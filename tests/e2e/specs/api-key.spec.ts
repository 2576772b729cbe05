import { expect, test } from '../fixtures/index.ts';
import { shopEnv } from '../fixtures/env.ts';

const WRONG_KEY = 'emulator-key-wrong-00000000000000000000000000004';

test.describe( 'without an API key', { tag: '@shop-wide' }, () => {
	test.beforeEach( ( { noKey } ) => noKey );

	test(
		'the panel links to the settings, and a saved key makes links possible',
		{ tag: '@storage' },
		async ( { page, order, orderScreen, panel, form, settings } ) => {
			await orderScreen.open( order );
			await expect( panel.notice( 'warning' ) ).toContainText(
				'Payment links need an API key of MultiSafepay'
			);
			await expect( panel.generate ).toHaveCount( 0 );
			await panel.root
				.getByRole( 'link', { name: 'Open the settings' } )
				.click();

			await expect( settings.site ).toContainText( 'No key yet' );
			await settings.typeKey( shopEnv.emulatorKey );
			await settings.checkKey.click();
			await expect( settings.site ).toContainText(
				/The key works: test account \d+, site \d+/
			);
			await settings.save();
			await expect( settings.site ).toContainText( '0001' );
			await page.reload();
			await expect( settings.site ).not.toContainText( 'No key yet' );

			await orderScreen.openForm( order );
			await form.submit.click();
			await expect( panel.created ).toContainText( 'is ready' );
		}
	);

	test( 'a wrong key is detected before it is saved', async ( {
		settings,
	} ) => {
		await settings.open();
		await settings.typeKey( WRONG_KEY );
		await settings.checkKey.click();

		await expect( settings.site ).toContainText( /✕.*key/i );
		await expect( settings.key ).toHaveValue( WRONG_KEY );
	} );
} );

test(
	'a rejected key shows an error with a link to the settings',
	{ tag: '@shop-wide' },
	async ( { shop, emulator, order, orderScreen, panel, form, settings } ) => {
		await shop.storeKey( WRONG_KEY );
		try {
			await orderScreen.openForm( order );
			await form.submit.click();

			await expect( panel.notice( 'error' ) ).toContainText(
				'MultiSafepay does not accept the API key of this site'
			);
			expect( await emulator.orders() ).toEqual( [] );
			await panel
				.notice( 'error' )
				.getByRole( 'link', { name: 'Open the settings' } )
				.click();
			await expect( settings.site ).toBeVisible();
		} finally {
			await shop.storeKey();
		}
	}
);

test(
	'settings are saved and used by the next form',
	{ tag: '@shop-wide' },
	async ( { shop, order, orderScreen, form, settings } ) => {
		await settings.open();
		try {
			await settings.root
				.getByRole( 'textbox', { name: 'Days a link can be paid' } )
				.fill( '7' );
			await settings.root
				.getByRole( 'textbox', { name: 'Description' } )
				.fill( 'Your tulips, {order_number}' );
			await settings.save();

			await orderScreen.openForm( order );
			await expect( form.field( 'days' ) ).toHaveValue( '7' );
			await expect( form.field( 'description' ) ).toHaveValue(
				`Your tulips, ${ order }`
			);
		} finally {
			await shop.storeKey();
		}
	}
);

test( 'an invalid setting is shown at its field and not saved', async ( {
	settings,
	monitor,
} ) => {
	await settings.open();
	const template = settings.site.getByRole( 'textbox', {
		name: 'Order ID template',
	} );
	await template.fill( 'PL-{order_number}' );
	await settings.saveChanges.click();

	await expect( template ).toBeFocused();
	await expect( template ).toHaveAccessibleDescription(
		/Use {order_number} and {n} once each/
	);
	expect( monitor.calls ).toHaveLength( 0 );
} );
