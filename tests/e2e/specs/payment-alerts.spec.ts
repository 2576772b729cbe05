import { expect, test } from '../fixtures/index.ts';
import { RTL_COOKIE } from '../fixtures/helper-plugin.ts';
import {
	accessibilityViolations,
	saveScreenshot,
	overflowingElements,
} from '../fixtures/visual-checks.ts';
import { SCREENS } from '../fixtures/screens.ts';

const PANEL = '#multisafepay-payment-links-panel';
const DIALOG = '.msp-payment-links__dialog';

for ( const { screen, width, height, rtl } of SCREENS ) {
	test.describe( `on a ${ screen } screen`, { tag: '@real' }, () => {
		test.use( { viewport: { width, height } } );
		test.beforeEach( async ( { context } ) => {
			if ( rtl ) {
				await context.addCookies( [ RTL_COOKIE ] );
			}
		} );

		test( 'rows with alerts and stale links, and their dialogs, are accessible and do not overflow', async ( {
			page,
			order,
			shop,
			orderScreen,
			emulator,
		} ) => {
			const { panel, dialog } = orderScreen;
			const [ paid, stale ] = [ `PL-${ order }-1`, `PL-${ order }-2` ];
			await shop.createLink( order );
			await emulator.control( 'POST', `orders/${ paid }/pay`, {
				amount: 1,
			} );
			await emulator.control( 'GET', 'notifications' );
			await shop.createLink( order, { amount: 4000 } );
			await orderScreen.open( order );

			const paymentAlert = panel.notice( 'error' ).first();
			await expect( paymentAlert ).toContainText( paid );
			await expect( panel.row( paid ) ).toContainText(
				'Paid, check amount'
			);
			await expect(
				panel
					.action( paid, 'Copy link' )
					.or( panel.action( paid, 'Send' ) )
			).toHaveCount( 0 );
			await expect( panel.row( paid ) ).toContainText(
				'Compare it in the MultiSafepay dashboard'
			);
			await expect( panel.row( stale ) ).toContainText( 'asks €40.00' );
			await paymentAlert.getByRole( 'button' ).click();
			await expect( panel.row( paid ) ).toBeFocused();
			await saveScreenshot( orderScreen.metaBox, `rows-${ screen }` );
			expect( await accessibilityViolations( page, PANEL ) ).toEqual(
				[]
			);
			expect( await overflowingElements( panel.root ) ).toEqual( [] );

			for ( const [ name, action ] of [
				[ 'history', 'History' ],
				[ 'cancel', 'Cancel link' ],
			] as const ) {
				await panel.action( stale, action ).click();
				await ( name === 'cancel'
					? dialog.cancel
					: dialog.events.first()
				).waitFor();
				await saveScreenshot( dialog.root, `${ name }-${ screen }` );
				expect( await accessibilityViolations( page, DIALOG ) ).toEqual(
					[]
				);
				expect( await overflowingElements( dialog.root ) ).toEqual(
					[]
				);
				await page.keyboard.press( 'Escape' );
				await expect( dialog.root ).toHaveCount( 0 );
			}
		} );
	} );
}
