import type { Locator, Page } from '@playwright/test';

const URL = '/wp-admin/admin.php?page=multisafepay-payment-links';

/** WooCommerce > Payment links. */
export class LinksPage {
	readonly root: Locator;
	/** Ticks every link of the page. */
	readonly all: Locator;
	/** What can be done with the links that are ticked. */
	readonly bulk: Locator;
	readonly batch: Locator;
	readonly dialog: Locator;

	constructor( readonly page: Page ) {
		this.root = page.locator( '.msp-payment-links__all' );
		this.all = this.root.getByRole( 'checkbox', {
			name: 'Select all links on this page',
		} );
		this.bulk = this.root.getByRole( 'group', { name: 'Selected links' } );
		this.batch = this.root.locator( '.msp-payment-links-batch' );
		this.dialog = page.getByRole( 'dialog' );
	}

	/**
	 * Opens the page and waits for it.
	 *
	 * @param search What is looked for; nothing for every link.
	 */
	async open( search = '' ): Promise< void > {
		const query = search === '' ? '' : `&search=${ search }`;
		await this.page.goto( URL + query );
		await this.root.waitFor();
	}

	row( orderId: string ): Locator {
		return this.root.getByRole( 'row' ).filter( { hasText: orderId } );
	}

	tick( orderId: string ): Locator {
		return this.root.getByRole( 'checkbox', {
			name: `Select ${ orderId }`,
			exact: true,
		} );
	}

	/**
	 * Presses an entry of a row's menu.
	 *
	 * @param orderId Of the link.
	 * @param entry   Its words.
	 */
	async more( orderId: string, entry: string ): Promise< void > {
		await this.row( orderId )
			.getByRole( 'button', { name: `More for ${ orderId }` } )
			.click();
		await this.page.getByRole( 'menuitem', { name: entry } ).click();
	}

	/** Tells whether somebody would have to scroll sideways. */
	isTooWide(): Promise< boolean > {
		return this.page.evaluate(
			() => document.documentElement.scrollWidth > window.innerWidth
		);
	}

	/** Starts what the open window previews. */
	async start(): Promise< void > {
		await this.dialog
			.getByRole( 'button', { name: 'Start', exact: true } )
			.click();
		await this.dialog.waitFor( { state: 'detached' } );
	}
}
