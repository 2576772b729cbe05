import type { Locator, Page } from '@playwright/test';
import type { Admin } from '@wordpress/e2e-test-utils-playwright';
import { startBatch } from './start-batch.ts';

/** Page of all payment links. */
export class LinksPage {
	static readonly SELECTOR = '.msp-payment-links__all';

	readonly page: Page;
	readonly root: Locator;
	/** Selects all links of the page. */
	readonly selectAll: Locator;
	/** Actions for the selected links. */
	readonly bulk: Locator;
	readonly batch: Locator;
	readonly dialog: Locator;
	/** Screen below the admin bar, with the heading. */
	readonly screen: Locator;

	constructor( private readonly admin: Admin ) {
		const { page } = admin;
		this.page = page;
		this.screen = page.locator( '.wrap' );
		this.root = page.locator( LinksPage.SELECTOR );
		this.selectAll = this.root.getByRole( 'checkbox', {
			name: 'Select all links on this page',
		} );
		this.bulk = this.root.getByRole( 'group', { name: 'Selected links' } );
		this.batch = this.root.locator( '.msp-payment-links-batch' );
		this.dialog = page.getByRole( 'dialog' );
	}

	/**
	 * Opens the page and waits for it.
	 *
	 * @param search Search text; empty for all links.
	 */
	async open( search = '' ): Promise< void > {
		const query = search === '' ? '' : `&search=${ search }`;
		await this.admin.visitAdminPage(
			'admin.php',
			`page=multisafepay-payment-links${ query }`
		);
		await this.root.waitFor();
	}

	row( orderId: string ): Locator {
		return this.root.getByRole( 'row' ).filter( { hasText: orderId } );
	}

	/** Button in the alert of a link. */
	alertAction( orderId: string, label: string ): Locator {
		return this.root.getByRole( 'button', {
			name: `${ label } ${ orderId }`,
			exact: true,
		} );
	}

	checkbox( orderId: string ): Locator {
		return this.root.getByRole( 'checkbox', {
			name: `Select ${ orderId }`,
			exact: true,
		} );
	}

	/**
	 * Clicks an entry in the menu of a row.
	 *
	 * @param orderId Order ID of the link.
	 * @param entry   Label of the entry.
	 */
	async clickMenuItem( orderId: string, entry: string ): Promise< void > {
		await this.row( orderId )
			.getByRole( 'button', { name: `More for ${ orderId }` } )
			.click();
		await this.page.getByRole( 'menuitem', { name: entry } ).click();
	}

	/** Searches with the search field. */
	async search( text: string ): Promise< void > {
		await this.page.getByRole( 'searchbox' ).fill( text );
		await this.page.getByRole( 'button', { name: 'Search links' } ).click();
	}

	/** Shows or hides a column, and waits until the preference is saved. */
	async setColumn( name: string, isShown: boolean ): Promise< void > {
		await this.page.getByRole( 'button', { name: 'Columns' } ).click();
		const saved = this.page.waitForResponse( /preferences/ );
		await this.page
			.getByRole( 'checkbox', { name, exact: true } )
			.setChecked( isShown );
		await saved;
	}

	/** Whether the page scrolls horizontally. */
	isTooWide(): Promise< boolean > {
		return this.page.evaluate(
			() => document.documentElement.scrollWidth > window.innerWidth
		);
	}

	/** Starts the batch in the open dialog. */
	async start(): Promise< void > {
		await startBatch( this.dialog );
		await this.dialog.waitFor( { state: 'detached' } );
	}
}
