import { expect, test } from '../fixtures/index.ts';
import { barriers, picture } from '../fixtures/look.ts';
import { mails } from '../fixtures/mails.ts';
import type { MadeLink, Shop } from '../fixtures/shop.ts';
import { LinksPage } from '../pages/links-page.ts';

const RUN = '/mspl-e2e/v1/run/multisafepay_payment_links_batch';

/** Makes links that a search for one word finds, and nobody else's. */
async function links(
	shop: Shop,
	count: number
): Promise< { word: string; made: MadeLink[] } > {
	const word = `w${ crypto.randomUUID().slice( 0, 8 ) }`;
	const made: MadeLink[] = [];
	for ( let n = 1; n <= count; n++ ) {
		const email = `${ word }-${ n }@example.test`;
		const order = await shop.createOrder( { billing: { email } } );
		made.push( await shop.createLink( order ) );
	}
	return { word, made };
}

test.describe( 'bulk on the page of all links', { tag: '@real' }, () => {
	test( 'retires the links that are ticked, shows them anew by itself, and makes another for an order', async ( {
		page,
		shop,
	} ) => {
		const { word, made } = await links( shop, 3 );
		const [ first, second, third ] = made.map( ( link ) => link.order_id );
		const list = new LinksPage( page );
		await page.setViewportSize( { width: 1440, height: 900 } );
		await list.open( word );
		await list.all.check();
		await expect( list.bulk ).toContainText( '3 links selected' );
		await list.tick( third ?? '' ).uncheck();
		await expect( list.bulk ).toContainText( '2 links selected' );
		expect( await barriers( page, '.msp-payment-links__all' ) ).toEqual(
			[]
		);
		await picture( page.locator( '.wrap' ), 'links-bulk-1440' );

		await list.bulk.getByRole( 'button', { name: 'Retire' } ).click();
		await expect( list.dialog ).toContainText( '2 of 2 will be done' );
		await picture( list.dialog, 'links-bulk-preview-1440' );
		await list.start();
		await expect( list.batch.first() ).toContainText( '0 of 2' );
		await expect( list.bulk.getByRole( 'button' ) ).toHaveCount( 0 );
		await page.reload();
		await expect( list.batch.first() ).toContainText( '0 of 2' );
		await shop.rest( 'POST', RUN );

		await expect( list.batch.first() ).toContainText( 'Finished' );
		await expect( list.row( first ?? '' ) ).toContainText( 'Cancelled' );
		await expect( list.row( second ?? '' ) ).toContainText( 'Cancelled' );
		await expect( list.row( third ?? '' ) ).toContainText( 'Active' );
		await picture( page.locator( '.wrap' ), 'links-bulk-done-1440' );

		await list.tick( first ?? '' ).check();
		await list.bulk.getByRole( 'button', { name: 'Create' } ).click();
		await expect( list.dialog ).toContainText( '1 of 1 will be done' );
		await list.start();
		await shop.rest( 'POST', RUN );
		await expect(
			list.row( ( first ?? '' ).replace( /1$/, '2' ) )
		).toContainText( 'Active' );
	} );

	test( 'sends and renews links on the phone', async ( { page, shop } ) => {
		const { word, made } = await links( shop, 2 );
		const list = new LinksPage( page );
		await page.setViewportSize( { width: 390, height: 844 } );
		await list.open( word );
		await list.all.check();
		await expect( list.bulk ).toBeInViewport( { ratio: 1 } );
		expect( await barriers( page, '.msp-payment-links__all' ) ).toEqual(
			[]
		);
		await expect.poll( () => list.isTooWide() ).toBe( false );
		await picture( page.locator( 'body' ), 'links-bulk-390' );

		await list.bulk.getByRole( 'button', { name: 'Send' } ).click();
		await expect( list.dialog ).toContainText(
			'2 customers get an e-mail.'
		);
		expect( await barriers( page, '[role=dialog]' ) ).toEqual( [] );
		await picture( page.locator( 'body' ), 'links-bulk-preview-390' );
		await list.start();
		await shop.rest( 'POST', RUN );
		await expect( list.batch.first() ).toContainText( '2 done' );
		for ( const n of [ 1, 2 ] ) {
			expect(
				await mails( `${ word }-${ n }@example.test` )
			).toHaveLength( 1 );
		}

		await list.all.check();
		await list.bulk.getByRole( 'button', { name: 'Renew' } ).click();
		await expect( list.dialog ).toContainText( '2 of 2 will be done' );
		await list.start();
		await shop.rest( 'POST', RUN );
		await expect( list.batch.first() ).toContainText( 'Finished' );
		for ( const { order_id: orderId } of made ) {
			await expect( list.row( orderId ) ).toContainText( 'Cancelled' );
			await expect(
				list.row( orderId.replace( /1$/, '2' ) )
			).toContainText( 'Active' );
		}
	} );
} );
