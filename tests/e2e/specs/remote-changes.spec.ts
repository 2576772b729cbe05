import { expect, test } from '../fixtures/index.ts';

test.describe( 'returning to an order after some minutes', () => {
	test(
		'shows a payment that was received in between',
		{ tag: '@real' },
		async ( {
			page,
			emulator,
			openedLink: link,
			orderScreen,
			panel,
			monitor,
		} ) => {
			const { order_id: orderId } = link;
			await expect( panel.row( orderId ) ).toContainText( 'Active' );
			await emulator.pay( orderId );
			await emulator.deliverNotifications();
			expect( monitor.calls ).toHaveLength( 0 );

			await orderScreen.returnAfter( 5 );

			await expect( panel.row( orderId ) ).toContainText(
				`${ orderId } has been paid meanwhile: €80.00.`
			);
			await expect( panel.row( orderId ) ).toContainText( 'Completed' );
			await expect( page.locator( '#a11y-speak-polite' ) ).toContainText(
				'has been paid meanwhile'
			);
		}
	);

	test( 'shows links that another user created and cancelled in between', async ( {
		shop,
		order,
		openedLink: link,
		orderScreen,
		panel,
	} ) => {
		const { id, order_id: first } = link;
		const second = `PL-${ order }-2`;
		await expect( panel.row( first ) ).toContainText( 'Active' );
		await shop.createLink( order, { amount: 100 } );
		await shop.cancelLink( id );

		await orderScreen.returnAfter( 5 );

		await expect( panel.row( first ) ).toContainText(
			`${ first } has been cancelled meanwhile`
		);
		await expect( panel.row( second ) ).toContainText(
			`News of ${ second }: it is Active now.`
		);
	} );
} );
