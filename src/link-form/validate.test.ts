import { aDraft } from '../test/wire';
import { isAboveDue, validate } from './validate';
import { initialValues, type LinkFormValues } from './values';

const DRAFT = aDraft();

function errorsWith( changes: Partial< LinkFormValues >, draft = DRAFT ) {
	return validate( { ...initialValues( draft ), ...changes }, draft );
}

it( 'accepts the form as the order fills it in', () => {
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
	[ 'customer.email', `${ 'x'.repeat( 60 ) }@a.nl`, /at most 64/ ],
] as const )( 'refuses %s %j', ( field, value, message ) => {
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
] as const )( 'accepts %s %j', ( field, value ) => {
	expect( errorsWith( { [ field ]: value } ) ).toEqual( {} );
} );

it( 'wants an e-mail address for Second Chance', () => {
	expect(
		errorsWith( { second_chance: true, 'customer.email': '' } )
	).toEqual( { 'customer.email': expect.stringMatching( /Second Chance/ ) } );
} );

it( 'speaks of decimals as the currency has them', () => {
	const yen = aDraft( { currency: 'JPY', amount: 8000 } );

	expect( errorsWith( { amount: '80.5' }, yen ).amount ).toMatch(
		/JPY has no decimals/
	);
} );

it.each( [
	[ '80.00', 8000, false ],
	[ '79,99', 8000, false ],
	[ '80,01', 8000, true ],
	[ '0,01', 0, true ],
	[ '0,01', -500, true ],
	[ 'eighty', 8000, false ],
] )(
	'asks for a confirmation when %s is more than %d cents: %s',
	( amount, due, expected ) => {
		const draft = aDraft( { amount: due } );

		expect(
			isAboveDue( { ...initialValues( draft ), amount }, draft )
		).toBe( expected );
	}
);
