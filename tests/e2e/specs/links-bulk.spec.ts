import { expect, test } from '../fixtures/index.ts';
import {
	accessibilityViolations,
	saveScreenshot,
} from '../support/visual-checks.ts';
import { emails } from '../fixtures/emails.ts';
import type { CreatedLink, Shop } from '../fixtures/shop.ts';
import { LinksPage } from '../pages/links-page.ts';

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
			linksPage,
		} ) => {
			const { searchTerm, createdLinks } = await createLinks( shop, 3 );
			const [ first, second, third ] = createdLinks.map(
				( link ) => link.order_id
			);
			await page.setViewportSize( { width: 1440, height: 900 } );
			await linksPage.open( searchTerm );
			await linksPage.selectAll.check();
			await expect( linksPage.bulk ).toContainText( '3 links selected' );
			await linksPage.checkbox( third ?? '' ).uncheck();
			await expect( linksPage.bulk ).toContainText( '2 links selected' );
			expect(
				await accessibilityViolations( page, LinksPage.SELECTOR )
			).toEqual( [] );
			await saveScreenshot( linksPage.screen, 'links-bulk-1440' );

			await linksPage.bulk
				.getByRole( 'button', { name: 'Cancel links' } )
				.click();
			await expect( linksPage.dialog ).toContainText(
				'2 of 2 will be done'
			);
			await saveScreenshot( linksPage.dialog, 'links-bulk-preview-1440' );
			await linksPage.start();
			await expect( linksPage.batch.first() ).toContainText( '0 of 2' );
			await expect( linksPage.bulk.getByRole( 'button' ) ).toHaveCount(
				0
			);
			await page.reload();
			await expect( linksPage.batch.first() ).toContainText( '0 of 2' );
			await shop.runBatches();

			await expect( linksPage.batch.first() ).toContainText( 'Finished' );
			await expect( linksPage.row( first ?? '' ) ).toContainText(
				'Cancelled'
			);
			await expect( linksPage.row( second ?? '' ) ).toContainText(
				'Cancelled'
			);
			await expect( linksPage.row( third ?? '' ) ).toContainText(
				'Active'
			);
			await saveScreenshot( linksPage.screen, 'links-bulk-done-1440' );

			await linksPage.checkbox( first ?? '' ).check();
			await linksPage.bulk
				.getByRole( 'button', { name: 'Create' } )
				.click();
			await expect( linksPage.dialog ).toContainText(
				'1 of 1 will be done'
			);
			await linksPage.start();
			await shop.runBatches();
			await expect(
				linksPage.row( ( first ?? '' ).replace( /1$/, '2' ) )
			).toContainText( 'Active' );
		} );

		test( 'send and renew links on a small screen', async ( {
			page,
			shop,
			linksPage,
		} ) => {
			const { searchTerm, createdLinks } = await createLinks( shop, 2 );
			await page.setViewportSize( { width: 390, height: 844 } );
			await linksPage.open( searchTerm );
			await linksPage.selectAll.check();
			await expect( linksPage.bulk ).toBeInViewport( { ratio: 1 } );
			expect(
				await accessibilityViolations( page, LinksPage.SELECTOR )
			).toEqual( [] );
			await expect.poll( () => linksPage.isTooWide() ).toBe( false );
			await saveScreenshot( page.locator( 'body' ), 'links-bulk-390' );

			await linksPage.bulk
				.getByRole( 'button', { name: 'Send' } )
				.click();
			await expect( linksPage.dialog ).toContainText(
				'2 customers get an e-mail.'
			);
			expect(
				await accessibilityViolations( page, '[role=dialog]' )
			).toEqual( [] );
			await saveScreenshot(
				page.locator( 'body' ),
				'links-bulk-preview-390'
			);
			await linksPage.start();
			await shop.runBatches();
			await expect( linksPage.batch.first() ).toContainText( '2 done' );
			for ( const n of [ 1, 2 ] ) {
				expect(
					await emails( `${ searchTerm }-${ n }@example.test` )
				).toHaveLength( 1 );
			}

			await linksPage.selectAll.check();
			await linksPage.bulk
				.getByRole( 'button', { name: 'Renew' } )
				.click();
			await expect( linksPage.dialog ).toContainText(
				'2 of 2 will be done'
			);
			await linksPage.start();
			await shop.runBatches();
			await expect( linksPage.batch.first() ).toContainText( 'Finished' );
			for ( const { order_id: orderId } of createdLinks ) {
				await expect( linksPage.row( orderId ) ).toContainText(
					'Cancelled'
				);
				await expect(
					linksPage.row( orderId.replace( /1$/, '2' ) )
				).toContainText( 'Active' );
			}
		} );
	}
);
