import type { Locator, Page } from '@playwright/test';
import type { Admin } from '@wordpress/e2e-test-utils-playwright';
import { shopEnv } from '../fixtures/env.ts';
import { CancelAndHistoryDialog } from './cancel-and-history-dialog.ts';
import { PaymentLinksPanel } from './payment-links-panel.ts';

/** Order screen, with HPOS and with orders as posts. */
export class OrderScreen {
	readonly panel: PaymentLinksPanel;
	readonly dialog: CancelAndHistoryDialog;
	/** Meta box of the panel. It is missing if the user cannot see it. */
	readonly metaBox: Locator;
	readonly saveButton: Locator;
	/** Field with the status of the order. */
	readonly status: Locator;
	readonly page: Page;

	constructor( private readonly admin: Admin ) {
		const { page } = admin;
		this.page = page;
		this.panel = new PaymentLinksPanel( page );
		this.dialog = new CancelAndHistoryDialog( page );
		this.metaBox = page.locator( '#multisafepay-payment-links' );
		this.saveButton = page.locator( 'button.save_order' );
		this.status = page.locator( '#order_status' );
	}

	async open( order: number ): Promise< void > {
		await ( shopEnv.storage === 'hpos'
			? this.admin.visitAdminPage(
					'admin.php',
					`page=wc-orders&action=edit&id=${ order }`
			  )
			: this.admin.visitAdminPage(
					'post.php',
					`post=${ order }&action=edit`
			  ) );
		// Timers run in order, so code that waits for the end of loading has run after this one.
		await this.page.evaluate(
			() => new Promise( ( done ) => window.setTimeout( done ) )
		);
	}

	/** Opens an order and the form for a new link. */
	async openForm( order: number ): Promise< void > {
		await this.open( order );
		await this.panel.generate.click();
		await this.panel.form.group.waitFor();
	}

	/** Opens an order and creates a link with the values of the order. */
	async generateLink( order: number ): Promise< void > {
		await this.openForm( order );
		await this.panel.form.submit.click();
		await this.panel.created.waitFor();
	}

	async changeBillingFirstName( name: string ): Promise< void > {
		// WooCommerce hides the address fields behind an edit button.
		const pencil = this.page.locator( 'a.edit_address' ).first();
		if ( ( await pencil.count() ) > 0 ) {
			await pencil.click();
		}
		await this.page.locator( '#_billing_first_name' ).fill( name );
	}

	async chooseStatus( label: string ): Promise< void > {
		await this.status.selectOption( { label } );
	}

	/** Changes the fee of the order and saves it without a page reload. */
	async changeFee( total: string ): Promise< void > {
		const items = this.page.locator( '#woocommerce-order-items' );
		const fee = items.locator( 'tr.fee' );
		await fee.hover();
		await fee.locator( 'a.edit-order-item' ).click();
		await fee.locator( 'input.line_total' ).fill( total );
		await items
			.getByRole( 'button', { name: 'Save', exact: true } )
			.click();
		await this.itemsSaved();
	}

	/** Returns to the page after some minutes in another window. */
	async returnAfter( minutes: number ): Promise< void > {
		await this.page.clock.setFixedTime( Date.now() + minutes * 60_000 );
		await this.page.evaluate( () =>
			window.dispatchEvent( new Event( 'focus' ) )
		);
	}

	/**
	 * Creates an order in the admin. Returns its id.
	 *
	 * @param order       Input.
	 * @param order.email E-mail address of the customer.
	 * @param order.fee   Amount of the only fee.
	 */
	async createOrder( order: {
		readonly email: string;
		readonly fee: string;
	} ): Promise< number > {
		await ( shopEnv.storage === 'hpos'
			? this.admin.visitAdminPage(
					'admin.php',
					'page=wc-orders&action=new'
			  )
			: this.admin.visitAdminPage(
					'post-new.php',
					'post_type=shop_order'
			  ) );
		await this.page.locator( 'a.edit_address' ).first().click();
		await this.page.locator( '#_billing_email' ).fill( order.email );
		const items = this.page.locator( '#woocommerce-order-items' );
		await items
			.getByRole( 'button', { name: 'Add item(s)', exact: true } )
			.click();
		this.page.once( 'dialog', ( dialog ) => dialog.accept( order.fee ) );
		await items
			.getByRole( 'button', { name: 'Add fee', exact: true } )
			.click();
		await items.locator( 'tr.fee' ).waitFor();
		await this.itemsSaved();
		await this.save();
		return Number( await this.page.locator( '#post_ID' ).inputValue() );
	}

	/** Runs one of WooCommerce's order actions. */
	async runOrderAction( label: string ): Promise< void > {
		await this.page
			.locator( 'select[name=wc_order_action]' )
			.selectOption( { label } );
		await this.save();
	}

	async save(): Promise< void > {
		await this.saveButton.click();
		await this.page.getByText( 'Order updated.' ).first().waitFor();
	}

	/** Waits until WooCommerce has saved the items. */
	private async itemsSaved(): Promise< void > {
		await this.page
			.locator( '#woocommerce-order-items .blockUI' )
			.first()
			.waitFor( { state: 'detached' } );
	}
}
