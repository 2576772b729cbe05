import { expect, test } from '../fixtures/index.ts';
import { expectAccessibleOn } from '../support/visual-checks.ts';
import { DIRECTIONS } from '../support/screens.ts';
import { LinkDialog } from '../pages/link-dialog.ts';

const DIALOGS = [
	[ 'qr', /^QR code of/ ],
	[ 'waiting', /^Wait for payment of/ ],
	[ 'send', /^Send PL/ ],
] as const;

for ( const { direction, screens } of DIRECTIONS ) {
	test.describe( `on ${ direction } screens`, { tag: '@real' }, () => {
		test.use( { rtl: direction === 'rtl' } );
		test.slow();

		test( 'the dialogs for sharing are accessible and do not overflow', async ( {
			page,
			pageUtils,
			openedLink: link,
			panel,
			linkDialog,
		} ) => {
			const { order_id: orderId } = link;
			await expect( page.locator( 'html' ) ).toHaveCSS(
				'direction',
				direction
			);

			for ( const [ kind, name ] of DIALOGS ) {
				await test.step( kind, async () => {
					await panel.action( orderId, name ).click();
					// Each dialog shows this after its script is loaded.
					await expect( linkDialog.root ).toContainText(
						'Can be paid until'
					);
					await expectAccessibleOn(
						screens,
						page,
						LinkDialog.SELECTOR,
						`share-${ kind }`
					);
					await pageUtils.pressKeys( 'Escape' );
					await expect( linkDialog.root ).toHaveCount( 0 );
				} );
			}
		} );
	} );
}
