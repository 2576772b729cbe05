import { z } from 'zod';
import {
	CHECKOUT_COOKIE,
	PLAIN_PERMALINKS_COOKIE,
} from '../fixtures/helper-plugin.ts';
import { clipboardText } from '../support/clipboard.ts';
import { expect, test } from '../fixtures/index.ts';

const OFFICIAL = 'https://payv2.multisafepay.com/connect/of-the-other-plugin/';
const OFFICIAL_META = [
	{ key: 'payment_url', value: OFFICIAL },
	{ key: 'send_payment_link', value: '1' },
];

const metaSchema = z.object( {
	meta_data: z.array( z.object( { key: z.string(), value: z.unknown() } ) ),
} );

test(
	'an order without an e-mail address shows a warning',
	{ tag: '@real' },
	async ( { shop, orderScreen, panel } ) => {
		const { no_email: order } = await shop.seededOrders();
		await orderScreen.openForm( order ?? 0 );

		await expect( panel.notice( 'warning' ) ).toContainText(
			'no e-mail address that can be used. Enter one below'
		);
	}
);

test( 'plain permalinks show a warning, and links can be created', async ( {
	context,
	order,
	orderScreen,
	panel,
	form,
} ) => {
	await context.addCookies( [ PLAIN_PERMALINKS_COOKIE ] );
	await orderScreen.openForm( order );

	await expect( panel.notice( 'warning' ) ).toContainText(
		'Choose another structure in Settings > Permalinks'
	);
	await form.submit.click();
	await expect( panel.created ).toContainText( '€80.00' );
} );

test(
	'an order that WooCommerce will cancel before the link expires shows a warning',
	{ tag: '@real' },
	async ( { context, order, orderScreen, panel } ) => {
		await context.addCookies( [ CHECKOUT_COOKIE ] );
		await orderScreen.openForm( order );

		await expect( panel.notice( 'warning' ) ).toContainText(
			/WooCommerce cancels this order .* On hold/
		);
	}
);

test(
	'a link of the official plugin is shown with a copy button and is not changed',
	{ tag: [ '@storage', '@real' ] },
	async ( { page, requestUtils, shop, order, orderScreen, panel, form } ) => {
		await shop.updateOrder( order, {
			meta_data: OFFICIAL_META,
		} );
		await orderScreen.openForm( order );

		const warning = panel.notice( 'warning' );
		await expect( warning ).toContainText( 'could pay twice' );
		await expect( panel.officialUrl ).toHaveValue( OFFICIAL );
		await warning.getByRole( 'button', { name: /^Copy link/ } ).click();
		await expect.poll( () => clipboardText( page ) ).toBe( OFFICIAL );

		await form.submit.click();
		await expect( panel.created ).toContainText( '€80.00' );
		const { meta_data: meta } = metaSchema.parse(
			await requestUtils.rest( { path: `/wc/v3/orders/${ order }` } )
		);
		expect(
			meta
				.filter( ( { key } ) => /payment_(url|link)/.test( key ) )
				.map( ( { key, value } ) => ( { key, value } ) )
		).toEqual( OFFICIAL_META );
	}
);
