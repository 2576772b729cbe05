import { expect, test } from '../fixtures/index.ts';
import { expectAccessibleOn } from '../support/visual-checks.ts';
import { forgetPreferences } from '../fixtures/users.ts';
import { DIRECTIONS } from '../support/screens.ts';
import { DuplicateOrderDialog } from '../pages/duplicate-order-dialog.ts';
import type { OrderScreen } from '../pages/order-screen.ts';
import { PaymentLinksPanel } from '../pages/payment-links-panel.ts';

type Show = ( screen: OrderScreen ) => Promise< void >;

/** Optional parts of the form, in the order of one session. */
const STATES: readonly ( readonly [ name: string, show: Show ] )[] = [
	[
		'all-fields',
		async ( { panel: { form } } ) => {
			await form.showAllFields();
			await form.items.waitFor();
			await form.paymentMethod.locator( 'option' ).nth( 1 ).waitFor( {
				state: 'attached',
			} );
		},
	],
	[
		'all-fields-errors',
		async ( { panel: { form } } ) => {
			await form.secondChance.check();
			await form.expiry.selectOption( { label: 'After some hours' } );
			await form.field( 'hours' ).fill( '0' );
			await form.hasDelivery.check();
			await form.field( 'postalCode' ).fill( '12345 67890' );
			await form.field( 'pageAfterPaying' ).fill( 'example.com' );
			await form.submit.click();
			await expect( form.field( 'hours' ) ).toBeFocused();
		},
	],
	[
		'duplicate',
		async ( { panel } ) => {
			const { form } = panel;
			await form.field( 'hours' ).fill( '36' );
			await form.hasDelivery.uncheck();
			await form.field( 'postalCode' ).fill( '1016 GV' );
			await form.field( 'pageAfterPaying' ).fill( '' );
			await form.submit.click();
			await panel.created.waitFor();
			await panel.rows
				.first()
				.getByRole( 'button', { name: /^Duplicate / } )
				.click();
			await form.advanced.uncheck();
			await form.cancelOriginal.scrollIntoViewIfNeeded();
		},
	],
	[
		'replaced',
		async ( { panel } ) => {
			await panel.form.submit.click();
			await expect( panel.created ).toContainText( 'is cancelled' );
		},
	],
];

for ( const { direction, screens } of DIRECTIONS ) {
	test.describe( `on ${ direction } screens`, () => {
		test.use( { rtl: direction === 'rtl' } );
		test.slow();
		test.afterEach( ( { staffRequests } ) =>
			forgetPreferences( staffRequests )
		);

		test( 'optional parts of the form are accessible and do not overflow', async ( {
			page,
			order,
			orderScreen,
		} ) => {
			await orderScreen.openForm( order );
			for ( const [ state, show ] of STATES ) {
				await test.step( state, async () => {
					await show( orderScreen );
					await expectAccessibleOn(
						screens,
						page,
						PaymentLinksPanel.SELECTOR,
						`form-${ state }`,
						orderScreen.metaBox
					);
				} );
			}
		} );

		test(
			'the dialog to duplicate an order is accessible and does not overflow',
			{ tag: '@real' },
			async ( { page, shop, orderScreen, duplicateOrder } ) => {
				const order = await shop.orderWithMissingStock();
				await orderScreen.open( order );
				await duplicateOrder.duplicate();
				await expect( duplicateOrder.window ).toContainText( '1 left' );
				await expectAccessibleOn(
					screens,
					page,
					DuplicateOrderDialog.SELECTOR,
					'copy-stock'
				);

				await duplicateOrder.confirm.click();
				await expect( duplicateOrder.copy ).toBeFocused();
				await expectAccessibleOn(
					screens,
					page,
					DuplicateOrderDialog.SELECTOR,
					'copy-done'
				);
			}
		);
	} );
}
