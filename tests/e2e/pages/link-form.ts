import type { Locator } from '@playwright/test';

/** Labels of the text fields. */
export const LABELS = {
	amount: /^Amount/,
	orderId: 'Order ID',
	days: 'Expires after (days)',
	description: 'Description',
	firstName: 'First name',
	lastName: 'Last name',
	email: 'E-mail',
	hours: 'Expires after (hours)',
	company: 'Company',
	phone: 'Phone',
	street: 'Street',
	houseNumber: 'House number',
	secondLine: 'Address, second line',
	postalCode: 'Postal code',
	city: 'City',
	state: 'State (code)',
	receiverFirstName: 'First name of the receiver',
	receiverLastName: 'Last name of the receiver',
	deliveryStreet: 'Delivery street',
	deliveryHouseNumber: 'Delivery house number',
	deliveryPostalCode: 'Delivery postal code',
	deliveryCity: 'Delivery city',
	pageAfterPaying: 'Page after paying',
	pageAfterGivingUp: 'Page after giving up',
	note: 'Internal note',
} as const;

/** Form for a new link. */
export class LinkForm {
	readonly group: Locator;
	/** Asks for the amount due. */
	readonly full: Locator;
	/** Asks for a part of it. */
	readonly partial: Locator;
	readonly country: Locator;
	readonly language: Locator;
	readonly site: Locator;
	readonly secondChance: Locator;
	/** Toggle for all fields. */
	readonly advanced: Locator;
	/** Unit of the expiry. */
	readonly expiry: Locator;
	/** Date and time. */
	readonly expiresAt: Locator;
	readonly birthday: Locator;
	readonly hasDelivery: Locator;
	readonly deliveryCountry: Locator;
	readonly paymentMethod: Locator;
	readonly includeItems: Locator;
	/** Table of the items. */
	readonly items: Locator;
	/** Whether the original of a duplicate is cancelled. */
	readonly cancelOriginal: Locator;
	/** Checkbox that confirms an amount above the amount due. */
	readonly confirmation: Locator;
	readonly submit: Locator;
	readonly cancel: Locator;

	constructor( panel: Locator ) {
		this.group = panel.getByRole( 'group', { name: 'New payment link' } );
		this.full = this.group.getByRole( 'radio', { name: /^Full amount/ } );
		this.partial = this.group.getByRole( 'radio', {
			name: 'Partial amount',
		} );
		this.country = this.group.getByRole( 'combobox', {
			name: 'Country',
			exact: true,
		} );
		this.language = this.group.getByRole( 'combobox', {
			name: 'Language of the payment page',
		} );
		this.site = this.group.getByRole( 'combobox', { name: /^Site/ } );
		this.secondChance = this.group.getByRole( 'checkbox', {
			name: 'Second Chance',
		} );
		this.advanced = this.group.getByRole( 'checkbox', {
			name: 'Show all fields',
		} );
		this.expiry = this.group.getByRole( 'combobox', { name: 'Expires' } );
		this.expiresAt = this.group.getByLabel( 'Expires at' );
		this.birthday = this.group.getByLabel( 'Birthday' );
		this.hasDelivery = this.group.getByRole( 'checkbox', {
			name: 'Send a delivery address',
		} );
		this.deliveryCountry = this.group.getByRole( 'combobox', {
			name: 'Delivery country',
		} );
		this.paymentMethod = this.group.getByRole( 'combobox', {
			name: 'Payment method',
		} );
		this.includeItems = this.group.getByRole( 'checkbox', {
			name: 'Show the items on the payment page',
		} );
		this.items = this.group.getByRole( 'table', {
			name: 'As the customer sees them',
		} );
		this.cancelOriginal = this.group.getByRole( 'checkbox', {
			name: /^Cancel .* when the new link is there/,
		} );
		this.confirmation = this.group.getByRole( 'checkbox', {
			name: /will pay more than the order still owes/,
		} );
		// The label changes during the request.
		this.submit = this.group.getByRole( 'button', {
			name: /^Generat(e link|ing…)$/,
		} );
		this.cancel = this.group.getByRole( 'button', { name: 'Cancel' } );
	}

	field( name: keyof typeof LABELS ): Locator {
		return this.group.getByRole( 'textbox', {
			name: LABELS[ name ],
			exact: true,
		} );
	}

	/** Chooses a partial amount and enters it. */
	async enterAmount( amount: string ): Promise< void > {
		await this.partial.check();
		await this.field( 'amount' ).fill( amount );
	}

	/** Shows all fields and waits for them. The preference is saved for the user. */
	async showAllFields(): Promise< void > {
		await this.advanced.check();
		await this.paymentMethod.waitFor();
	}
}
