import { expect, test } from '../fixtures/index.ts';
import { RTL_COOKIE } from '../fixtures/helper-plugin.ts';
import { barriers, picture, sticksOut } from '../fixtures/look.ts';
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

		test( 'rows with an alarm, a stale mark and a chain, and the dialogs, have no barriers and fit', async ( {
			page,
			order,
			shop,
			orderScreen,
			emulator,
		} ) => {
			const { panel, dialogs } = orderScreen;
			const [ paid, stale ] = [ `PL-${ order }-1`, `PL-${ order }-2` ];
			await shop.createLink( order );
			await emulator.control( 'POST', `orders/${ paid }/pay`, {
				amount: 1,
			} );
			await emulator.control( 'GET', 'notifications' );
			await shop.createLink( order, { amount: 4000 } );
			await orderScreen.open( order );

			const alarm = panel.notice( 'error' ).first();
			await expect( alarm ).toContainText( paid );
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
			await alarm.getByRole( 'button' ).click();
			await expect( panel.row( paid ) ).toBeFocused();
			await picture( orderScreen.box, `rows-${ screen }` );
			expect( await barriers( page, PANEL ) ).toEqual( [] );
			expect( await sticksOut( panel.root ) ).toEqual( [] );

			for ( const dialog of [ 'History', 'Retire' ] ) {
				await panel.action( stale, dialog ).click();
				await ( dialog === 'Retire'
					? dialogs.retire
					: dialogs.events.first()
				).waitFor();
				await picture( dialogs.root, `${ dialog }-${ screen }` );
				expect( await barriers( page, DIALOG ) ).toEqual( [] );
				expect( await sticksOut( dialogs.root ) ).toEqual( [] );
				await page.keyboard.press( 'Escape' );
				await expect( dialogs.root ).toHaveCount( 0 );
			}
		} );
	} );
}
