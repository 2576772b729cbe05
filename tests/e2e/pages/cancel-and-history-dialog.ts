import type { Locator, Page } from '@playwright/test';

/** Dialog for a link: cancelling and history. */
export class CancelAndHistoryDialog {
	readonly root: Locator;
	readonly close: Locator;
	readonly cancel: Locator;
	readonly keep: Locator;
	/** Entries of the history, newest first. */
	readonly events: Locator;

	constructor( page: Page ) {
		this.root = page.getByRole( 'dialog' );
		this.close = this.root.getByRole( 'button', { name: 'Close' } );
		// The label changes during the request.
		this.cancel = this.root.getByRole( 'button', {
			name: /^Cancel( link|ling…)$/,
		} );
		this.keep = this.root.getByRole( 'button', { name: 'Keep link' } );
		this.events = this.root
			.getByRole( 'list', { name: /History/ } )
			.getByRole( 'listitem' );
	}
}
