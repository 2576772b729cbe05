import type { Locator, Page } from '@playwright/test';

/** Dialog to duplicate an order. */
export class DuplicateOrderDialog {
	static readonly SELECTOR = '.components-modal__frame';

	/** Button in the panel. */
	readonly open: Locator;
	readonly window: Locator;
	/** The label depends on the state of the dialog. */
	readonly confirm: Locator;
	readonly address: Locator;
	readonly copy: Locator;
	/** Link to the new order. */
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

	/** Opens the dialog and confirms it. */
	async duplicate(): Promise< void > {
		await this.open.click();
		await this.confirm.click();
	}
}
