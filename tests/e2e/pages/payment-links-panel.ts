import type { Locator, Page } from '@playwright/test';
import { LinkForm } from './link-form.ts';

/** Panel on the order screen. */
export class PaymentLinksPanel {
	static readonly SELECTOR = '#multisafepay-payment-links-panel';

	readonly root: Locator;
	readonly generate: Locator;
	readonly form: LinkForm;
	/** What was paid and refunded, and what is due. */
	readonly balance: Locator;
	readonly list: Locator;
	readonly rows: Locator;
	/** URL of a link that the official MultiSafepay plugin created. */
	readonly officialUrl: Locator;
	/** Success notice with the new link. */
	readonly created: Locator;
	readonly copyCreated: Locator;
	/** Answer to the question about open links. */
	readonly keepAndCreateAnother: Locator;

	constructor( page: Page ) {
		this.root = page.locator( PaymentLinksPanel.SELECTOR );
		this.generate = this.root.getByRole( 'button', {
			name: 'Generate payment link',
		} );
		this.form = new LinkForm( this.root );
		this.balance = this.root.locator( '.msp-payment-links__balance' );
		this.list = this.root.getByRole( 'list', {
			name: 'Payment links of this order',
		} );
		this.rows = this.list.locator( '> li' );
		this.officialUrl = this.root.getByRole( 'textbox', {
			name: 'Link of the MultiSafepay plugin',
		} );
		this.created = this.notice( 'success' );
		this.keepAndCreateAnother = this.root.getByRole( 'button', {
			name: 'Keep it and make another',
		} );
		this.copyCreated = this.created.getByRole( 'button', { name: /^Cop/ } );
	}

	/** Notice by its status. */
	notice( kind: 'success' | 'warning' | 'error' ): Locator {
		return this.root.locator( `.components-notice.is-${ kind }` );
	}

	/** Opens the form for a second link and keeps the open one. */
	async generateAnother(): Promise< void > {
		await this.generate.click();
		await this.keepAndCreateAnother.click();
		await this.form.group.waitFor();
	}

	/** Button of a row by its label. */
	action( orderId: string, text: string | RegExp ): Locator {
		return this.row( orderId ).getByRole( 'button', { name: text } );
	}

	/** Button that opens the form with the values of a link. */
	duplicate( orderId: string ): Locator {
		return this.row( orderId ).getByRole( 'button', {
			name: `Duplicate ${ orderId }`,
			exact: true,
		} );
	}

	row( orderId: string ): Locator {
		// By its own order ID, because other rows can mention it.
		return this.rows.filter( {
			has: this.root
				.page()
				.locator( 'code' )
				.getByText( orderId, { exact: true } ),
		} );
	}
}
