import { expect, test } from '../fixtures/index.ts';
import { tabTo } from '../fixtures/keyboard.ts';
import { forgetPreferences } from '../fixtures/preferences.ts';
import { DuplicateOrderDialog } from '../pages/duplicate-order-dialog.ts';
import { LinkDialog } from '../pages/link-dialog.ts';

test.describe(
	'with the keyboard, with an existing link',
	{ tag: '@real' },
	() => {
		test.afterEach( async ( { page } ) => forgetPreferences( page ) );

		test( 'each dialog of a row opens, closes and returns the focus', async ( {
			page,
			order,
			shop,
			orderScreen,
		} ) => {
			const { order_id: orderId } = await shop.createLink( order );
			await orderScreen.open( order );
			const { root } = new LinkDialog( page );

			for ( const name of [ 'QR code', 'Wait for', 'Send', 'History' ] ) {
				const button = orderScreen.panel.action( orderId, name );
				await tabTo( button );
				await page.keyboard.press( 'Enter' );
				await expect( root ).toContainText( orderId );
				await expect
					.poll( () =>
						root.evaluate( ( element ) =>
							element.contains(
								element.ownerDocument.activeElement
							)
						)
					)
					.toBe( true );
				await page.keyboard.press( 'Escape' );
				await expect( root ).toHaveCount( 0 );
				await expect( button ).toBeFocused();
			}
		} );

		test( 'a link is sent to the customer', async ( {
			page,
			order,
			shop,
			orderScreen,
		} ) => {
			const { order_id: orderId } = await shop.createLink( order );
			await orderScreen.open( order );
			const dialog = new LinkDialog( page );

			await tabTo( orderScreen.panel.action( orderId, 'Send' ) );
			await page.keyboard.press( 'Enter' );
			await tabTo( dialog.button( 'Send e-mail' ) );
			await page.keyboard.press( 'Enter' );
			await expect( dialog.root ).toContainText(
				'The e-mail is on its way'
			);
			await page.keyboard.press( 'Escape' );

			await expect( orderScreen.panel.row( orderId ) ).toContainText(
				/Sent /
			);
		} );

		test( 'a link is duplicated with all fields', async ( {
			page,
			order,
			shop,
			orderScreen,
			emulator,
		} ) => {
			await shop.createLink( order );
			await orderScreen.open( order );
			const { panel } = orderScreen;

			await tabTo( panel.duplicate( `PL-${ order }-1` ) );
			await page.keyboard.press( 'Enter' );
			await expect(
				panel.form.group.getByRole( 'heading' ).first()
			).toBeFocused();
			await tabTo( panel.form.advanced );
			await page.keyboard.press( 'Space' );
			await tabTo( panel.form.field( 'city' ) );
			await page.keyboard.press( 'Control+A' );
			await page.keyboard.type( 'Utrecht' );
			await tabTo( panel.form.submit );
			await page.keyboard.press( 'Enter' );

			await expect( panel.copyCreated ).toBeFocused();
			expect( await emulator.payable() ).toMatchObject( [
				{ order_id: `PL-${ order }-2` },
			] );
			expect( await emulator.request( `PL-${ order }-2` ) ).toMatchObject(
				{
					customer: { city: 'Utrecht' },
				}
			);
		} );

		test( 'an order is duplicated and its link is copied', async ( {
			page,
			order,
			orderScreen,
			emulator,
		} ) => {
			await orderScreen.open( order );
			const dialog = new DuplicateOrderDialog( page );

			await tabTo( dialog.open );
			await page.keyboard.press( 'Enter' );
			await tabTo( dialog.confirm );
			await page.keyboard.press( 'Enter' );
			await expect( dialog.copy ).toBeFocused();
			await page.keyboard.press( 'Enter' );

			const [ providerOrder ] = await emulator.payable();
			expect(
				await page.evaluate( () => navigator.clipboard.readText() )
			).toBe( providerOrder?.payment_url );
		} );
	}
);
