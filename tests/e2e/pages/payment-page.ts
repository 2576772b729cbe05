import { expect, type Locator, type Page } from '@playwright/test';
import type { Emulator } from '../fixtures/emulator.ts';

/** Payment page of MultiSafepay. */
export class PaymentPage {
	readonly pay: Locator;

	constructor( readonly page: Page ) {
		this.pay = page.getByRole( 'button', { name: /^Pay/ } );
	}

	/** Clicks a link that opens the payment page in a new window. */
	static async openWith( link: Locator ): Promise< PaymentPage > {
		const opening = link.page().waitForEvent( 'popup' );
		await link.click();
		return new PaymentPage( await opening );
	}

	/** Pays the only order, and closes the window when MultiSafepay has completed it. */
	async payAndClose( emulator: Emulator ): Promise< void > {
		await this.pay.click();
		await expect
			.poll( async () => ( await emulator.orders() )[ 0 ]?.status )
			.toBe( 'completed' );
		await this.page.close();
	}
}
