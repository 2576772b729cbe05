import type { Locator, Page } from '@playwright/test';
import { LABELS } from './link-form.ts';

/** Dialog for phone orders. */
export class PhoneOrder {
	static readonly SELECTOR = '.msp-payment-links__phone-order';

	readonly open: Locator;
	readonly root: Locator;
	readonly search: Locator;
	readonly submit: Locator;
	readonly tryAgain: Locator;
	readonly error: Locator;
	/** Copy button of the new link. */
	readonly copy: Locator;
	/** Link to the new order. */
	readonly order: Locator;

	constructor( readonly page: Page ) {
		this.open = page.getByRole( 'button', {
			name: 'New payment link',
			exact: true,
		} );
		this.root = page.locator( PhoneOrder.SELECTOR );
		this.search = this.root.getByRole( 'combobox', {
			name: 'Find a customer',
		} );
		this.submit = this.root.getByRole( 'button', {
			name: /^Generat(e link|ing…)$/,
		} );
		this.tryAgain = this.root.getByRole( 'button', { name: 'Try again' } );
		this.error = this.root.locator( '.components-notice.is-error' );
		this.copy = this.root.getByRole( 'button', { name: /^Copy link/ } );
		this.order = this.root.getByRole( 'link', { name: /^Open order/ } );
	}

	field( name: keyof typeof LABELS ): Locator {
		return this.root.getByRole( 'textbox', {
			name: LABELS[ name ],
			exact: true,
		} );
	}

	/** Search result by name. */
	searchResult( name: string ): Locator {
		return this.root
			.getByRole( 'listbox', { name: 'Customers' } )
			.getByRole( 'option' )
			.filter( { hasText: name } );
	}
}
