import { clipboardText } from '../support/clipboard.ts';
import { expect, test } from '../fixtures/index.ts';
import {
	accessibilityViolations,
	saveScreenshot,
} from '../support/visual-checks.ts';
import { LinksPage } from '../pages/links-page.ts';

test.describe( 'the page of all links', { tag: '@real' }, () => {
	test( 'finds, sorts, copies and cancels a link and shows its history', async ( {
		page,
		pageUtils,
		link,
		linksPage,
	} ) => {
		await page.setViewportSize( { width: 1440, height: 900 } );
		await linksPage.open();

		// The search is part of the URL, and the back button undoes it.
		await linksPage.search( link.order_id );
		await expect( page ).toHaveURL( /search=/ );
		const { dialog } = linksPage;
		const row = linksPage.row( link.order_id );
		await expect( page.getByText( 'Links: 1, page 1 of 1' ) ).toBeVisible();
		await expect( row ).toContainText( 'Active' );
		await expect(
			page.getByRole( 'list', { name: 'Totals' } )
		).toContainText( 'Open: 1' );

		await row.getByRole( 'button', { name: /^Copy link/ } ).click();
		await expect(
			row.getByRole( 'button', { name: /^Copied/ } )
		).toBeVisible();
		expect( await clipboardText( page ) ).toBe( link.payment_url );

		await page.getByRole( 'button', { name: 'Sort by Amount' } ).click();
		await expect( page ).toHaveURL( /orderby=amount/ );
		await page.getByLabel( 'Status' ).selectOption( { label: 'Paid' } );
		await expect( page.getByText( 'No payment links fit.' ) ).toBeVisible();
		await page.goBack();
		await expect( row ).toBeVisible();
		await page.reload();
		await expect( row ).toBeVisible();

		expect(
			await accessibilityViolations( page, LinksPage.SELECTOR )
		).toEqual( [] );
		await saveScreenshot( linksPage.screen, 'links-page-1440' );

		await linksPage.clickMenuItem( link.order_id, 'History' );
		await expect( dialog.getByRole( 'listitem' ).first() ).toBeVisible();
		await pageUtils.pressKeys( 'Escape' );
		await expect( dialog ).toHaveCount( 0 );

		await linksPage.clickMenuItem( link.order_id, 'Cancel link' );
		await dialog.getByRole( 'button', { name: 'Cancel link' } ).click();
		await expect( row ).toContainText( 'Cancelled' );
	} );

	test( 'saves column preferences, works on a small screen and downloads a CSV file', async ( {
		page,
		pageUtils,
		link,
		linksPage,
	} ) => {
		await linksPage.open( link.order_id );
		const head = page.getByRole( 'columnheader', { name: 'Made by' } );
		await expect( head ).toBeVisible();
		await linksPage.setColumn( 'Made by', false );
		await page.reload();
		await expect(
			page.getByRole( 'columnheader', { name: 'Status' } )
		).toBeVisible();
		await expect( head ).toHaveCount( 0 );
		await linksPage.setColumn( 'Made by', true );
		await pageUtils.pressKeys( 'Escape' );

		const href = await page
			.getByRole( 'link', { name: 'Download as CSV' } )
			.getAttribute( 'href' );
		const csv = await page.request.get( href ?? '' );
		expect( csv.headers()[ 'content-type' ] ).toContain( 'text/csv' );
		const lines = ( await csv.text() ).trim().split( '\r\n' );
		expect( lines ).toHaveLength( 2 );
		expect( lines[ 1 ] ).toContain( link.order_id );

		await page.setViewportSize( { width: 390, height: 844 } );
		expect( await linksPage.isTooWide() ).toBe( false );
		await saveScreenshot( linksPage.screen, 'links-page-390' );
	} );
} );
