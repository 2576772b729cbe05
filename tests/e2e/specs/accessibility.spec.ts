import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/index.ts';
import {
	expectAccessible,
	expectAccessibleOn,
} from '../support/visual-checks.ts';
import { DIRECTIONS } from '../support/screens.ts';
import type { OrderScreen } from '../pages/order-screen.ts';
import { PaymentLinksPanel } from '../pages/payment-links-panel.ts';
import { SettingsScreen } from '../pages/settings-screen.ts';

type Show = ( screen: OrderScreen ) => Promise< void >;

/** States of the panel, in the order of one session. */
const STATES: readonly ( readonly [ name: string, show: Show ] )[] = [
	[ 'empty', ( { panel } ) => panel.generate.waitFor() ],
	[
		'form',
		async ( { panel } ) => {
			await panel.generate.click();
			await panel.form.group.waitFor();
		},
	],
	[
		'errors',
		async ( { panel: { form } } ) => {
			await form.enterAmount( '-5' );
			await form.field( 'orderId' ).fill( 'PL 1' );
			await form.field( 'email' ).fill( 'robin@' );
			await form.submit.click();
			await expect( form.field( 'amount' ) ).toBeFocused();
		},
	],
	[
		'more-than-due',
		async ( { panel: { form } } ) => {
			await form.field( 'amount' ).fill( '90' );
			await form.field( 'orderId' ).fill( '' );
			await form.field( 'email' ).fill( 'robin@example.test' );
			await form.submit.click();
			await expect( form.confirmation ).toBeFocused();
		},
	],
	[
		'created',
		async ( { panel } ) => {
			await panel.form.confirmation.check();
			await panel.form.submit.click();
			await expect( panel.copyCreated ).toBeFocused();
		},
	],
	[
		'open-link-question',
		async ( { panel } ) => {
			await panel.generate.click();
			await panel.keepAndCreateAnother.waitFor();
		},
	],
	[
		'provider-down',
		async ( { panel } ) => {
			await panel.keepAndCreateAnother.click();
			await panel.form.submit.click();
			await panel.notice( 'error' ).waitFor();
		},
	],
];

async function widthOfPage( page: Page ): Promise< number > {
	return page.evaluate( () => document.documentElement.scrollWidth );
}

for ( const { direction, screens } of DIRECTIONS ) {
	test.describe( `on ${ direction } screens`, () => {
		test.use( { rtl: direction === 'rtl' } );
		test.slow();

		test( 'the panel is accessible and does not overflow in all states', async ( {
			page,
			emulator,
			order,
			orderScreen,
		} ) => {
			await orderScreen.open( order );
			await expect( page.locator( 'html' ) ).toHaveCSS(
				'direction',
				direction
			);
			const widths = new Map< string, number >();
			for ( const { name, viewport } of screens ) {
				await page.setViewportSize( viewport );
				widths.set( name, await widthOfPage( page ) );
			}

			for ( const [ state, show ] of STATES ) {
				await test.step( state, async () => {
					if ( state === 'provider-down' ) {
						await emulator.failCreations( 2 );
					}
					await show( orderScreen );
					for ( const { name, viewport } of screens ) {
						await page.setViewportSize( viewport );
						await expectAccessible(
							page,
							PaymentLinksPanel.SELECTOR,
							`panel-${ state }-${ name }`,
							orderScreen.metaBox
						);
						expect( await widthOfPage( page ) ).toBeLessThanOrEqual(
							widths.get( name ) ?? 0
						);
					}
				} );
			}
		} );

		test( 'the settings are accessible and do not overflow', async ( {
			page,
			settings,
		} ) => {
			await settings.open();
			await settings.enterKey.click();
			await settings.saveChanges.scrollIntoViewIfNeeded();
			await expectAccessibleOn(
				screens,
				page,
				SettingsScreen.SELECTOR,
				'settings'
			);
		} );
	} );
}
