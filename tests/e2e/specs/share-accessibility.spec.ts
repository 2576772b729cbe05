import { expect, test } from '../fixtures/index.ts';
import { RTL_COOKIE } from '../fixtures/helper-plugin.ts';
import {
	accessibilityViolations,
	saveScreenshot,
	overflowingElements,
} from '../fixtures/visual-checks.ts';
import { SCREENS } from '../fixtures/screens.ts';
import { LinkDialog } from '../pages/link-dialog.ts';

const DIALOGS = [
	[ 'qr', /^QR code of/ ],
	[ 'waiting', /^Wait for payment of/ ],
	[ 'send', /^Send PL/ ],
] as const;

for ( const { screen, width, height, rtl } of SCREENS ) {
	test.describe( `on a ${ screen } screen`, { tag: '@real' }, () => {
		test.use( { viewport: { width, height } } );

		test( 'the dialogs for sharing are accessible and do not overflow', async ( {
			page,
			order,
			orderScreen,
			shop,
		} ) => {
			if ( rtl ) {
				await page.context().addCookies( [ RTL_COOKIE ] );
			}
			const { order_id: orderId } = await shop.createLink( order );
			await orderScreen.open( order );
			await expect( page.locator( 'html' ) ).toHaveCSS(
				'direction',
				rtl ? 'rtl' : 'ltr'
			);
			const dialog = new LinkDialog( page );

			for ( const [ kind, name ] of DIALOGS ) {
				await test.step( kind, async () => {
					await orderScreen.panel
						.row( orderId )
						.getByRole( 'button', { name } )
						.click();
					// Each dialog shows this after its script is loaded.
					await expect( dialog.root ).toContainText(
						'Can be paid until'
					);
					await saveScreenshot(
						dialog.root,
						`share-${ kind }-${ screen }`
					);
					expect(
						await accessibilityViolations(
							page,
							LinkDialog.SELECTOR
						)
					).toEqual( [] );
					expect( await overflowingElements( dialog.root ) ).toEqual(
						[]
					);
					await page.keyboard.press( 'Escape' );
					await expect( dialog.root ).toHaveCount( 0 );
				} );
			}
		} );
	} );
}
