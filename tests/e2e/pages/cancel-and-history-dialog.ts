import type { Locator, Page } from '@playwright/test';

/** The window over the page that is about one link. */
export class LinkDialogs {
	readonly root: Locator;
	readonly close: Locator;
	readonly retire: Locator;
	readonly keep: Locator;
	/** Entries of the history, newest first. */
	readonly events: Locator;

	constructor( page: Page ) {
		this.root = page.getByRole( 'dialog' );
		this.close = this.root.getByRole( 'button', { name: 'Close' } );
		// Its words change while the request is on its way.
		this.retire = this.root.getByRole( 'button', {
			name: /^Retir(e link|ing…)$/,
		} );
		this.keep = this.root.getByRole( 'button', { name: 'Keep link' } );
		this.events = this.root
			.getByRole( 'list', { name: /History/ } )
			.getByRole( 'listitem' );
	}
}
