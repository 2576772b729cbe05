import { readFileSync } from 'node:fs';

import { aDraft, SHOP_TIME } from '../../../shared/test/wire';
import type { LinkFormValues } from '../fields';
import { LIMITS } from '../limits';
import { validate } from '../validate';
import { initialValues } from '../values';

const DRAFT = aDraft();

function errorsWith( changes: Partial< LinkFormValues >, draft = DRAFT ) {
	return validate(
		{ ...initialValues( draft, SHOP_TIME ), kind: 'partial', ...changes },
		draft,
		SHOP_TIME
	);
}

it( 'accepts the values of the draft', () => {
	expect( errorsWith( {} ) ).toEqual( {} );
} );

it.each( [
	[ 'site', 'gone', /from the list/ ],
	[ 'site', 'live', /no API key/ ],
	[ 'amount', '', /Enter an amount\./ ],
	[ 'amount', '0', /at least 0\.01 EUR/ ],
	[ 'amount', '-5', /at least 0\.01 EUR/ ],
	[ 'amount', 'eighty', /for example 80\.00/ ],
	[ 'amount', '80.001', /at most 2 decimals/ ],
	[ 'order_id', 'PL 1001', /letters, digits/ ],
	[ 'order_id', 'PL-1001/2', /letters, digits/ ],
	[ 'order_id', 'ß', /letters, digits/ ],
	[ 'order_id', 'x'.repeat( 51 ), /at most 50/ ],
	[ 'description', '  ', /Enter a description/ ],
	[ 'description', 'é'.repeat( 101 ), /too long/ ],
	[ 'days_active', '', /from 1 to 365/ ],
	[ 'days_active', '0', /from 1 to 365/ ],
	[ 'days_active', '366', /from 1 to 365/ ],
	[ 'days_active', '1.5', /from 1 to 365/ ],
	[ 'days_active', '1e2', /from 1 to 365/ ],
	[ 'customer.first_name', 'x'.repeat( 26 ), /at most 25/ ],
	[ 'customer.last_name', 'x'.repeat( 26 ), /at most 25/ ],
	[ 'customer.email', 'eva@', /not an e-mail/ ],
	[
		'customer.email',
		'eva@example.com\nBcc: x@example.com',
		/not an e-mail/,
	],
	[ 'customer.email', `x@${ 'a.'.repeat( 126 ) }nl`, /at most 254/ ],
	[ 'customer.zip_code', '12345 67890', /at most 10/ ],
	[ 'customer.house_number', '12345678901', /at most 10/ ],
	[ 'customer.state', 'Friesland', /at most 6/ ],
	[ 'customer.birthday', '1899-12-31', /in the past/ ],
	[ 'customer.birthday', '2027-01-01', /in the past/ ],
	[ 'customer.birthday', '31-12-1980', /in the past/ ],
	[ 'customer.birthday', '1980-13-01', /in the past/ ],
	[ 'redirect_url', 'example.com/thanks', /whole web address/ ],
	[ 'redirect_url', 'javascript:alert(1)', /whole web address/ ],
	[ 'cancel_url', 'https://exämple.com', /whole web address/ ],
	[ 'cancel_url', 'https://', /whole web address/ ],
	[ 'cancel_url', `https://a.nl/${ 'x'.repeat( 500 ) }`, /at most 500/ ],
	[ 'note', 'x'.repeat( 1001 ), /at most 1000/ ],
] as const )( 'rejects %s %j', ( field, value, message ) => {
	const errors = errorsWith( { [ field ]: value } );

	expect( Object.keys( errors ) ).toEqual( [ field ] );
	expect( errors[ field ] ).toMatch( message );
} );

it.each( [
	[ 'order_id', '' ],
	[ 'order_id', 'x'.repeat( 50 ) ],
	[ 'order_id', 'A-b_c.9' ],
	[ 'description', 'é'.repeat( 100 ) ],
	[ 'days_active', '1' ],
	[ 'days_active', '365' ],
	[ 'customer.first_name', '🙂'.repeat( 25 ) ],
	[ 'customer.email', '' ],
	[ 'customer.email', 'eva.visser+shop@mail.example.co.uk' ],
	[ 'customer.email', `${ 'x'.repeat( 60 ) }@mail.example.co.uk` ],
	[ 'customer.zip_code', '1234567890' ],
	[ 'customer.birthday', '1980-12-31' ],
	[ 'redirect_url', 'HTTPS://example.com:8080/thanks?order=1#top' ],
	[ 'redirect_url', 'http://localhost/thanks' ],
] as const )( 'accepts %s %j', ( field, value ) => {
	expect( errorsWith( { [ field ]: value } ) ).toEqual( {} );
} );

it( 'requires an e-mail address for Second Chance', () => {
	expect(
		errorsWith( { second_chance: true, 'customer.email': '' } )
	).toEqual( {
		'customer.email': expect.stringMatching( /Second Chance/ ),
	} );
} );

it( 'requires an e-mail address for Second Chance that MultiSafepay accepts', () => {
	const email = `${ 'x'.repeat( 60 ) }@mail.example.co.uk`;

	expect(
		errorsWith( { second_chance: true, 'customer.email': email } )
	).toEqual( { 'customer.email': expect.stringMatching( /at most 64/ ) } );
} );

it( 'uses the decimals of the currency', () => {
	const yen = aDraft( { currency: 'JPY', amount: 8000 } );

	expect( errorsWith( { amount: '80.5' }, yen ).amount ).toMatch(
		/JPY has no decimals/
	);
} );

describe( 'the expiry', () => {
	it.each( [
		[ 'hours', 'hours_active', '0', /hours from 1 to 8760/ ],
		[ 'hours', 'hours_active', '8761', /hours from 1 to 8760/ ],
		[ 'hours', 'hours_active', '1.5', /hours from 1 to 8760/ ],
		[ 'date', 'expires_at', '', /Enter a date and a time/ ],
		[ 'date', 'expires_at', '2026-11-24T10:59', /in the future/ ],
		[ 'date', 'expires_at', '2027-11-24T11:01', /within 365 days/ ],
	] as const )( 'by %s rejects %s %j', ( expiry, field, typed, text ) => {
		expect( errorsWith( { expiry, [ field ]: typed } ) ).toEqual( {
			[ field ]: expect.stringMatching( text ),
		} );
	} );

	it.each( [
		[ 'hours', 'hours_active', '1' ],
		[ 'hours', 'hours_active', '8760' ],
		// The current time is 11:00 in Amsterdam.
		[ 'date', 'expires_at', '2026-11-24T11:01' ],
		[ 'date', 'expires_at', '2027-11-24T11:00' ],
	] as const )( 'by %s accepts %s %j', ( expiry, field, typed ) => {
		expect( errorsWith( { expiry, [ field ]: typed } ) ).toEqual( {} );
	} );

	it( 'is only validated for the selected unit', () => {
		expect(
			errorsWith( {
				expiry: 'hours',
				days_active: '999',
				expires_at: '',
			} )
		).toEqual( {} );
	} );
} );

describe( 'the delivery address', () => {
	it( 'is not validated when it is disabled', () => {
		expect(
			errorsWith( { has_delivery: false, 'delivery.email': 'x' } )
		).toEqual( {} );
	} );

	it( 'is required completely when it is enabled', () => {
		expect(
			Object.keys(
				errorsWith( { has_delivery: true, 'delivery.last_name': 'V' } )
			).sort()
		).toEqual( [
			'delivery.address1',
			'delivery.city',
			'delivery.country',
			'delivery.first_name',
			'delivery.house_number',
			'delivery.last_name',
			'delivery.zip_code',
		] );
	} );
} );

it( 'uses the limits of the server', () => {
	const php = readFileSync(
		'includes/Links/Domain/Customer/CustomerLimits.php',
		'utf8'
	);
	for ( const [ prefix, name ] of [
		[ 'customer', 'CUSTOMER' ],
		[ 'delivery', 'DELIVERY' ],
	] as const ) {
		const [ , table = '' ] =
			new RegExp( `const ${ name } = \\[([^\\]]*)\\]` ).exec( php ) ?? [];
		const onServer = [ ...table.matchAll( /'(\w+)' +=> (\d+)/g ) ].map(
			( [ , field = '', max = '' ] ) => [
				`${ prefix }.${ field }`,
				Number( max ),
			]
		);
		const here = Object.entries( {
			...LIMITS,
			// Selected from a list.
			[ `${ prefix }.country` ]: 2,
		} ).filter( ( [ field ] ) => field.startsWith( `${ prefix }.` ) );

		expect( Object.fromEntries( here ) ).toEqual(
			Object.fromEntries( onServer )
		);
	}
} );
