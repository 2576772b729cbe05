import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { clipboardText } from '../support/clipboard.ts';
import { expect, test } from '../fixtures/index.ts';
import { DUTCH_COOKIE } from '../fixtures/helper-plugin.ts';
import { saveScreenshot } from '../support/visual-checks.ts';
import { readQr } from '../support/qr.ts';
import { translate } from '../support/translation.ts';
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
		async ( {
			page,
			pageUtils,
			order,
			openedLink: link,
			panel,
			linkDialog,
		} ) => {
			const { order_id: orderId, payment_url: url } = link;
			const opener = panel.action( orderId, `QR code of ${ orderId }` );
			await opener.click();

			await expect( linkDialog.code ).toHaveAccessibleName(
				`QR code of payment link ${ orderId } for €80.00`
			);
			await expect( linkDialog.address ).toHaveValue( url );
			await expect( linkDialog.root ).toContainText( `Order ${ order }` );
			await expect( linkDialog.root ).toContainText(
				'Can be paid until'
			);
			expect( readQr( await linkDialog.code.screenshot() ) ).toBe( url );

			const downloading = page.waitForEvent( 'download' );
			await linkDialog.button( 'Download PNG' ).click();
			const png = await downloading;
			expect( png.suggestedFilename() ).toBe(
				`payment-link-${ orderId }.png`
			);
			expect( readQr( await fileOf( png ) ) ).toBe( url );

			const downloadingSvg = page.waitForEvent( 'download' );
			await linkDialog.button( 'Download SVG' ).click();
			const svg = await downloadingSvg;
			expect( svg.suggestedFilename() ).toBe(
				`payment-link-${ orderId }.svg`
			);
			const paper = await page.context().newPage();
			await paper.setContent( ( await fileOf( svg ) ).toString() );
			expect( readQr( await paper.screenshot() ) ).toBe( url );
			await paper.close();

			await linkDialog.button( /^Copy link/ ).click();
			expect( await clipboardText( page ) ).toBe( url );
			await pageUtils.pressKeys( 'Escape' );
			await expect( linkDialog.root ).toHaveCount( 0 );
			await expect( opener ).toBeFocused();
		}
	);

	test( 'is printed as a sheet for the customer', async ( {
		page,
		order,
		openedLink: link,
		panel,
		linkDialog,
	} ) => {
		const { order_id: orderId, payment_url: url } = link;
		const printed = await stubPrint( page );
		await panel.action( orderId, /^QR code/ ).click();
		await linkDialog.button( 'Print' ).click();
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
		await linkDialog.closeButton.click();
		await page.emulateMedia( { media: 'print' } );
		await expect( page.locator( '#wpwrap' ) ).toBeVisible();
	} );

	test( 'is in the language of the user', async ( {
		context,
		page,
		order,
		link,
		orderScreen,
		panel,
	} ) => {
		const restore = await translate(
			'build/qr.js',
			'Download PNG',
			'PNG downloaden'
		);
		try {
			await context.addCookies( [ DUTCH_COOKIE ] );
			await orderScreen.open( order );
			await panel.action( link.order_id, /^QR code/ ).click();

			await expect(
				new LinkDialog( page ).button( 'PNG downloaden' )
			).toBeVisible();
		} finally {
			await restore();
		}
	} );
} );
