import { shopEnv } from '../fixtures/env.ts';
import { clipboardText } from '../support/clipboard.ts';
import { expect, test } from '../fixtures/index.ts';
import {
	accessibilityViolations,
	saveScreenshot,
} from '../support/visual-checks.ts';

test.describe( 'the orders list', { tag: [ '@storage', '@real' ] }, () => {
	test( 'shows, filters and copies the link of an order', async ( {
		page,
		order,
		link,
		ordersList,
	} ) => {
		await ordersList.open();
		await page
			.getByLabel( 'Filter by payment link' )
			.selectOption( { label: 'Open' } );
		await page
			.getByRole( 'button', { name: 'Filter', exact: true } )
			.click();
		await expect( page ).toHaveURL( /msp_payment_link=open/ );
		await ordersList.waitForScripts();

		const row = ordersList.row( order );
		await expect( row ).toContainText( 'Active' );
		await row
			.getByRole( 'button', { name: /^Copy link PL-/ } )
			.press( 'Enter' );
		await expect(
			row.getByRole( 'button', { name: /^Copied PL-/ } )
		).toBeVisible();
		expect( await clipboardText( page ) ).toBe( link.payment_url );
		expect(
			await accessibilityViolations(
				page,
				'#the-list .column-msp_payment_link'
			)
		).toEqual( [] );
		await page.setViewportSize( { width: 1440, height: 900 } );
		await saveScreenshot(
			ordersList.screen,
			`orders-list-${ shopEnv.storage }`
		);
		if ( shopEnv.storage === 'hpos' ) {
			// With orders as posts, small screens only show the order number.
			await page.setViewportSize( { width: 390, height: 844 } );
			await row.locator( 'button.toggle-row' ).click();
			await saveScreenshot( ordersList.screen, 'orders-list-390' );
		}
		await ordersList.open( '&msp_payment_link=none' );
		await expect( row ).toHaveCount( 0 );
	} );
} );
