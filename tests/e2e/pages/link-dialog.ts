import type { Locator, Page } from '@playwright/test';

/** The window over the order screen that is about one link. */
export class LinkDialog {
	static readonly SELECTOR = '.msp-payment-links__dialog';

	readonly root: Locator;
	readonly code: Locator;
	readonly address: Locator;
	/** WordPress's own cross. */
	readonly cross: Locator;

	constructor( page: Page ) {
		this.root = page.getByRole( 'dialog' );
		this.code = this.root.getByRole( 'img', { name: /^QR code/ } );
		this.address = this.root.getByRole( 'textbox', {
			name: 'Payment link',
		} );
		this.cross = this.root.getByRole( 'button', { name: 'Close' } );
	}

	button( name: string | RegExp ): Locator {
		return this.root.getByRole( 'button', { name } );
	}

	box( name: string | RegExp ): Locator {
		return this.root.getByRole( 'textbox', {
			name,
			...( typeof name === 'string' ? { exact: true } : {} ),
		} );
	}
}
