import { expect, test } from '../fixtures/index.ts';
import { tabTo } from '../support/keyboard.ts';

test(
	'a link is cancelled after a confirmation, with the keyboard',
	{ tag: '@storage' },
	async ( { pageUtils, emulator, openedLink: link, orderScreen, panel } ) => {
		const { dialog } = orderScreen;
		const { order_id: orderId } = link;

		await tabTo( panel.action( orderId, 'Cancel link' ) );
		await pageUtils.pressKeys( 'Enter' );
		await expect( dialog.root ).toContainText( `${ orderId } for €80.00` );
		await pageUtils.pressKeys( 'Escape' );
		await expect( dialog.root ).toHaveCount( 0 );
		await expect( panel.action( orderId, 'Cancel link' ) ).toBeFocused();
		expect( await emulator.payable() ).toHaveLength( 1 );

		await pageUtils.pressKeys( 'Enter' );
		await dialog.cancel.waitFor();
		await tabTo( dialog.cancel );
		await pageUtils.pressKeys( 'Enter' );

		await expect( dialog.root ).toHaveCount( 0 );
		await expect( panel.row( orderId ) ).toContainText( 'Cancelled' );
		await expect( panel.row( orderId ) ).toBeFocused();
		expect( await emulator.payable() ).toEqual( [] );
	}
);

test( 'a link that cannot be cancelled stays open, and the dialog shows an error', async ( {
	emulator,
	openedLink: link,
	orderScreen,
	panel,
} ) => {
	const { dialog } = orderScreen;
	const { order_id: orderId } = link;
	await emulator.failCancellations();

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
	async ( { emulator, openedLink: link, orderScreen, panel } ) => {
		const { dialog } = orderScreen;
		const { order_id: orderId } = link;
		await panel.action( orderId, 'Cancel link' ).click();
		await emulator.pay( orderId );

		await dialog.cancel.click();

		await expect( dialog.root ).toHaveCount( 0 );
		await expect( panel.row( orderId ) ).toContainText( 'Completed' );
		await expect( panel.row( orderId ) ).toContainText(
			`${ orderId } has been paid meanwhile`
		);
	}
);

test( 'the history shows who did what and when', async ( {
	pageUtils,
	order,
	orderScreen,
	panel,
} ) => {
	const { dialog } = orderScreen;
	const orderId = `PL-${ order }-1`;
	await orderScreen.generateLink( order );

	await panel.action( orderId, 'History' ).click();

	await expect( dialog.events ).toHaveCount( 2 );
	await expect( dialog.events.first() ).toContainText( 'Link created.' );
	await expect( dialog.events.first() ).toContainText(
		'from Being created to Active'
	);
	await expect( dialog.events.first() ).toContainText( 'Sam de Boer' );
	await expect( dialog.events.last() ).toContainText( 'Order ID reserved.' );
	await pageUtils.pressKeys( 'Escape' );
	await expect( panel.action( orderId, 'History' ) ).toBeFocused();
} );
