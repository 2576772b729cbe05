import { expect, test } from '../fixtures/index.ts';
import {
	accessibilityViolations,
	saveScreenshot,
} from '../fixtures/visual-checks.ts';

const LIST = '/wp-admin/admin.php?page=multisafepay-payment-links';

test.describe( 'the page of all links', { tag: '@real' }, () => {
	test( 'finds, sorts, copies and cancels a link and shows its history', async ( {
		order,
		page,
		shop,
	} ) => {
		const link = await shop.createLink( order );
		await page.setViewportSize( { width: 1440, height: 900 } );
		await page.goto( LIST );

		// The search is part of the URL, and the back button undoes it.
		await page.getByRole( 'searchbox' ).fill( link.order_id );
		await page.getByRole( 'button', { name: 'Search links' } ).click();
		await expect( page ).toHaveURL( /search=/ );
		const row = page
			.getByRole( 'row' )
			.filter( { hasText: link.order_id } );
		await expect( page.getByText( 'Links: 1, page 1 of 1' ) ).toBeVisible();
		await expect( row ).toContainText( 'Active' );
		await expect(
			page.getByRole( 'list', { name: 'Totals' } )
		).toContainText( 'Open: 1' );

		await row.getByRole( 'button', { name: /^Copy link/ } ).click();
		await expect(
			row.getByRole( 'button', { name: /^Copied/ } )
		).toBeVisible();
		expect(
			await page.evaluate( () => navigator.clipboard.readText() )
		).toBe( link.payment_url );

		await page.getByRole( 'button', { name: 'Sort by Amount' } ).click();
		await expect( page ).toHaveURL( /orderby=amount/ );
		await page.getByLabel( 'Status' ).selectOption( { label: 'Paid' } );
		await expect( page.getByText( 'No payment links fit.' ) ).toBeVisible();
		await page.goBack();
		await expect( row ).toBeVisible();
		await page.reload();
		await expect( row ).toBeVisible();

		expect(
			await accessibilityViolations( page, '.msp-payment-links__all' )
		).toEqual( [] );
		await saveScreenshot( page.locator( '.wrap' ), 'links-page-1440' );

		await row
			.getByRole( 'button', { name: `More for ${ link.order_id }` } )
			.click();
		await page.getByRole( 'menuitem', { name: 'History' } ).click();
		const dialog = page.getByRole( 'dialog' );
		await expect( dialog.getByRole( 'listitem' ).first() ).toBeVisible();
		await page.keyboard.press( 'Escape' );
		await expect( dialog ).toHaveCount( 0 );

		await row
			.getByRole( 'button', { name: `More for ${ link.order_id }` } )
			.click();
		await page.getByRole( 'menuitem', { name: 'Cancel link' } ).click();
		await dialog.getByRole( 'button', { name: 'Cancel link' } ).click();
		await expect( row ).toContainText( 'Cancelled' );
	} );

	test( 'saves column preferences, works on a small screen and downloads a CSV file', async ( {
		order,
		page,
		shop,
	} ) => {
		const link = await shop.createLink( order );
		await page.goto( `${ LIST }&search=${ link.order_id }` );
		const head = page.getByRole( 'columnheader', { name: 'Made by' } );
		await expect( head ).toBeVisible();
		await page.getByRole( 'button', { name: 'Columns' } ).click();
		const hideRequest = page.waitForResponse( /preferences/ );
		await page
			.getByRole( 'checkbox', { name: 'Made by', exact: true } )
			.uncheck();
		await hideRequest;
		await page.reload();
		await expect(
			page.getByRole( 'columnheader', { name: 'Status' } )
		).toBeVisible();
		await expect( head ).toHaveCount( 0 );
		await page.getByRole( 'button', { name: 'Columns' } ).click();
		const showRequest = page.waitForResponse( /preferences/ );
		await page
			.getByRole( 'checkbox', { name: 'Made by', exact: true } )
			.check();
		await showRequest;
		await page.keyboard.press( 'Escape' );

		const href = await page
			.getByRole( 'link', { name: 'Download as CSV' } )
			.getAttribute( 'href' );
		const csv = await page.request.get( href ?? '' );
		expect( csv.headers()[ 'content-type' ] ).toContain( 'text/csv' );
		const lines = ( await csv.text() ).trim().split( '\r\n' );
		expect( lines ).toHaveLength( 2 );
		expect( lines[ 1 ] ).toContain( link.order_id );

		await page.setViewportSize( { width: 390, height: 844 } );
		expect(
			await page.evaluate(
				() => document.documentElement.scrollWidth <= window.innerWidth
			)
		).toBe( true );
		await saveScreenshot( page.locator( '.wrap' ), 'links-page-390' );
	} );
} );
