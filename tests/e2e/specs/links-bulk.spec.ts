import { expect, test } from '../fixtures/index.ts';
import {
	accessibilityViolations,
	saveScreenshot,
} from '../fixtures/visual-checks.ts';
import { emails } from '../fixtures/emails.ts';
import type { CreatedLink, Shop } from '../fixtures/shop.ts';
import { LinksPage } from '../pages/links-page.ts';

const RUN = '/mspl-e2e/v1/run/multisafepay_payment_links_batch';

/** Creates links that a search for a unique keyword finds. */
async function createLinks(
	shop: Shop,
	count: number
): Promise< { searchTerm: string; createdLinks: CreatedLink[] } > {
	const searchTerm = `w${ crypto.randomUUID().slice( 0, 8 ) }`;
	const createdLinks: CreatedLink[] = [];
	for ( let n = 1; n <= count; n++ ) {
		const email = `${ searchTerm }-${ n }@example.test`;
		const order = await shop.createOrder( { billing: { email } } );
		createdLinks.push( await shop.createLink( order ) );
	}
	return { searchTerm, createdLinks };
}

test.describe(
	'bulk actions on the page of all links',
	{ tag: '@real' },
	() => {
		test( 'cancel the selected links, update the list and create another link', async ( {
			page,
			shop,
		} ) => {
			const { searchTerm, createdLinks } = await createLinks( shop, 3 );
			const [ first, second, third ] = createdLinks.map(
				( link ) => link.order_id
			);
			const list = new LinksPage( page );
			await page.setViewportSize( { width: 1440, height: 900 } );
			await list.open( searchTerm );
			await list.selectAll.check();
			await expect( list.bulk ).toContainText( '3 links selected' );
			await list.checkbox( third ?? '' ).uncheck();
			await expect( list.bulk ).toContainText( '2 links selected' );
			expect(
				await accessibilityViolations( page, '.msp-payment-links__all' )
			).toEqual( [] );
			await saveScreenshot( page.locator( '.wrap' ), 'links-bulk-1440' );

			await list.bulk
				.getByRole( 'button', { name: 'Cancel links' } )
				.click();
			await expect( list.dialog ).toContainText( '2 of 2 will be done' );
			await saveScreenshot( list.dialog, 'links-bulk-preview-1440' );
			await list.start();
			await expect( list.batch.first() ).toContainText( '0 of 2' );
			await expect( list.bulk.getByRole( 'button' ) ).toHaveCount( 0 );
			await page.reload();
			await expect( list.batch.first() ).toContainText( '0 of 2' );
			await shop.rest( 'POST', RUN );

			await expect( list.batch.first() ).toContainText( 'Finished' );
			await expect( list.row( first ?? '' ) ).toContainText(
				'Cancelled'
			);
			await expect( list.row( second ?? '' ) ).toContainText(
				'Cancelled'
			);
			await expect( list.row( third ?? '' ) ).toContainText( 'Active' );
			await saveScreenshot(
				page.locator( '.wrap' ),
				'links-bulk-done-1440'
			);

			await list.checkbox( first ?? '' ).check();
			await list.bulk.getByRole( 'button', { name: 'Create' } ).click();
			await expect( list.dialog ).toContainText( '1 of 1 will be done' );
			await list.start();
			await shop.rest( 'POST', RUN );
			await expect(
				list.row( ( first ?? '' ).replace( /1$/, '2' ) )
			).toContainText( 'Active' );
		} );

		test( 'send and renew links on a small screen', async ( {
			page,
			shop,
		} ) => {
			const { searchTerm, createdLinks } = await createLinks( shop, 2 );
			const list = new LinksPage( page );
			await page.setViewportSize( { width: 390, height: 844 } );
			await list.open( searchTerm );
			await list.selectAll.check();
			await expect( list.bulk ).toBeInViewport( { ratio: 1 } );
			expect(
				await accessibilityViolations( page, '.msp-payment-links__all' )
			).toEqual( [] );
			await expect.poll( () => list.isTooWide() ).toBe( false );
			await saveScreenshot( page.locator( 'body' ), 'links-bulk-390' );

			await list.bulk.getByRole( 'button', { name: 'Send' } ).click();
			await expect( list.dialog ).toContainText(
				'2 customers get an e-mail.'
			);
			expect(
				await accessibilityViolations( page, '[role=dialog]' )
			).toEqual( [] );
			await saveScreenshot(
				page.locator( 'body' ),
				'links-bulk-preview-390'
			);
			await list.start();
			await shop.rest( 'POST', RUN );
			await expect( list.batch.first() ).toContainText( '2 done' );
			for ( const n of [ 1, 2 ] ) {
				expect(
					await emails( `${ searchTerm }-${ n }@example.test` )
				).toHaveLength( 1 );
			}

			await list.selectAll.check();
			await list.bulk.getByRole( 'button', { name: 'Renew' } ).click();
			await expect( list.dialog ).toContainText( '2 of 2 will be done' );
			await list.start();
			await shop.rest( 'POST', RUN );
			await expect( list.batch.first() ).toContainText( 'Finished' );
			for ( const { order_id: orderId } of createdLinks ) {
				await expect( list.row( orderId ) ).toContainText(
					'Cancelled'
				);
				await expect(
					list.row( orderId.replace( /1$/, '2' ) )
				).toContainText( 'Active' );
			}
		} );
	}
);
