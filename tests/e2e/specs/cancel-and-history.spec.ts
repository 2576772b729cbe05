import { expect, test } from '../fixtures/index.ts';
import { tabTo } from '../fixtures/keyboard.ts';

test(
	'a link is retired after a question, by keyboard alone',
	{ tag: '@storage' },
	async ( { page, order, shop, orderScreen, emulator } ) => {
		const { panel, dialogs } = orderScreen;
		const orderId = `PL-${ order }-1`;
		await shop.createLink( order );
		await orderScreen.open( order );

		await tabTo( panel.action( orderId, 'Retire' ) );
		await page.keyboard.press( 'Enter' );
		await expect( dialogs.root ).toContainText( `${ orderId } for €80.00` );
		await page.keyboard.press( 'Escape' );
		await expect( dialogs.root ).toHaveCount( 0 );
		await expect( panel.action( orderId, 'Retire' ) ).toBeFocused();
		expect( await emulator.payable() ).toHaveLength( 1 );

		await page.keyboard.press( 'Enter' );
		await dialogs.retire.waitFor();
		await tabTo( dialogs.retire );
		await page.keyboard.press( 'Enter' );

		await expect( dialogs.root ).toHaveCount( 0 );
		await expect( panel.row( orderId ) ).toContainText( 'Cancelled' );
		await expect( panel.row( orderId ) ).toBeFocused();
		expect( await emulator.payable() ).toEqual( [] );
	}
);

test( 'a link that MultiSafepay cannot cancel now stays, and the dialog says so', async ( {
	order,
	shop,
	orderScreen,
	emulator,
} ) => {
	const { panel, dialogs } = orderScreen;
	const orderId = `PL-${ order }-1`;
	await shop.createLink( order );
	await orderScreen.open( order );
	await emulator.fault( {
		fault: 'status_503_html',
		method: 'PATCH',
		path: '/orders/*',
		times: 0,
	} );

	await panel.action( orderId, 'Retire' ).click();
	await dialogs.retire.click();
	await expect( dialogs.root.locator( '.is-error' ) ).toContainText(
		'MultiSafepay'
	);
	await dialogs.keep.click();

	await expect( panel.row( orderId ) ).toContainText( 'Active' );
	await expect( panel.action( orderId, 'Retire' ) ).toBeFocused();
} );

test(
	'a link that was paid a moment ago is not retired: its row shows the payment',
	{ tag: '@real' },
	async ( { order, shop, orderScreen, emulator } ) => {
		const { panel, dialogs } = orderScreen;
		const orderId = `PL-${ order }-1`;
		await shop.createLink( order );
		await orderScreen.open( order );
		await panel.action( orderId, 'Retire' ).click();
		await emulator.control( 'POST', `orders/${ orderId }/pay` );

		await dialogs.retire.click();

		await expect( dialogs.root ).toHaveCount( 0 );
		await expect( panel.row( orderId ) ).toContainText( 'Completed' );
		await expect( panel.row( orderId ) ).toContainText(
			`${ orderId } has been paid meanwhile`
		);
	}
);

test( 'the history says who did what and when', async ( {
	page,
	order,
	orderScreen,
} ) => {
	const { panel, dialogs } = orderScreen;
	const orderId = `PL-${ order }-1`;
	await orderScreen.openForm( order );
	await panel.form.submit.click();
	await panel.created.waitFor();

	await panel.action( orderId, 'History' ).click();

	await expect( dialogs.events ).toHaveCount( 2 );
	await expect( dialogs.events.first() ).toContainText( 'Link created.' );
	await expect( dialogs.events.first() ).toContainText(
		'from Being created to Active'
	);
	await expect( dialogs.events.first() ).toContainText( 'Sam de Boer' );
	await expect( dialogs.events.last() ).toContainText( 'Order ID reserved.' );
	await page.keyboard.press( 'Escape' );
	await expect( panel.action( orderId, 'History' ) ).toBeFocused();
} );
