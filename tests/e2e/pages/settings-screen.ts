import type { Locator } from '@playwright/test';
import type { Admin } from '@wordpress/e2e-test-utils-playwright';

/** Settings tab of the plugin. */
export class SettingsScreen {
	static readonly SELECTOR = '#multisafepay-payment-links-settings';

	readonly root: Locator;
	readonly site: Locator;
	readonly enterKey: Locator;
	readonly key: Locator;
	readonly checkKey: Locator;
	readonly saveChanges: Locator;

	constructor( private readonly admin: Admin ) {
		this.root = admin.page.locator( SettingsScreen.SELECTOR );
		this.site = this.root.getByRole( 'group', { name: /Main shop/ } );
		this.enterKey = this.site.getByRole( 'button', {
			name: /^(Enter a|Replace) key$/,
		} );
		this.key = this.site.getByRole( 'textbox', { name: 'API key' } );
		this.checkKey = this.site.getByRole( 'button', { name: 'Check key' } );
		this.saveChanges = this.root.getByRole( 'button', {
			name: 'Save changes',
		} );
	}

	async open(): Promise< void > {
		await this.admin.visitAdminPage(
			'admin.php',
			'page=wc-settings&tab=multisafepay_payment_links'
		);
	}

	/** Replaces the key without saving. */
	async typeKey( key: string ): Promise< void > {
		await this.enterKey.click();
		await this.key.fill( key );
	}

	async save(): Promise< void > {
		await this.saveChanges.click();
		await this.root.getByText( 'Settings saved.' ).waitFor();
	}
}
