import type { Locator, Page } from '@playwright/test';

/** Payment page of MultiSafepay. */
export class PaymentPage {
	readonly pay: Locator;

	constructor( readonly page: Page ) {
		this.pay = page.getByRole( 'button', { name: /^Pay/ } );
	}
}
