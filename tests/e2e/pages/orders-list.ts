import { expect, type Locator, type Page } from '@playwright/test';
import type { Admin } from '@wordpress/e2e-test-utils-playwright';
import { shopEnv } from '../fixtures/env.ts';
import { startBatch } from './start-batch.ts';

/** List of orders, with HPOS and with orders as posts, and the batches above it. */
export class OrdersList {
	readonly batch: Locator;
	readonly startDialog: Locator;
	/** Screen below the admin bar, with the heading. */
	readonly screen: Locator;
	readonly page: Page;

	constructor( private readonly admin: Admin ) {
		const { page } = admin;
		this.page = page;
		this.screen = page.locator( '.wrap' );
		this.batch = page.locator( '.msp-payment-links-batch' );
		this.startDialog = page.getByRole( 'dialog' );
	}

	async open( query = '' ): Promise< void > {
		await ( shopEnv.storage === 'hpos'
			? this.admin.visitAdminPage(
					'admin.php',
					`page=wc-orders${ query }`
			  )
			: this.admin.visitAdminPage(
					'edit.php',
					`post_type=shop_order${ query }`
			  ) );
		await this.waitForScripts();
	}

	row( order: number ): Locator {
		return this.page.locator( `#order-${ order }, #post-${ order }` );
	}

	/** Starts the batch in the open dialog. */
	async start(): Promise< void > {
		await startBatch( this.startDialog );
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
			const box = this.row( id ).locator( 'input[type=checkbox]' );
			await box.press( 'Space' );
			await expect( box ).toBeChecked();
		}
		await this.page
			.locator( '#bulk-action-selector-bottom' )
			.selectOption( { label: action } );
		await this.page.locator( '#doaction2' ).press( 'Enter' );
	}
}
