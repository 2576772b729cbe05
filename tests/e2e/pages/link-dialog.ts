import type { Locator, Page } from '@playwright/test';

/** Dialog for a link: QR code, waiting for payment, sending. */
export class LinkDialog {
	static readonly SELECTOR = '.msp-payment-links__dialog';

	readonly root: Locator;
	readonly code: Locator;
	readonly address: Locator;
	/** Close button of the dialog frame. */
	readonly closeButton: Locator;

	constructor( page: Page ) {
		this.root = page.getByRole( 'dialog' );
		this.code = this.root.getByRole( 'img', { name: /^QR code/ } );
		this.address = this.root.getByRole( 'textbox', {
			name: 'Payment link',
		} );
		this.closeButton = this.root.getByRole( 'button', { name: 'Close' } );
	}

	button( name: string | RegExp ): Locator {
		return this.root.getByRole( 'button', { name } );
	}

	textbox( name: string | RegExp ): Locator {
		return this.root.getByRole( 'textbox', {
			name,
			...( typeof name === 'string' ? { exact: true } : {} ),
		} );
	}
}
