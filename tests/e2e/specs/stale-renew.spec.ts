import { expect, test } from '../fixtures/index.ts';

test.describe( 'a link with an outdated amount', () => {
	test(
		'is marked when items are saved, and renewed with one click',
		{ tag: [ '@storage', '@real' ] },
		async ( {
			pageUtils,
			emulator,
			order,
			openedLink: link,
			orderScreen,
			panel,
		} ) => {
			const first = link.order_id;
			const second = `PL-${ order }-2`;

			await orderScreen.changeFee( '95' );
			await expect( panel.row( first ) ).toContainText(
				'this link is for €80.00, €95.00 is due'
			);
			await panel.action( first, 'Renew for €95.00' ).click();

			await expect( panel.created ).toContainText(
				`Payment link ${ second } for €95.00 is ready`
			);
			await expect( panel.copyCreated ).toBeFocused();
			await pageUtils.pressKeys( 'Enter' );
			await expect( panel.copyCreated ).toHaveText( 'Copied' );
			await expect( panel.row( first ) ).toContainText( 'Cancelled' );
			await expect( panel.row( first ) ).toContainText(
				`Replaced by ${ second }`
			);
			await expect( panel.row( second ) ).toContainText(
				`Replaces ${ first }`
			);
			expect( await emulator.payable() ).toMatchObject( [
				{ order_id: second, amount: 9500 },
			] );
		}
	);

	test(
		'is renewed once when the response is lost',
		{ tag: '@real' },
		async ( { page, shop, emulator, order, link, orderScreen, panel } ) => {
			const { order_id: first } = link;
			await shop.changeFee( order, '95.00' );
			await orderScreen.open( order );
			const renew = panel.action( first, 'Renew for €95.00' );
			await page.route(
				( url ) =>
					decodeURIComponent( url.href ).includes( '/duplicate' ),
				async ( route ) => {
					await route.fetch();
					await route.abort();
				},
				{ times: 1 }
			);

			await renew.click();
			await expect( panel.row( first ) ).toContainText(
				'you will get one link, not two'
			);
			// The link was created and the old one cancelled, although the response was lost.
			const second = panel.row( `PL-${ order }-2` );
			await expect( second ).toContainText( 'Active' );
			await expect( panel.row( first ) ).toContainText( 'Cancelled' );

			expect( await emulator.payable() ).toMatchObject( [
				{ amount: 9500 },
			] );
			expect( await emulator.createCalls() ).toBe( 2 );
		}
	);

	test(
		'cannot be renewed when no amount is due',
		{ tag: '@real' },
		async ( { shop, order, link, orderScreen, panel } ) => {
			const { order_id: first } = link;
			await shop.changeFee( order, '95.00' );
			await orderScreen.open( order );
			await panel.action( first, 'History' ).waitFor();
			await panel.action( first, 'Renew for €95.00' ).waitFor();

			await shop.changeFee( order, '0.00' );
			await orderScreen.open( order );

			await expect( panel.row( first ) ).toContainText(
				'Nothing is due any more'
			);
			await expect( panel.action( first, 'Renew' ) ).toHaveCount( 0 );
		}
	);
} );
