import { expect, test } from '../fixtures/index.ts';
import { tabTo } from '../fixtures/keyboard.ts';

test(
	'a link is cancelled after a confirmation, with the keyboard',
	{ tag: '@storage' },
	async ( { page, order, shop, orderScreen, emulator } ) => {
		const { panel, dialog } = orderScreen;
		const orderId = `PL-${ order }-1`;
		await shop.createLink( order );
		await orderScreen.open( order );

		await tabTo( panel.action( orderId, 'Cancel link' ) );
		await page.keyboard.press( 'Enter' );
		await expect( dialog.root ).toContainText( `${ orderId } for €80.00` );
		await page.keyboard.press( 'Escape' );
		await expect( dialog.root ).toHaveCount( 0 );
		await expect( panel.action( orderId, 'Cancel link' ) ).toBeFocused();
		expect( await emulator.payable() ).toHaveLength( 1 );

		await page.keyboard.press( 'Enter' );
		await dialog.cancel.waitFor();
		await tabTo( dialog.cancel );
		await page.keyboard.press( 'Enter' );

		await expect( dialog.root ).toHaveCount( 0 );
		await expect( panel.row( orderId ) ).toContainText( 'Cancelled' );
		await expect( panel.row( orderId ) ).toBeFocused();
		expect( await emulator.payable() ).toEqual( [] );
	}
);

test( 'a link that cannot be cancelled stays open, and the dialog shows an error', async ( {
	order,
	shop,
	orderScreen,
	emulator,
} ) => {
	const { panel, dialog } = orderScreen;
	const orderId = `PL-${ order }-1`;
	await shop.createLink( order );
	await orderScreen.open( order );
	await emulator.fault( {
		fault: 'status_503_html',
		method: 'PATCH',
		path: '/orders/*',
		times: 0,
	} );

	await panel.action( orderId, 'Cancel link' ).click();
	await dialog.cancel.click();
	await expect( dialog.root.locator( '.is-error' ) ).toContainText(
		'MultiSafepay'
	);
	await dialog.keep.click();

	await expect( panel.row( orderId ) ).toContainText( 'Active' );
	await expect( panel.action( orderId, 'Cancel link' ) ).toBeFocused();
} );

test(
	'a link that was just paid is not cancelled, and its row shows the payment',
	{ tag: '@real' },
	async ( { order, shop, orderScreen, emulator } ) => {
		const { panel, dialog } = orderScreen;
		const orderId = `PL-${ order }-1`;
		await shop.createLink( order );
		await orderScreen.open( order );
		await panel.action( orderId, 'Cancel link' ).click();
		await emulator.control( 'POST', `orders/${ orderId }/pay` );

		await dialog.cancel.click();

		await expect( dialog.root ).toHaveCount( 0 );
		await expect( panel.row( orderId ) ).toContainText( 'Completed' );
		await expect( panel.row( orderId ) ).toContainText(
			`${ orderId } has been paid meanwhile`
		);
	}
);

test( 'the history shows who did what and when', async ( {
	page,
	order,
	orderScreen,
} ) => {
	const { panel, dialog } = orderScreen;
	const orderId = `PL-${ order }-1`;
	await orderScreen.openForm( order );
	await panel.form.submit.click();
	await panel.created.waitFor();

	await panel.action( orderId, 'History' ).click();

	await expect( dialog.events ).toHaveCount( 2 );
	await expect( dialog.events.first() ).toContainText( 'Link created.' );
	await expect( dialog.events.first() ).toContainText(
		'from Being created to Active'
	);
	await expect( dialog.events.first() ).toContainText( 'Sam de Boer' );
	await expect( dialog.events.last() ).toContainText( 'Order ID reserved.' );
	await page.keyboard.press( 'Escape' );
	await expect( panel.action( orderId, 'History' ) ).toBeFocused();
} );
