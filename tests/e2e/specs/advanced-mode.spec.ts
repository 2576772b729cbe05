import { z } from 'zod';
import { expect, test } from '../fixtures/index.ts';
import { forgetPreferences } from '../fixtures/users.ts';
import { shopEnv } from '../fixtures/env.ts';
import type { LABELS } from '../pages/link-form.ts';

const endsSchema = z.array( z.object( { expires_at: z.iso.datetime() } ) );

test.afterEach( ( { staffRequests } ) => forgetPreferences( staffRequests ) );

test( 'all fields have the values of the order, and the preference for all fields is saved', async ( {
	page,
	order,
	orderScreen,
	openedForm: form,
} ) => {
	await expect( form.advanced ).not.toBeChecked();
	await expect( form.field( 'city' ) ).toHaveCount( 0 );
	const remembered = page.waitForResponse( /preferences/ );
	await form.showAllFields();

	await expect( form.field( 'phone' ) ).toHaveValue( '+31612345678' );
	await expect( form.field( 'street' ) ).toHaveValue( 'Prinsengracht' );
	await expect( form.field( 'houseNumber' ) ).toHaveValue( '263-A' );
	await expect( form.field( 'postalCode' ) ).toHaveValue( '1016 GV' );
	await expect( form.field( 'city' ) ).toHaveValue( 'Amsterdam' );
	await expect( form.hasDelivery ).not.toBeChecked();
	await expect( form.items ).toContainText( /1 × Art print\s*€80.00/ );

	expect( ( await remembered ).status() ).toBe( 200 );
	await orderScreen.openForm( order );
	await expect( form.advanced ).toBeChecked();
	await expect( form.field( 'city' ) ).toHaveValue( 'Amsterdam' );
} );

test(
	'the values of advanced fields are sent to MultiSafepay',
	{ tag: '@storage' },
	async ( { emulator, order, panel, openedForm: form } ) => {
		await form.showAllFields();

		await form.expiry.selectOption( { label: 'After some hours' } );
		await form.field( 'hours' ).fill( '36' );
		await form.field( 'company' ).fill( 'Smit BV' );
		await form.field( 'street' ).fill( 'Kalverstraat' );
		await form.field( 'houseNumber' ).fill( '12-A' );
		await form.field( 'postalCode' ).fill( '1012 AB' );
		await form.birthday.fill( '1980-12-31' );
		await form.hasDelivery.check();
		await form.field( 'receiverFirstName' ).fill( 'Eva' );
		await form.field( 'receiverLastName' ).fill( 'Visser' );
		await form.field( 'deliveryStreet' ).fill( 'Oudegracht' );
		await form.field( 'deliveryHouseNumber' ).fill( '1' );
		await form.field( 'deliveryPostalCode' ).fill( '3511 AB' );
		await form.field( 'deliveryCity' ).fill( 'Utrecht' );
		await form.deliveryCountry.selectOption( { label: 'Netherlands' } );
		await form.paymentMethod.selectOption( { label: 'iDEAL' } );
		await form.includeItems.uncheck();
		await form
			.field( 'pageAfterPaying' )
			.fill( 'https://example.com/thanks' );
		await form
			.field( 'pageAfterGivingUp' )
			.fill( 'https://example.com/again' );
		await form.field( 'note' ).fill( 'Asked for it by phone' );
		await form.submit.click();

		await expect( panel.created ).toContainText( '€80.00' );
		const request = await emulator.request( `PL-${ order }-1` );
		expect( request ).toMatchObject( {
			seconds_active: 36 * 3600,
			gateway: 'IDEAL',
			customer: {
				company_name: 'Smit BV',
				address1: 'Kalverstraat',
				house_number: '12-A',
				zip_code: '1012 AB',
				birthday: '1980-12-31',
			},
			delivery: {
				first_name: 'Eva',
				last_name: 'Visser',
				city: 'Utrecht',
				country: 'NL',
			},
			payment_options: {
				redirect_url: 'https://example.com/thanks',
				cancel_url: 'https://example.com/again',
			},
		} );
		expect( request ).not.toHaveProperty( 'shopping_cart' );
	}
);

test.describe( 'staff in another time zone', () => {
	test.use( { timezoneId: 'America/New_York' } );

	test( 'use the time zone of the shop', async ( {
		requestUtils,
		order,
		panel,
		openedForm: form,
	} ) => {
		const day = new Date( Date.now() + 20 * 86_400_000 )
			.toISOString()
			.slice( 0, 10 );
		await form.showAllFields();
		await form.expiry.selectOption( { label: 'At a date and time' } );
		await expect( form.expiresAt ).toHaveAccessibleDescription(
			'Shop time: Europe/Amsterdam'
		);
		await form.expiresAt.fill( `${ day }T12:00` );
		await form.submit.click();
		await expect( panel.created ).toContainText( '€80.00' );

		const [ link ] = endsSchema.parse(
			await requestUtils.rest( {
				path: `/multisafepay-payment-links/v1/orders/${ order }/links`,
			} )
		);
		// Lifetimes are sent in whole seconds, so the end can be a second early.
		const end = Date.parse( link?.expires_at ?? '' ) + 5000;
		expect(
			new Intl.DateTimeFormat( 'sv-SE', {
				timeZone: 'Europe/Amsterdam',
				dateStyle: 'short',
				timeStyle: 'short',
			} ).format( end )
		).toBe( `${ day } 12:00` );
	} );
} );

const INVALID_INPUT: readonly ( readonly [
	description: string,
	field: keyof typeof LABELS,
	value: string,
	message: RegExp,
] )[] = [
	[
		'a postal code over its limit',
		'postalCode',
		'12345 67890',
		/at most 10/,
	],
	[
		'a house number over its limit',
		'houseNumber',
		'12345678901',
		/at most/,
	],
	[ 'a state in words', 'state', 'Friesland', /at most 6/ ],
	[ 'half a web address', 'pageAfterPaying', 'example.com', /whole web/ ],
	[ 'a script', 'pageAfterGivingUp', 'javascript:alert(1)', /whole web/ ],
	[ 'a note over its limit', 'note', 'x'.repeat( 1001 ), /at most 1000/ ],
];

test( 'each error is shown at its field, and nothing is sent or lost', async ( {
	emulator,
	panel,
	openedForm: form,
} ) => {
	await form.showAllFields();
	for ( const [ description, field, value, message ] of INVALID_INPUT ) {
		await test.step( description, async () => {
			const input = form.field( field );
			const validValue = await input.inputValue();
			await input.fill( value );
			await form.submit.click();
			await expect( input ).toBeFocused();
			await expect( input ).toHaveAccessibleDescription( message );
			await expect( input ).toHaveValue( value );
			await input.fill( validValue );
		} );
	}

	await form.birthday.fill( '1899-12-31' );
	await form.submit.click();
	await expect( form.birthday ).toBeFocused();
	await expect( form.birthday ).toHaveAccessibleDescription( /in the past/ );
	await form.birthday.fill( '' );

	await form.expiry.selectOption( { label: 'After some hours' } );
	await form.field( 'hours' ).fill( '8761' );
	await form.submit.click();
	await expect( form.field( 'hours' ) ).toHaveAccessibleDescription(
		/from 1 to 8760/
	);
	await form.expiry.selectOption( { label: 'At a date and time' } );
	await form.expiresAt.fill( '2026-01-01T12:00' );
	await form.submit.click();
	await expect( form.expiresAt ).toBeFocused();
	await expect( form.expiresAt ).toHaveAccessibleDescription(
		/in the future/
	);
	await form.expiry.selectOption( { label: 'After some days' } );

	await form.hasDelivery.check();
	await form.submit.click();
	await expect( form.field( 'receiverFirstName' ) ).toBeFocused();
	await form.hasDelivery.uncheck();
	expect( await emulator.createCalls() ).toBe( 0 );
	await form.submit.click();
	await expect( panel.created ).toContainText( '€80.00' );
} );

test( 'payment methods depend on the amount, and an unavailable one is deselected with a message', async ( {
	openedForm: form,
} ) => {
	await form.showAllFields();
	await form.paymentMethod.selectOption( { label: 'Klarna' } );
	// The minimum amount of Klarna is EUR 1.00.
	await form.enterAmount( '0.50' );

	await expect( form.paymentMethod ).toHaveAccessibleDescription(
		/KLARNA is not offered.*the customer chooses/
	);
	await expect( form.paymentMethod ).toHaveValue( '' );
	await expect( form.group ).toContainText( 'The items are left out' );
	await form.full.check();
	await expect( form.items ).toBeVisible();
} );

test( 'an error of a hidden field shows that field', async ( {
	emulator,
	panel,
	openedForm: form,
} ) => {
	await form.showAllFields();
	await form.paymentMethod.selectOption( { label: 'Visa' } );
	await form.advanced.uncheck();
	await emulator.control( 'POST', 'sites', {
		api_key: shopEnv.emulatorKey,
		methods: [ 'IDEAL' ],
	} );
	await form.submit.click();

	await expect( form.paymentMethod ).toHaveAccessibleDescription(
		/VISA is not offered/
	);
	await expect( form.group ).toContainText(
		'this payment method is not available on the site'
	);
	await form.submit.click();
	await expect( panel.created ).toContainText( '€80.00' );
} );

test( 'a link can be created when payment methods cannot be loaded', async ( {
	emulator,
	order,
	orderScreen,
	panel,
	form,
} ) => {
	await emulator.fault( {
		fault: 'status_503_html',
		method: 'GET',
		path: '/payment-methods*',
		times: 0,
	} );
	await orderScreen.openForm( order );
	await form.showAllFields();
	await expect( form.paymentMethod ).toHaveAccessibleDescription(
		/You can go on without choosing one/
	);
	await form.submit.click();
	await expect( panel.created ).toContainText( '€80.00' );
} );
