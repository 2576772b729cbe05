import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { expect, test } from '../fixtures/index.ts';
import { DUTCH_COOKIE } from '../fixtures/helper-plugin.ts';
import { saveScreenshot } from '../fixtures/visual-checks.ts';
import { readQr } from '../fixtures/qr.ts';
import { translate } from '../fixtures/translation.ts';
import { LinkDialog } from '../pages/link-dialog.ts';

async function fileOf( download: Download ): Promise< Buffer > {
	return readFile( await download.path() );
}

/** Replaces the print function and counts its calls. */
async function stubPrint( page: Page ): Promise< () => Promise< number > > {
	await page.evaluate( () => {
		const { dataset } = document.documentElement;
		dataset[ 'printed' ] = '0';
		window.print = () => {
			dataset[ 'printed' ] = String( Number( dataset[ 'printed' ] ) + 1 );
		};
	} );
	return async () =>
		Number( await page.locator( 'html' ).getAttribute( 'data-printed' ) );
}

test.describe( 'the QR code of a link', { tag: '@real' }, () => {
	test(
		'can be decoded on the screen and in the files',
		{ tag: '@storage' },
		async ( { page, order, orderScreen, shop } ) => {
			const { order_id: orderId, payment_url: url } =
				await shop.createLink( order );
			const dialog = new LinkDialog( page );
			await orderScreen.open( order );
			const opener = orderScreen.panel
				.row( orderId )
				.getByRole( 'button', { name: `QR code of ${ orderId }` } );
			await opener.click();

			await expect( dialog.code ).toHaveAccessibleName(
				`QR code of payment link ${ orderId } for €80.00`
			);
			await expect( dialog.address ).toHaveValue( url );
			await expect( dialog.root ).toContainText( `Order ${ order }` );
			await expect( dialog.root ).toContainText( 'Can be paid until' );
			expect( readQr( await dialog.code.screenshot() ) ).toBe( url );

			const downloading = page.waitForEvent( 'download' );
			await dialog.button( 'Download PNG' ).click();
			const png = await downloading;
			expect( png.suggestedFilename() ).toBe(
				`payment-link-${ orderId }.png`
			);
			expect( readQr( await fileOf( png ) ) ).toBe( url );

			const downloadingSvg = page.waitForEvent( 'download' );
			await dialog.button( 'Download SVG' ).click();
			const svg = await downloadingSvg;
			expect( svg.suggestedFilename() ).toBe(
				`payment-link-${ orderId }.svg`
			);
			const paper = await page.context().newPage();
			await paper.setContent( ( await fileOf( svg ) ).toString() );
			expect( readQr( await paper.screenshot() ) ).toBe( url );
			await paper.close();

			await dialog.button( /^Copy link/ ).click();
			expect(
				await page.evaluate( () => navigator.clipboard.readText() )
			).toBe( url );
			await page.keyboard.press( 'Escape' );
			await expect( dialog.root ).toHaveCount( 0 );
			await expect( opener ).toBeFocused();
		}
	);

	test( 'is printed as a sheet for the customer', async ( {
		page,
		order,
		orderScreen,
		shop,
	} ) => {
		const { order_id: orderId, payment_url: url } =
			await shop.createLink( order );
		const dialog = new LinkDialog( page );
		await orderScreen.open( order );
		const printed = await stubPrint( page );
		await orderScreen.panel
			.row( orderId )
			.getByRole( 'button', { name: /^QR code/ } )
			.click();
		await dialog.button( 'Print' ).click();
		expect( await printed() ).toBe( 1 );

		await page.emulateMedia( { media: 'print' } );
		const sheet = page.locator( '.msp-payment-links__sheet' );
		await expect( sheet ).toBeVisible();
		for ( const text of [ `Order ${ order }`, '€80.00', url ] ) {
			await expect( sheet ).toContainText( text );
		}
		await expect( page.locator( '#wpwrap' ) ).toBeHidden();
		await expect( page.locator( LinkDialog.SELECTOR ) ).toBeHidden();
		expect( readQr( await page.screenshot() ) ).toBe( url );
		await saveScreenshot( page.locator( 'body' ), 'qr-print' );

		await page.emulateMedia( { media: null } );
		await dialog.closeButton.click();
		await page.emulateMedia( { media: 'print' } );
		await expect( page.locator( '#wpwrap' ) ).toBeVisible();
	} );

	test( 'is in the language of the user', async ( {
		page,
		context,
		order,
		orderScreen,
		shop,
	} ) => {
		const restore = await translate(
			'build/qr.js',
			'Download PNG',
			'PNG downloaden'
		);
		try {
			await shop.createLink( order );
			await context.addCookies( [ DUTCH_COOKIE ] );
			await orderScreen.open( order );
			await orderScreen.panel.rows
				.getByRole( 'button', { name: /^QR code/ } )
				.click();

			await expect(
				new LinkDialog( page ).button( 'PNG downloaden' )
			).toBeVisible();
		} finally {
			await restore();
		}
	} );
} );
