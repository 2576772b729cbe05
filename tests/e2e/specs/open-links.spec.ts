import { expect, test } from '../fixtures/index.ts';
import { tabTo } from '../fixtures/keyboard.ts';
import {
	accessibilityViolations,
	saveScreenshot,
	overflowingElements,
} from '../fixtures/visual-checks.ts';

test.describe( 'a second link for an order with an open link', () => {
	test( 'asks first, and the open link can be copied', async ( {
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
		await saveScreenshot( orderScreen.metaBox, 'open-link-question' );
		expect(
			await accessibilityViolations(
				page,
				'#multisafepay-payment-links-panel'
			)
		).toEqual( [] );
		expect( await overflowingElements( panel.root ) ).toEqual( [] );
		await tabTo(
			question.getByRole( 'button', { name: `Copy link ${ orderId }` } )
		);
		await page.keyboard.press( 'Enter' );

		const [ providerOrder ] = await emulator.payable();
		await expect
			.poll( () => page.evaluate( () => navigator.clipboard.readText() ) )
			.toBe( providerOrder?.payment_url );
		await question.getByRole( 'button', { name: 'Cancel' } ).click();
		await expect( panel.generate ).toBeFocused();
		expect( await emulator.createCalls() ).toBe( 1 );
	} );

	test(
		'replaces the open link, which is cancelled afterwards',
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

	test( 'is created in addition to the open link on request', async ( {
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
