import type { Locator, Page } from '@playwright/test';
import { shopEnv } from '../fixtures/env.ts';
import type { Shop } from '../fixtures/shop.ts';
import { LinkDialogs } from './link-dialogs.ts';
import { PaymentLinksPanel } from './payment-links-panel.ts';

/** WooCommerce's screen of one order, with HPOS and with orders as posts. */
export class OrderScreen {
	readonly panel: PaymentLinksPanel;
	readonly dialogs: LinkDialogs;
	/** The box around the panel, which is absent where the user may not see it. */
	readonly box: Locator;

	constructor(
		readonly page: Page,
		private readonly shop: Shop
	) {
		this.panel = new PaymentLinksPanel( page );
		this.dialogs = new LinkDialogs( page );
		this.box = page.locator( '#multisafepay-payment-links' );
	}

	async open( order: number ): Promise< void > {
		await this.page.goto( this.shop.orderScreen( order ) );
		// Timers run in turn: what the page put off until it had loaded, such as writing down its form, is done then.
		await this.page.evaluate(
			() => new Promise( ( done ) => window.setTimeout( done ) )
		);
	}

	/** Opens an order and the form for a link of it. */
	async openForm( order: number ): Promise< void > {
		await this.open( order );
		await this.panel.generate.click();
		await this.panel.form.group.waitFor();
	}

	async changeBillingFirstName( name: string ): Promise< void > {
		// WooCommerce hides the address fields behind a pencil.
		const pencil = this.page.locator( 'a.edit_address' ).first();
		if ( ( await pencil.count() ) > 0 ) {
			await pencil.click();
		}
		await this.page.locator( '#_billing_first_name' ).fill( name );
	}

	async chooseStatus( label: string ): Promise< void > {
		await this.page.locator( '#order_status' ).selectOption( { label } );
	}

	/** Changes what the order's one fee costs, and saves it as WooCommerce does: without a page reload. */
	async changeFee( total: string ): Promise< void > {
		const items = this.page.locator( '#woocommerce-order-items' );
		const fee = items.locator( 'tr.fee' );
		await fee.hover();
		await fee.locator( 'a.edit-order-item' ).click();
		await fee.locator( 'input.line_total' ).fill( total );
		await items
			.getByRole( 'button', { name: 'Save', exact: true } )
			.click();
		await items
			.locator( '.blockUI' )
			.first()
			.waitFor( { state: 'detached' } );
	}

	/** Comes back to the page as after some minutes in another window. */
	async comeBack( minutes: number ): Promise< void > {
		await this.page.clock.setFixedTime( Date.now() + minutes * 60_000 );
		await this.page.evaluate( () =>
			window.dispatchEvent( new Event( 'focus' ) )
		);
	}

	/**
	 * Makes an order by hand, as staff do for somebody on the phone; answers its id.
	 *
	 * @param order       What is typed.
	 * @param order.email E-mail address of the customer.
	 * @param order.fee   The one fee.
	 */
	async make( order: {
		readonly email: string;
		readonly fee: string;
	} ): Promise< number > {
		await this.page.goto(
			shopEnv.storage === 'hpos'
				? '/wp-admin/admin.php?page=wc-orders&action=new'
				: '/wp-admin/post-new.php?post_type=shop_order'
		);
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
		await items
			.locator( '.blockUI' )
			.first()
			.waitFor( { state: 'detached' } );
		await this.page.locator( 'button.save_order' ).click();
		await this.page.getByText( 'Order updated.' ).first().waitFor();
		return Number( await this.page.locator( '#post_ID' ).inputValue() );
	}

	/** Has WooCommerce do one of its own actions to the order. */
	async act( label: string ): Promise< void > {
		await this.page
			.locator( 'select[name=wc_order_action]' )
			.selectOption( { label } );
		await this.save();
	}

	async save(): Promise< void > {
		await this.page.locator( 'button.save_order' ).click();
		await this.page.getByText( 'Order updated.' ).first().waitFor();
	}
}
