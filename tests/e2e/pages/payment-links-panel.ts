import type { Locator, Page } from '@playwright/test';
import { LinkForm } from './link-form.ts';

/** The panel on the order screen. */
export class PaymentLinksPanel {
	readonly root: Locator;
	readonly generate: Locator;
	readonly form: LinkForm;
	readonly list: Locator;
	readonly rows: Locator;
	/** Address of the link that MultiSafepay's own plugin made. */
	readonly officialAddress: Locator;
	/** The green notice of a link that was just made. */
	readonly created: Locator;
	readonly copyNew: Locator;
	/** An answer to the question what to do with the link that can be paid. */
	readonly keepAndMakeAnother: Locator;

	constructor( page: Page ) {
		this.root = page.locator( '#multisafepay-payment-links-panel' );
		this.generate = this.root.getByRole( 'button', {
			name: 'Generate payment link',
		} );
		this.form = new LinkForm( this.root );
		this.list = this.root.getByRole( 'list', {
			name: 'Payment links of this order',
		} );
		this.rows = this.list.locator( '> li' );
		this.officialAddress = this.root.getByRole( 'textbox', {
			name: 'Link of the MultiSafepay plugin',
		} );
		this.created = this.notice( 'success' );
		this.keepAndMakeAnother = this.root.getByRole( 'button', {
			name: 'Keep it and make another',
		} );
		this.copyNew = this.created.getByRole( 'button', { name: /^Cop/ } );
	}

	/** A notice by its kind, which is its colour. */
	notice( kind: 'success' | 'warning' | 'error' ): Locator {
		return this.root.locator( `.components-notice.is-${ kind }` );
	}

	/** Opens the form although a link can be paid, and keeps that link. */
	async generateAnother(): Promise< void > {
		await this.generate.click();
		await this.keepAndMakeAnother.click();
		await this.form.group.waitFor();
	}

	/** A button of a row by its visible words. */
	action( orderId: string, text: string ): Locator {
		return this.row( orderId ).getByRole( 'button', { name: text } );
	}

	/** The button that opens the form with the details of a link. */
	duplicate( orderId: string ): Locator {
		return this.row( orderId ).getByRole( 'button', {
			name: `Duplicate ${ orderId }`,
			exact: true,
		} );
	}

	/** The row of a link. */
	row( orderId: string ): Locator {
		// By its own id alone: the rows around it name it as well.
		return this.rows.filter( {
			has: this.root
				.page()
				.locator( 'code' )
				.getByText( orderId, { exact: true } ),
		} );
	}
}
