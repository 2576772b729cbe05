import type { Locator, Page } from '@playwright/test';

/** The window in which an order is copied. */
export class DuplicateOrderDialog {
	/** In the panel. */
	readonly open: Locator;
	readonly window: Locator;
	/** Its words change with what pressing it would do now. */
	readonly confirm: Locator;
	readonly address: Locator;
	readonly copy: Locator;
	/** To the new order. */
	readonly orderLink: Locator;
	readonly close: Locator;

	constructor( page: Page ) {
		this.open = page.getByRole( 'button', { name: 'Duplicate order…' } );
		this.window = page.getByRole( 'dialog', { name: /^Duplicate order/ } );
		this.confirm = this.window.getByRole( 'button', {
			name: /^(Duplicate (order|anyway)|Duplicating…|Try again)$/,
		} );
		this.address = this.window.getByRole( 'textbox', {
			name: 'Payment link',
		} );
		this.copy = this.window.getByRole( 'button', { name: /^Cop/ } );
		this.orderLink = this.window.getByRole( 'link', {
			name: /^Open order/,
		} );
		this.close = this.window
			.getByRole( 'button', { name: 'Close' } )
			.filter( { hasText: 'Close' } );
	}
}
