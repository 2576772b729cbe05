import { z } from 'zod';
import { clipboardText } from '../support/clipboard.ts';
import { expect, test } from '../fixtures/index.ts';
import { saveScreenshot } from '../support/visual-checks.ts';
import { emails } from '../fixtures/emails.ts';

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

test(
	'the e-mail is sent with a personal message, and the row and the order show that',
	{ tag: [ '@storage', '@real' ] },
	async ( {
		browser,
		page,
		pageUtils,
		order,
		openedLink: link,
		panel,
		linkDialog,
	} ) => {
		const { order_id: orderId, payment_url: url } = link;
		const to = `send-${ order }@example.test`;
		await panel.action( orderId, `Send ${ orderId }` ).click();
		await expect( linkDialog.textbox( 'To' ) ).toHaveValue(
			'robin@example.test'
		);
		await linkDialog.textbox( 'To' ).fill( to );
		await linkDialog
			.textbox( /^Personal message/ )
			.fill( 'As agreed by phone.\nBest wishes, <Sam> & team' );
		await linkDialog.button( 'Send e-mail' ).click();

		await expect( linkDialog.root ).toContainText(
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

		await pageUtils.pressKeys( 'Escape' );
		await expect( panel.row( orderId ) ).toContainText( /Sent / );
		await page.reload( { waitUntil: 'load' } );
		await expect( panel.row( orderId ) ).toContainText( /Sent / );
		await expect(
			page.locator( '#woocommerce-order-notes' ).getByText( to )
		).toHaveCount( 1 );
	}
);

test(
	'an e-mail that cannot be sent shows errors and is not recorded',
	{ tag: '@real' },
	async ( { order, openedLink: link, panel, linkDialog } ) => {
		const { order_id: orderId } = link;
		await panel.action( orderId, `Send ${ orderId }` ).click();

		await linkDialog.textbox( 'To' ).fill( 'nobody' );
		await linkDialog.button( 'Send e-mail' ).click();
		await expect( linkDialog.textbox( 'To' ) ).toBeFocused();
		await expect( linkDialog.textbox( 'To' ) ).toHaveAccessibleDescription(
			/not an e-mail address/
		);

		await linkDialog.textbox( 'To' ).fill( `long-${ order }@example.test` );
		await linkDialog
			.textbox( /^Personal message/ )
			.fill( 'x'.repeat( 2001 ) );
		await linkDialog.button( 'Send e-mail' ).click();
		await expect( linkDialog.textbox( /^Personal message/ ) ).toBeFocused();
		await expect(
			linkDialog.textbox( /^Personal message/ )
		).toHaveAccessibleDescription( /At most 2000 characters/ );

		await linkDialog
			.textbox( 'To' )
			.fill( `refused@${ order }.example.test` );
		await linkDialog.textbox( /^Personal message/ ).fill( 'Short.' );
		await linkDialog.button( 'Send e-mail' ).click();
		await expect(
			linkDialog.root.locator( '.components-notice.is-error' )
		).toBeVisible();
		await expect( linkDialog.textbox( /^Personal message/ ) ).toHaveValue(
			'Short.'
		);
		expect( await emails( `long-${ order }@example.test` ) ).toEqual( [] );
		await linkDialog.closeButton.click();
		await expect( panel.row( orderId ) ).not.toContainText( /Sent / );
	}
);

test(
	'the message is sent by WhatsApp and SMS, and recorded in the history',
	{ tag: '@real' },
	async ( { page, requestUtils, openedLink: link, panel, linkDialog } ) => {
		await panel.action( link.order_id, `Send ${ link.order_id }` ).click();
		// Prevents requests to other servers.
		await page
			.context()
			.route( 'https://wa.me/**', ( route ) =>
				route.fulfill( { body: 'WhatsApp' } )
			);
		const message = await linkDialog.textbox( 'Message' ).inputValue();
		expect( message ).toContain( 'Hello Robin' );
		expect( message ).toContain( link.payment_url );

		const opening = page.waitForEvent( 'popup' );
		await linkDialog.root.getByRole( 'link', { name: /WhatsApp/ } ).click();
		const chat = new URL( ( await opening ).url() );
		expect( chat.origin + chat.pathname ).toBe(
			'https://wa.me/31612345678'
		);
		expect( chat.searchParams.get( 'text' ) ).toBe( message );
		await ( await opening ).close();

		const sms = linkDialog.root.getByRole( 'link', {
			name: 'Text message',
		} );
		const smsUrl = await sms.getAttribute( 'href' );
		expect( smsUrl ).toBe(
			`sms:+31612345678?&body=${ encodeURIComponent( message ) }`
		);
		await sms.click();
		await linkDialog.button( 'Copy message' ).click();
		await expect( linkDialog.button( 'Copied' ) ).toBeVisible();
		expect( await clipboardText( page ) ).toBe( message );

		await expect
			.poll( async () =>
				channelsOf(
					await requestUtils.rest( {
						path: `/multisafepay-payment-links/v1/links/${ link.id }`,
					} )
				)
			)
			.toEqual( [ 'copy', 'sms', 'whatsapp' ] );
	}
);
