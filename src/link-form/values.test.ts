import { createBodySchema } from '../api/schemas';
import { aDraft, wire } from '../test/wire';
import {
	fieldForParam,
	initialValues,
	toCreateBody,
	type LinkFormValues,
} from './values';

const DRAFT = aDraft();
const INTENT = {
	idempotencyKey: '3f0a1c8e-6f1d-4a51-9d0f-0b8f4c6d2e11',
	confirmPaid: false,
};

function bodyWith( changes: Partial< LinkFormValues > ) {
	return toCreateBody(
		DRAFT,
		{ ...initialValues( DRAFT ), ...changes },
		INTENT
	);
}

it( 'sends an untouched form exactly as the contract’s example says', () => {
	expect( bodyWith( {} ) ).toEqual( wire( 'create-body.json' ) );
} );

it( 'sends the order ID only when a person changed it', () => {
	expect( bodyWith( {} ) ).not.toHaveProperty( 'order_id' );
	expect( bodyWith( { order_id: '' } ) ).not.toHaveProperty( 'order_id' );
	expect( bodyWith( { order_id: ' PL-1001-2 ' } ) ).not.toHaveProperty(
		'order_id'
	);
	expect( bodyWith( { order_id: 'VIP-7' } ) ).toHaveProperty(
		'order_id',
		'VIP-7'
	);
} );

it( 'takes the suggestion of the chosen site for unchanged', () => {
	expect(
		bodyWith( { site: 'live', order_id: 'PL-1001-1' } )
	).not.toHaveProperty( 'order_id' );
	expect(
		bodyWith( { site: 'live', order_id: 'PL-1001-2' } )
	).toHaveProperty( 'order_id', 'PL-1001-2' );
} );

it( 'hands fields that it does not show back as the draft had them', () => {
	const draft = aDraft( {
		delivery: { city: 'Utrecht', zip_code: null },
		note: 'By phone',
		gateway: 'IDEAL',
	} );

	const body = toCreateBody( draft, initialValues( draft ), INTENT );

	expect( body ).toMatchObject( {
		delivery: { city: 'Utrecht', zip_code: null },
		note: 'By phone',
		gateway: 'IDEAL',
		customer: { address1: 'Kalverstraat', house_number: '12-A' },
	} );
	expect( createBodySchema.safeParse( body ).success ).toBe( true );
} );

it( 'lets the days win over a lifetime in seconds', () => {
	const draft = aDraft( { seconds_active: 3600, days_active: null } );

	const body = toCreateBody(
		draft,
		{ ...initialValues( draft ), days_active: '7' },
		INTENT
	);

	expect( body ).not.toHaveProperty( 'seconds_active' );
	expect( body ).toHaveProperty( 'days_active', 7 );
} );

it( 'makes no request of an amount that cannot be read', () => {
	expect( bodyWith( { amount: '80.001' } ) ).toBeNull();
} );

it.each( [
	[ 'customer.email', 'customer.email' ],
	[ 'currency', 'amount' ],
	[ 'seconds_active', 'days_active' ],
	[ 'customer.address1', null ],
	[ 'idempotency_key', null ],
	[ 'toString', null ],
] )( 'shows a message about %s at %s', ( param, field ) => {
	expect( fieldForParam( param ) ).toBe( field );
} );
