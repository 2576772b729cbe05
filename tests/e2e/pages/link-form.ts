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

/** The form for a new link. */
export class LinkForm {
	readonly group: Locator;
	readonly country: Locator;
	readonly language: Locator;
	readonly site: Locator;
	readonly secondChance: Locator;
	/** "Show all fields". */
	readonly advanced: Locator;
	/** How the end of the link is given. */
	readonly expiry: Locator;
	/** A date and time. */
	readonly expiresAt: Locator;
	readonly birthday: Locator;
	readonly hasDelivery: Locator;
	readonly deliveryCountry: Locator;
	readonly method: Locator;
	readonly includeItems: Locator;
	/** What the customer will see of the order. */
	readonly items: Locator;
	/** Of a duplicate: whether its original goes. */
	readonly retireOriginal: Locator;
	/** "The customer will pay more than the order still owes". */
	readonly confirmation: Locator;
	readonly submit: Locator;
	readonly cancel: Locator;

	constructor( panel: Locator ) {
		this.group = panel.getByRole( 'group', { name: 'New payment link' } );
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
		this.method = this.group.getByRole( 'combobox', {
			name: 'Payment method',
		} );
		this.includeItems = this.group.getByRole( 'checkbox', {
			name: 'Show the items on the payment page',
		} );
		this.items = this.group.getByRole( 'table', {
			name: 'As the customer sees them',
		} );
		this.retireOriginal = this.group.getByRole( 'checkbox', {
			name: /^Retire .* when the new link is there/,
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
		return this.group.getByRole( 'textbox', {
			name: LABELS[ name ],
			exact: true,
		} );
	}

	/** Shows every field and waits for them; how this user likes it is remembered by the shop. */
	async showAllFields(): Promise< void > {
		await this.advanced.check();
		await this.method.waitFor();
	}
}
