import { expect, test } from '../fixtures/index.ts';
import { tabTo } from '../fixtures/keyboard.ts';
import { barriers, picture, sticksOut } from '../fixtures/look.ts';

test.describe( 'a second link while one can still be paid', () => {
	test( 'is asked about first, and the one there is can be copied', async ( {
		page,
		order,
		shop,
		orderScreen,
		emulator,
	} ) => {
		const { panel } = orderScreen;
		const orderId = `PL-${ order }-1`;
		await shop.createLink( order );
		await orderScreen.open( order );

		await tabTo( panel.generate );
		await page.keyboard.press( 'Enter' );
		const question = panel.notice( 'warning' );
		await expect( question ).toContainText( 'they may pay twice' );
		await picture( orderScreen.box, 'open-link-question' );
		expect(
			await barriers( page, '#multisafepay-payment-links-panel' )
		).toEqual( [] );
		expect( await sticksOut( panel.root ) ).toEqual( [] );
		await tabTo(
			question.getByRole( 'button', { name: `Copy link ${ orderId }` } )
		);
		await page.keyboard.press( 'Enter' );

		const [ made ] = await emulator.payable();
		await expect
			.poll( () => page.evaluate( () => navigator.clipboard.readText() ) )
			.toBe( made?.payment_url );
		await question.getByRole( 'button', { name: 'Cancel' } ).click();
		await expect( panel.generate ).toBeFocused();
		expect( await emulator.createCalls() ).toBe( 1 );
	} );

	test(
		'takes its place: the first is retired once the second is there',
		{ tag: '@storage' },
		async ( { order, shop, orderScreen, emulator } ) => {
			const { panel } = orderScreen;
			const [ first, second ] = [ `PL-${ order }-1`, `PL-${ order }-2` ];
			await shop.createLink( order );
			await orderScreen.open( order );
			await panel.generate.click();
			await panel
				.notice( 'warning' )
				.getByRole( 'button', {
					name: `Replace with a new link: ${ first }`,
				} )
				.click();
			await panel.form.field( 'amount' ).fill( '79' );
			await panel.form.submit.click();

			await expect( panel.created ).toContainText( second );
			await expect( panel.row( first ) ).toContainText( 'Cancelled' );
			await expect( panel.row( first ) ).toContainText(
				`Replaced by ${ second }`
			);
			expect( await emulator.payable() ).toMatchObject( [
				{ order_id: second, amount: 7900 },
			] );
		}
	);

	test( 'stands beside it when staff want both', async ( {
		order,
		shop,
		orderScreen,
		emulator,
	} ) => {
		const { panel } = orderScreen;
		await shop.createLink( order );
		await orderScreen.open( order );
		await panel.generateAnother();
		await panel.form.submit.click();

		await expect( panel.created ).toContainText( `PL-${ order }-2` );
		expect( await emulator.payable() ).toHaveLength( 2 );
	} );
} );
