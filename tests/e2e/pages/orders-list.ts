import { expect, type Locator, type Page } from '@playwright/test';
import { shopEnv } from '../fixtures/env.ts';

/** List of orders, with HPOS and with orders as posts, and the batches above it. */
export class OrdersList {
	readonly batch: Locator;
	readonly startDialog: Locator;

	constructor( readonly page: Page ) {
		this.batch = page.locator( '.msp-payment-links-batch' );
		this.startDialog = page.getByRole( 'dialog' );
	}

	static get url(): string {
		return shopEnv.storage === 'hpos'
			? '/wp-admin/admin.php?page=wc-orders'
			: '/wp-admin/edit.php?post_type=shop_order';
	}

	async open( query = '' ): Promise< void > {
		await this.page.goto( OrdersList.url + query );
		await this.waitForScripts();
	}

	/** Waits until the scripts of the list have run. */
	async waitForScripts(): Promise< void > {
		await this.page
			.locator( '.msp-payment-links-batches' )
			.waitFor( { state: 'attached' } );
	}

	/**
	 * Selects orders and a bulk action with the keyboard, because WooCommerce's header moves the page, and a click next
	 * to the checkbox opens an order. Uses the bulk actions below the list, because small screens show only those.
	 */
	async startBulkAction(
		action: string,
		orders: readonly number[]
	): Promise< void > {
		for ( const id of orders ) {
			const box = this.page
				.locator( `#order-${ id }, #post-${ id }` )
				.locator( 'input[type=checkbox]' );
			await box.press( 'Space' );
			await expect( box ).toBeChecked();
		}
		await this.page
			.locator( '#bulk-action-selector-bottom' )
			.selectOption( { label: action } );
		await this.page.locator( '#doaction2' ).press( 'Enter' );
	}
}
