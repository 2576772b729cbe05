import type { Locator, Page } from '@playwright/test';

const URL = '/wp-admin/admin.php?page=multisafepay-payment-links';

/** Page of all payment links. */
export class LinksPage {
	readonly root: Locator;
	/** Selects all links of the page. */
	readonly selectAll: Locator;
	/** Actions for the selected links. */
	readonly bulk: Locator;
	readonly batch: Locator;
	readonly dialog: Locator;

	constructor( readonly page: Page ) {
		this.root = page.locator( '.msp-payment-links__all' );
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
		await this.page.goto( URL + query );
		await this.root.waitFor();
	}

	row( orderId: string ): Locator {
		return this.root.getByRole( 'row' ).filter( { hasText: orderId } );
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

	/** Whether the page scrolls horizontally. */
	isTooWide(): Promise< boolean > {
		return this.page.evaluate(
			() => document.documentElement.scrollWidth > window.innerWidth
		);
	}

	/** Starts the batch in the open dialog. */
	async start(): Promise< void > {
		await this.dialog
			.getByRole( 'button', { name: 'Start', exact: true } )
			.click();
		await this.dialog.waitFor( { state: 'detached' } );
	}
}
