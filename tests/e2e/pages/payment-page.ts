import type { Locator, Page } from '@playwright/test';

/** The provider's page, as the customer sees it. */
export class PaymentPage {
	readonly pay: Locator;

	constructor( readonly page: Page ) {
		this.pay = page.getByRole( 'button', { name: /^Pay/ } );
	}
}
