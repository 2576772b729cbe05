import { createBodySchema } from '../../../shared/api/schemas';
import { aDraft, SHOP_TIME, wire } from '../../../shared/test/wire';
import { toCreateBody } from '../body';
import type { LinkFormValues } from '../fields';
import { initialValues } from '../values';

const DRAFT = aDraft();
const INTENT = {
	idempotencyKey: '3f0a1c8e-6f1d-4a51-9d0f-0b8f4c6d2e11',
	isAmountConfirmed: false,
};

function bodyWith( changes: Partial< LinkFormValues >, draft = DRAFT ) {
	return toCreateBody(
		draft,
		{ ...initialValues( draft, SHOP_TIME ), ...changes },
		INTENT,
		SHOP_TIME
	);
}

it( 'sends the values of the draft as in the REST example', () => {
	expect( bodyWith( {} ) ).toEqual( wire( 'create-body.json' ) );
} );

it( 'sends the order ID only if it was changed', () => {
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

it( 'treats the suggestion of the selected site as unchanged', () => {
	expect(
		bodyWith( { site: 'live', order_id: 'PL-1001-1' } )
	).not.toHaveProperty( 'order_id' );
	expect(
		bodyWith( { site: 'live', order_id: 'PL-1001-2' } )
	).toHaveProperty( 'order_id', 'PL-1001-2' );
} );

it( 'sends unchanged fields with the values of the draft', () => {
	const draft = aDraft( {
		delivery: {
			first_name: 'Sam',
			last_name: 'Smit',
			address1: 'Oudegracht',
			house_number: '1',
			zip_code: '3511 AB',
			city: 'Utrecht',
			country: 'NL',
			phone: '',
			email: '',
		},
		note: 'By phone',
		gateway: 'IDEAL',
		redirect_url: 'https://example.com/thanks',
		cancel_url: 'https://example.com/again',
		include_cart: false,
	} );

	const body = bodyWith( {}, draft );

	expect( body ).toEqual( {
		...draft.values,
		order_id: undefined,
		idempotency_key: INTENT.idempotencyKey,
	} );
	expect( createBodySchema.safeParse( body ).success ).toBe( true );
} );

it( 'trims text and sends null for empty fields', () => {
	expect(
		bodyWith( {
			'customer.company_name': ' Visser BV ',
			'customer.birthday': '1980-12-31',
			'customer.zip_code': ' 1012 AC',
			gateway: '',
			redirect_url: ' ',
			note: ' Call first ',
		} )
	).toMatchObject( {
		customer: {
			company_name: 'Visser BV',
			birthday: '1980-12-31',
			zip_code: '1012 AC',
		},
		gateway: null,
		redirect_url: null,
		note: 'Call first',
	} );
} );

it( 'sends no delivery address when it is disabled', () => {
	expect(
		bodyWith( { has_delivery: false, 'delivery.city': 'Utrecht' } )
	).toHaveProperty( 'delivery', null );
} );

describe( 'the expiry', () => {
	it( 'in days is sent without seconds, which would take precedence', () => {
		const draft = aDraft( { seconds_active: 3600, days_active: null } );
		const body = bodyWith( { expiry: 'days', days_active: '7' }, draft );

		expect( body ).not.toHaveProperty( 'seconds_active' );
		expect( body ).toHaveProperty( 'days_active', 7 );
	} );

	it.each( [
		[ { expiry: 'hours', hours_active: '36' }, 129_600 ],
		[ { expiry: 'date', expires_at: '2026-11-24T12:30' }, 5400 ],
	] as const )( '%j is sent in seconds', ( changes, seconds ) => {
		const body = bodyWith( changes );

		expect( body ).toHaveProperty( 'seconds_active', seconds );
		expect( body ).not.toHaveProperty( 'days_active' );
	} );

	it.each( [
		[ 172_800, 'days', '2', '48', '2026-11-26T11:00' ],
		[ 5 * 3600, 'hours', '1', '5', '2026-11-24T16:00' ],
		[ 5400, 'date', '1', '2', '2026-11-24T12:30' ],
	] )(
		'of a link with a lifetime of %d seconds is filled in by %s',
		( seconds, expiry, days, hours, date ) => {
			const draft = aDraft( {
				seconds_active: seconds,
				days_active: null,
			} );

			expect( initialValues( draft, SHOP_TIME ) ).toMatchObject( {
				expiry,
				days_active: days,
				hours_active: hours,
				expires_at: date,
			} );
		}
	);
} );

it( 'returns null for an invalid amount', () => {
	expect( bodyWith( { kind: 'partial', amount: '80.001' } ) ).toBeNull();
} );
