import { z } from 'zod';
import { expect, test } from '../fixtures/index.ts';
import { picture } from '../fixtures/look.ts';
import { mails } from '../fixtures/mails.ts';
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
	'the e-mail reaches the customer with a personal message, and the row and the order say so',
	{ tag: [ '@storage', '@real' ] },
	async ( { page, browser, order, orderScreen, shop } ) => {
		const { order_id: orderId, payment_url: url } =
			await shop.createLink( order );
		const to = `send-${ order }@example.test`;
		const dialog = await openSend( orderScreen, order, orderId );
		await expect( dialog.box( 'To' ) ).toHaveValue( 'robin@example.test' );
		await dialog.box( 'To' ).fill( to );
		await dialog
			.box( /^Personal message/ )
			.fill( 'As agreed by phone.\nBest wishes, <Sam> & team' );
		await dialog.button( 'Send e-mail' ).click();

		await expect( dialog.root ).toContainText(
			`The e-mail is on its way to ${ to }`
		);
		const [ mail, ...others ] = await mails( to );
		expect( others ).toEqual( [] );
		expect( mail?.headers.get( 'subject' ) ).toContain( String( order ) );

		const looked = await browser.newPage();
		await looked.setContent( mail?.body ?? '' );
		await expect( looked.locator( 'body' ) ).toContainText(
			'As agreed by phone.'
		);
		await expect( looked.locator( 'body' ) ).toContainText(
			'Best wishes, <Sam> & team'
		);
		await expect(
			looked.getByRole( 'link', { name: 'Pay now' } )
		).toHaveAttribute( 'href', url );
		for ( const width of [ 600, 390 ] ) {
			await looked.setViewportSize( { width, height: 900 } );
			await picture( looked.locator( 'body' ), `mail-${ width }` );
		}
		await looked.close();

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
	'an e-mail that cannot go out says why at its field, and is not noted as sent',
	{ tag: '@real' },
	async ( { order, orderScreen, shop } ) => {
		const { order_id: orderId } = await shop.createLink( order );
		const dialog = await openSend( orderScreen, order, orderId );

		await dialog.box( 'To' ).fill( 'nobody' );
		await dialog.button( 'Send e-mail' ).click();
		await expect( dialog.box( 'To' ) ).toBeFocused();
		await expect( dialog.box( 'To' ) ).toHaveAccessibleDescription(
			/not an e-mail address/
		);

		await dialog.box( 'To' ).fill( `long-${ order }@example.test` );
		await dialog.box( /^Personal message/ ).fill( 'x'.repeat( 2001 ) );
		await dialog.button( 'Send e-mail' ).click();
		await expect( dialog.box( /^Personal message/ ) ).toBeFocused();
		await expect(
			dialog.box( /^Personal message/ )
		).toHaveAccessibleDescription( /At most 2000 characters/ );

		await dialog.box( 'To' ).fill( `refused@${ order }.example.test` );
		await dialog.box( /^Personal message/ ).fill( 'Short.' );
		await dialog.button( 'Send e-mail' ).click();
		await expect(
			dialog.root.locator( '.components-notice.is-error' )
		).toBeVisible();
		await expect( dialog.box( /^Personal message/ ) ).toHaveValue(
			'Short.'
		);
		expect( await mails( `long-${ order }@example.test` ) ).toEqual( [] );
		await dialog.cross.click();
		await expect( orderScreen.panel.row( orderId ) ).not.toContainText(
			/Sent /
		);
	}
);

test(
	'the message opens in WhatsApp and as a text message, and each is noted in the history',
	{ tag: '@real' },
	async ( { page, order, orderScreen, shop } ) => {
		const made = await shop.createLink( order );
		const dialog = await openSend( orderScreen, order, made.order_id );
		// Nothing outside is asked for anything.
		await page
			.context()
			.route( 'https://wa.me/**', ( route ) =>
				route.fulfill( { body: 'WhatsApp' } )
			);
		const message = await dialog.box( 'Message' ).inputValue();
		expect( message ).toContain( 'Hello Robin' );
		expect( message ).toContain( made.payment_url );

		const opening = page.waitForEvent( 'popup' );
		await dialog.root.getByRole( 'link', { name: /WhatsApp/ } ).click();
		const chat = new URL( ( await opening ).url() );
		expect( chat.origin + chat.pathname ).toBe(
			'https://wa.me/31612345678'
		);
		expect( chat.searchParams.get( 'text' ) ).toBe( message );
		await ( await opening ).close();

		const sms = dialog.root.getByRole( 'link', { name: 'Text message' } );
		const smsAddress = await sms.getAttribute( 'href' );
		expect( smsAddress ).toBe(
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
						`/multisafepay-payment-links/v1/links/${ made.id }`
					)
				)
			)
			.toEqual( [ 'copy', 'sms', 'whatsapp' ] );
	}
);
