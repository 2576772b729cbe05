import type { Page } from '@playwright/test';
import { RTL_COOKIE } from '../fixtures/helper-plugin.ts';
import { expect, test } from '../fixtures/index.ts';
import {
	accessibilityViolations,
	saveScreenshot,
	overflowingElements,
} from '../fixtures/visual-checks.ts';
import { forgetPreferences } from '../fixtures/preferences.ts';
import { SCREENS } from '../fixtures/screens.ts';
import { DuplicateOrderDialog } from '../pages/duplicate-order-dialog.ts';
import type { OrderScreen } from '../pages/order-screen.ts';

const PANEL = '#multisafepay-payment-links-panel';
const WINDOW = '.components-modal__frame';

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

async function expectAccessible(
	page: Page,
	screen: OrderScreen,
	name: string
): Promise< void > {
	await saveScreenshot( screen.metaBox, name );
	expect( await accessibilityViolations( page, PANEL ) ).toEqual( [] );
	expect( await overflowingElements( screen.panel.root ) ).toEqual( [] );
}

for ( const { screen, width, height, rtl } of SCREENS ) {
	test.describe( `on a ${ screen } screen`, () => {
		test.use( { viewport: { width, height } } );
		test.beforeEach( async ( { context } ) => {
			if ( rtl ) {
				await context.addCookies( [ RTL_COOKIE ] );
			}
		} );
		test.afterEach( async ( { page } ) => forgetPreferences( page ) );

		test( 'optional parts of the form are accessible and do not overflow', async ( {
			page,
			order,
			orderScreen,
		} ) => {
			// Four accessibility checks take some time on a busy machine.
			test.slow();
			await orderScreen.openForm( order );
			for ( const [ state, show ] of STATES ) {
				await test.step( state, async () => {
					await show( orderScreen );
					await expectAccessible(
						page,
						orderScreen,
						`form-${ state }-${ screen }`
					);
				} );
			}
		} );

		test(
			'the dialog to duplicate an order is accessible and does not overflow',
			{ tag: '@real' },
			async ( { page, orderScreen, shop } ) => {
				const dialog = new DuplicateOrderDialog( page );
				const { order, product } = await shop.orderWithStock( 2 );
				await shop.rest( 'PUT', `/wc/v3/products/${ product }`, {
					stock_quantity: 1,
				} );
				await orderScreen.open( order );
				await dialog.open.click();
				await dialog.confirm.click();
				await expect( dialog.window ).toContainText( '1 left' );
				await saveScreenshot( dialog.window, `copy-stock-${ screen }` );
				expect( await accessibilityViolations( page, WINDOW ) ).toEqual(
					[]
				);
				expect( await overflowingElements( dialog.window ) ).toEqual(
					[]
				);

				await dialog.confirm.click();
				await expect( dialog.copy ).toBeFocused();
				await saveScreenshot( dialog.window, `copy-done-${ screen }` );
				expect( await accessibilityViolations( page, WINDOW ) ).toEqual(
					[]
				);
				expect( await overflowingElements( dialog.window ) ).toEqual(
					[]
				);
			}
		);
	} );
}
