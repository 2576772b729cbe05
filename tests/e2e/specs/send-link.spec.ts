import { z } from 'zod';
import { expect, test } from '../fixtures/index.ts';
import { saveScreenshot } from '../fixtures/visual-checks.ts';
import { emails } from '../fixtures/emails.ts';
import { LinkDialog } from '../pages/link-dialog.ts';
import type { OrderScreen } from '../pages/order-screen.ts';

const historySchema = z.object( {
	events: z.array( z.object( { reason: z.string(), detail: z.string() } ) ),
} );

function channelsOf( link: unknown ): string[] {
	return historySchema
		.parse( link )
		.events.filter( ( { reason } ) => reason === 'shared' )
		.map( ( { detail } ) => detail )
		.sort();
}

async function openSend(
	orderScreen: OrderScreen,
	order: number,
	orderId: string
): Promise< LinkDialog > {
	await orderScreen.open( order );
	await orderScreen.panel
		.row( orderId )
		.getByRole( 'button', { name: `Send ${ orderId }` } )
		.click();
	return new LinkDialog( orderScreen.page );
}

test(
	'the e-mail is sent with a personal message, and the row and the order show that',
	{ tag: [ '@storage', '@real' ] },
	async ( { page, browser, order, orderScreen, shop } ) => {
		const { order_id: orderId, payment_url: url } =
			await shop.createLink( order );
		const to = `send-${ order }@example.test`;
		const dialog = await openSend( orderScreen, order, orderId );
		await expect( dialog.textbox( 'To' ) ).toHaveValue(
			'robin@example.test'
		);
		await dialog.textbox( 'To' ).fill( to );
		await dialog
			.textbox( /^Personal message/ )
			.fill( 'As agreed by phone.\nBest wishes, <Sam> & team' );
		await dialog.button( 'Send e-mail' ).click();

		await expect( dialog.root ).toContainText(
			`The e-mail is on its way to ${ to }`
		);
		const [ mail, ...others ] = await emails( to );
		expect( others ).toEqual( [] );
		expect( mail?.headers.get( 'subject' ) ).toContain( String( order ) );

		const emailPage = await browser.newPage();
		await emailPage.setContent( mail?.body ?? '' );
		await expect( emailPage.locator( 'body' ) ).toContainText(
			'As agreed by phone.'
		);
		await expect( emailPage.locator( 'body' ) ).toContainText(
			'Best wishes, <Sam> & team'
		);
		await expect(
			emailPage.getByRole( 'link', { name: 'Pay now' } )
		).toHaveAttribute( 'href', url );
		for ( const width of [ 600, 390 ] ) {
			await emailPage.setViewportSize( { width, height: 900 } );
			await saveScreenshot(
				emailPage.locator( 'body' ),
				`mail-${ width }`
			);
		}
		await emailPage.close();

		await page.keyboard.press( 'Escape' );
		await expect( orderScreen.panel.row( orderId ) ).toContainText(
			/Sent /
		);
		await page.reload( { waitUntil: 'load' } );
		await expect( orderScreen.panel.row( orderId ) ).toContainText(
			/Sent /
		);
		await expect(
			page.locator( '#woocommerce-order-notes' ).getByText( to )
		).toHaveCount( 1 );
	}
);

test(
	'an e-mail that cannot be sent shows errors and is not recorded',
	{ tag: '@real' },
	async ( { order, orderScreen, shop } ) => {
		const { order_id: orderId } = await shop.createLink( order );
		const dialog = await openSend( orderScreen, order, orderId );

		await dialog.textbox( 'To' ).fill( 'nobody' );
		await dialog.button( 'Send e-mail' ).click();
		await expect( dialog.textbox( 'To' ) ).toBeFocused();
		await expect( dialog.textbox( 'To' ) ).toHaveAccessibleDescription(
			/not an e-mail address/
		);

		await dialog.textbox( 'To' ).fill( `long-${ order }@example.test` );
		await dialog.textbox( /^Personal message/ ).fill( 'x'.repeat( 2001 ) );
		await dialog.button( 'Send e-mail' ).click();
		await expect( dialog.textbox( /^Personal message/ ) ).toBeFocused();
		await expect(
			dialog.textbox( /^Personal message/ )
		).toHaveAccessibleDescription( /At most 2000 characters/ );

		await dialog.textbox( 'To' ).fill( `refused@${ order }.example.test` );
		await dialog.textbox( /^Personal message/ ).fill( 'Short.' );
		await dialog.button( 'Send e-mail' ).click();
		await expect(
			dialog.root.locator( '.components-notice.is-error' )
		).toBeVisible();
		await expect( dialog.textbox( /^Personal message/ ) ).toHaveValue(
			'Short.'
		);
		expect( await emails( `long-${ order }@example.test` ) ).toEqual( [] );
		await dialog.closeButton.click();
		await expect( orderScreen.panel.row( orderId ) ).not.toContainText(
			/Sent /
		);
	}
);

test(
	'the message is sent by WhatsApp and SMS, and recorded in the history',
	{ tag: '@real' },
	async ( { page, order, orderScreen, shop } ) => {
		const link = await shop.createLink( order );
		const dialog = await openSend( orderScreen, order, link.order_id );
		// Prevents requests to other servers.
		await page
			.context()
			.route( 'https://wa.me/**', ( route ) =>
				route.fulfill( { body: 'WhatsApp' } )
			);
		const message = await dialog.textbox( 'Message' ).inputValue();
		expect( message ).toContain( 'Hello Robin' );
		expect( message ).toContain( link.payment_url );

		const opening = page.waitForEvent( 'popup' );
		await dialog.root.getByRole( 'link', { name: /WhatsApp/ } ).click();
		const chat = new URL( ( await opening ).url() );
		expect( chat.origin + chat.pathname ).toBe(
			'https://wa.me/31612345678'
		);
		expect( chat.searchParams.get( 'text' ) ).toBe( message );
		await ( await opening ).close();

		const sms = dialog.root.getByRole( 'link', { name: 'Text message' } );
		const smsUrl = await sms.getAttribute( 'href' );
		expect( smsUrl ).toBe(
			`sms:+31612345678?&body=${ encodeURIComponent( message ) }`
		);
		await sms.click();
		await dialog.button( 'Copy message' ).click();
		await expect( dialog.button( 'Copied' ) ).toBeVisible();
		expect(
			await page.evaluate( () => navigator.clipboard.readText() )
		).toBe( message );

		await expect
			.poll( async () =>
				channelsOf(
					await shop.rest(
						'GET',
						`/multisafepay-payment-links/v1/links/${ link.id }`
					)
				)
			)
			.toEqual( [ 'copy', 'sms', 'whatsapp' ] );
	}
);
