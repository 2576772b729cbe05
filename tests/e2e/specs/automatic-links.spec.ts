import { expect, test } from '../fixtures/index.ts';
import { saveScreenshot } from '../support/visual-checks.ts';
import { emails } from '../fixtures/emails.ts';
import { runScheduledActions } from '../fixtures/helper-plugin.ts';

test.describe( 'automatic links', { tag: [ '@real', '@shop-wide' ] }, () => {
	test.afterEach( async ( { shop } ) => {
		await shop.automate( {} );
	} );

	test( 'an order that staff create gets a link, which is sent to the customer', async ( {
		browser,
		page,
		requestUtils,
		orderScreen,
		panel,
		settings,
	} ) => {
		const to = `auto-${ Date.now() }@example.test`;
		await settings.open();
		for ( const label of [
			'Create a link when staff make a pending order',
			'Send automatic links to the customer by e-mail',
			'Show the open link in WooCommerce’s “Order details” e-mail',
		] ) {
			await settings.root
				.getByRole( 'checkbox', { name: label } )
				.check();
		}
		await settings.save();

		const order = await orderScreen.createOrder( { email: to, fee: '80' } );
		await expect( panel.row( `PL-${ order }-1` ) ).toHaveCount( 0 );
		await runScheduledActions(
			requestUtils,
			'multisafepay_payment_links_auto_create'
		);
		await orderScreen.open( order );

		const row = panel.row( `PL-${ order }-1` );
		await expect( row ).toContainText( 'Active' );
		await expect( row ).toContainText( /Sent / );
		// Including tax.
		await expect( row ).toContainText( '€96.80' );
		expect( await emails( to ) ).toHaveLength( 1 );

		await page.setViewportSize( { width: 1440, height: 900 } );
		await saveScreenshot( orderScreen.metaBox, 'automatic-link-1440' );
		await orderScreen.runOrderAction( 'Send order details to customer' );
		const [ , details, ...others ] = await emails( to );
		expect( others ).toEqual( [] );
		const emailPage = await browser.newPage();
		await emailPage.setContent( details?.body ?? '' );
		const pay = emailPage.getByRole( 'link', { name: 'Pay now' } );
		await expect( pay ).toHaveCount( 1 );
		const url = await pay.getAttribute( 'href' );
		for ( const width of [ 600, 390 ] ) {
			await emailPage.setViewportSize( { width, height: 900 } );
			await saveScreenshot(
				emailPage.locator( 'body' ),
				`order-mail-${ width }`
			);
		}
		await emailPage.goto( url ?? '' );
		await expect( emailPage.locator( 'body' ) ).toContainText( '96' );
		await emailPage.close();
	} );
} );
