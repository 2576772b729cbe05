import type { Locator, Page } from '@playwright/test';
import { LABELS } from './link-form.ts';

/** The window for a payment that has no order yet. */
export class PhoneOrder {
	static readonly SELECTOR = '.msp-payment-links__phone-order';

	readonly open: Locator;
	readonly root: Locator;
	readonly search: Locator;
	readonly submit: Locator;
	readonly tryAgain: Locator;
	readonly error: Locator;
	/** The new link can be copied. */
	readonly copy: Locator;
	/** Leads to the new order. */
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

	/** A customer who was found, by name. */
	found( name: string ): Locator {
		return this.root
			.getByRole( 'listbox', { name: 'Customers' } )
			.getByRole( 'option' )
			.filter( { hasText: name } );
	}
}
