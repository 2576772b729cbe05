import type { Locator } from '@playwright/test';

/** Fields by the words above them. */
export const LABELS = {
	amount: /^Amount/,
	orderId: 'Order ID',
	days: 'Expires after (days)',
	description: 'Description',
	firstName: 'First name',
	lastName: 'Last name',
	email: 'E-mail',
} as const;

/** The form for a new link. */
export class LinkForm {
	readonly group: Locator;
	readonly country: Locator;
	readonly language: Locator;
	readonly site: Locator;
	readonly secondChance: Locator;
	/** "The customer will pay more than the order still owes". */
	readonly confirmation: Locator;
	readonly submit: Locator;
	readonly cancel: Locator;

	constructor( panel: Locator ) {
		this.group = panel.getByRole( 'group', { name: 'New payment link' } );
		this.country = this.group.getByRole( 'combobox', { name: 'Country' } );
		this.language = this.group.getByRole( 'combobox', {
			name: 'Language of the payment page',
		} );
		this.site = this.group.getByRole( 'combobox', { name: /^Site/ } );
		this.secondChance = this.group.getByRole( 'checkbox', {
			name: 'Second Chance',
		} );
		this.confirmation = this.group.getByRole( 'checkbox', {
			name: /will pay more than the order still owes/,
		} );
		// Its words change while the request is on its way.
		this.submit = this.group.getByRole( 'button', {
			name: /^Generat(e link|ing…)$/,
		} );
		this.cancel = this.group.getByRole( 'button', { name: 'Cancel' } );
	}

	field( name: keyof typeof LABELS ): Locator {
		return this.group.getByRole( 'textbox', { name: LABELS[ name ] } );
	}
}
