import { expect, test } from '../fixtures/index.ts';

test.describe( 'returning to an order after some minutes', () => {
	test(
		'shows a payment that was received in between',
		{ tag: '@real' },
		async ( { page, order, shop, orderScreen, emulator, monitor } ) => {
			const { panel } = orderScreen;
			const orderId = `PL-${ order }-1`;
			await shop.createLink( order );
			await orderScreen.open( order );
			await expect( panel.row( orderId ) ).toContainText( 'Active' );
			await emulator.control( 'POST', `orders/${ orderId }/pay` );
			await emulator.control( 'GET', 'notifications' );
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
		order,
		shop,
		orderScreen,
	} ) => {
		const { panel } = orderScreen;
		const [ first, second ] = [ `PL-${ order }-1`, `PL-${ order }-2` ];
		const { id } = await shop.createLink( order );
		await orderScreen.open( order );
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
