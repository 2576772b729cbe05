import { expect, type Locator, type Page } from '@playwright/test';
import { shopEnv } from '../fixtures/env.ts';

/** WooCommerce's list of orders, with HPOS and with orders as posts, and what runs above it. */
export class OrdersList {
	readonly batch: Locator;
	readonly composer: Locator;

	constructor( readonly page: Page ) {
		this.batch = page.locator( '.msp-payment-links-batch' );
		this.composer = page.getByRole( 'dialog' );
	}

	static get url(): string {
		return shopEnv.storage === 'hpos'
			? '/wp-admin/admin.php?page=wc-orders'
			: '/wp-admin/edit.php?post_type=shop_order';
	}

	async open( query = '' ): Promise< void > {
		await this.page.goto( OrdersList.url + query );
		await this.ready();
	}

	/** Waits until the scripts of the list listen. */
	async ready(): Promise< void > {
		await this.page
			.locator( '.msp-payment-links-batches' )
			.waitFor( { state: 'attached' } );
	}

	/**
	 * Ticks orders and chooses a bulk action for them, by keyboard: WooCommerce's header still moves the page, and a
	 * click that misses opens an order. Below the list, since a phone shows the actions only there.
	 */
	async choose( action: string, orders: readonly number[] ): Promise< void > {
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
