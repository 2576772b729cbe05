import { clipboardText } from '../support/clipboard.ts';
import { expect, test } from '../fixtures/index.ts';
import { tabTo } from '../support/keyboard.ts';
import { forgetPreferences } from '../fixtures/users.ts';

test.describe(
	'with the keyboard, with an existing link',
	{ tag: '@real' },
	() => {
		test.afterEach( ( { staffRequests } ) =>
			forgetPreferences( staffRequests )
		);

		test( 'each dialog of a row opens, closes and returns the focus', async ( {
			pageUtils,
			openedLink: link,
			panel,
			linkDialog,
		} ) => {
			const { order_id: orderId } = link;
			const { root } = linkDialog;

			for ( const name of [ 'QR code', 'Wait for', 'Send', 'History' ] ) {
				const button = panel.action( orderId, name );
				await tabTo( button );
				await pageUtils.pressKeys( 'Enter' );
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
				await pageUtils.pressKeys( 'Escape' );
				await expect( root ).toHaveCount( 0 );
				await expect( button ).toBeFocused();
			}
		} );

		test( 'a link is sent to the customer', async ( {
			pageUtils,
			openedLink: link,
			panel,
			linkDialog,
		} ) => {
			const { order_id: orderId } = link;

			await tabTo( panel.action( orderId, 'Send' ) );
			await pageUtils.pressKeys( 'Enter' );
			await tabTo( linkDialog.button( 'Send e-mail' ) );
			await pageUtils.pressKeys( 'Enter' );
			await expect( linkDialog.root ).toContainText(
				'The e-mail is on its way'
			);
			await pageUtils.pressKeys( 'Escape' );

			await expect( panel.row( orderId ) ).toContainText( /Sent / );
		} );

		test( 'a link is duplicated with all fields', async ( {
			page,
			pageUtils,
			emulator,
			order,
			openedLink: link,
			panel,
			form,
		} ) => {
			await tabTo( panel.duplicate( link.order_id ) );
			await pageUtils.pressKeys( 'Enter' );
			await expect(
				form.group.getByRole( 'heading' ).first()
			).toBeFocused();
			await tabTo( form.advanced );
			await pageUtils.pressKeys( 'Space' );
			await tabTo( form.field( 'city' ) );
			await pageUtils.pressKeys( 'primary+A' );
			await page.keyboard.type( 'Utrecht' );
			await tabTo( form.submit );
			await pageUtils.pressKeys( 'Enter' );

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
			pageUtils,
			emulator,
			order,
			orderScreen,
			duplicateOrder,
		} ) => {
			await orderScreen.open( order );

			await tabTo( duplicateOrder.open );
			await pageUtils.pressKeys( 'Enter' );
			await tabTo( duplicateOrder.confirm );
			await pageUtils.pressKeys( 'Enter' );
			await expect( duplicateOrder.copy ).toBeFocused();
			await pageUtils.pressKeys( 'Enter' );

			const [ providerOrder ] = await emulator.payable();
			expect( await clipboardText( page ) ).toBe(
				providerOrder?.payment_url
			);
		} );
	}
);
