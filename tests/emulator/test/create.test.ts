import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { JsonObject, JsonValue } from '../json.ts';
import { BLOCKED_KEY, MAIN_KEY, SECOND_KEY } from '../keys.ts';
import { cart, dataOf, Harness, link, toObject } from './harness.ts';

const emulator = new Harness();

function withItem( more: JsonObject ): JsonObject {
	const values = cart();
	const items = toObject( values[ 'shopping_cart' ] )[ 'items' ];
	assert.ok( Array.isArray( items ) );
	return {
		...values,
		shopping_cart: {
			items: [
				{ ...toObject( items[ 0 ] ), ...more },
				...items.slice( 1 ),
			],
		},
	};
}

/** In the provider's order: each body carries its own fault and every later one. */
const FAULTS: readonly { code: number; more: JsonObject }[] = [
	{ code: 1016, more: { type: 'subscription' } },
	{ code: 1006, more: { order_id: 'x'.repeat( 51 ) } },
	{ code: 1002, more: { currency: 'KWD' } },
	{ code: 1001, more: { amount: 0 } },
	{ code: 1008, more: { description: '' } },
	{ code: 1010, more: { var1: 'x'.repeat( 101 ) } },
	{
		code: 1018,
		more: { customer: { country: 'XX', ip_address: 'nowhere' } },
	},
	{ code: 1007, more: { customer: { ip_address: 'nowhere' } } },
	{ code: 1023, more: { gateway: 'UPAS' } },
	{ code: 1016, more: { days_active: 366 } },
	{ code: 1028, more: cart( 50, 21 ) },
	{ code: 1027, more: cart( 49 ) },
];

describe( 'create', () => {
	test( 'answers with a link on its own origin and nothing about expiry', async () => {
		const { body } = await emulator.api(
			'POST',
			'/orders?locale=nl',
			link( { customer: { locale: 'nl_NL' } } )
		);
		const data = dataOf( body );
		assert.deepEqual( Object.keys( data ), [
			'order_id',
			'payment_url',
			'session_id',
		] );
		assert.match( String( data[ 'session_id' ] ), /^82[A-Za-z0-9]{33}$/ );
		assert.equal(
			data[ 'payment_url' ],
			`${ emulator.url }/connect/${ String(
				data[ 'session_id' ]
			) }/?lang=nl_NL`
		);
	} );

	for ( const [ index, { code } ] of FAULTS.entries() ) {
		test( `reports ${ code } (check ${
			index + 1
		}) before every later fault`, async () => {
			const more = FAULTS.slice( index ).reduceRight< JsonObject >(
				( all, fault ) => ( { ...all, ...fault.more } ),
				{}
			);
			const { status, body } = await emulator.api(
				'POST',
				'/orders',
				link( more )
			);
			assert.equal( body[ 'error_code' ], code, JSON.stringify( body ) );
			assert.equal( status, 404 );
			assert.equal( body[ 'success' ], false );
			assert.deepEqual( body[ 'data' ], {} );
		} );
	}

	const EACH: readonly { name: string; code: number; more: JsonObject }[] = [
		{ name: 'no amount', code: 1001, more: { amount: null } },
		{ name: 'a fraction of a cent', code: 1001, more: { amount: 10.5 } },
		{ name: 'an amount in text', code: 1001, more: { amount: '6050' } },
		{
			name: 'a lower case currency',
			code: 1002,
			more: { currency: 'eur' },
		},
		{
			name: 'a description of 201',
			code: 1008,
			more: { description: 'é'.repeat( 201 ) },
		},
		{ name: 'a number as order id', code: 1006, more: { order_id: 1001 } },
		{ name: 'half a character', code: 1010, more: { var3: '\ud800' } },
		{
			name: 'a small country',
			code: 1018,
			more: { customer: { country: 'nl' } },
		},
		{ name: 'an unknown gateway', code: 1023, more: { gateway: 'CASH' } },
		{ name: 'no day', code: 1016, more: { days_active: 0 } },
		{
			name: 'too many seconds',
			code: 1016,
			more: { seconds_active: 31_536_001 },
		},
		{
			name: 'two cart currencies',
			code: 1025,
			more: {
				shopping_cart: {
					items: [
						{ unit_price: 1, currency: 'EUR' },
						{ unit_price: 1, currency: 'USD' },
					],
				},
			},
		},
		{
			name: 'another cart currency',
			code: 1026,
			more: withItem( { currency: 'USD' } ),
		},
		{
			name: 'no cart currency',
			code: 1030,
			more: withItem( { currency: 'XXX' } ),
		},
		{
			name: 'a price in text',
			code: 1031,
			more: withItem( { unit_price: '50.00' } ),
		},
		{
			name: 'an unknown tax table',
			code: 1028,
			more: withItem( { tax_table_selector: 'none' } ),
		},
	];
	for ( const { name, code, more } of EACH ) {
		test( `refuses ${ name } with ${ code }`, async () => {
			const { body } = await emulator.api(
				'POST',
				'/orders',
				link( more )
			);
			assert.equal( body[ 'error_code' ], code, JSON.stringify( body ) );
		} );
	}

	test( 'knows keys in header and query, and refuses others', async () => {
		const wrong = await emulator.api( 'POST', '/orders', link(), 'wrong' );
		assert.deepEqual(
			[ wrong.status, wrong.body[ 'error_code' ] ],
			[ 401, 1032 ]
		);
		const blocked = await emulator.api(
			'POST',
			'/orders',
			link(),
			BLOCKED_KEY
		);
		assert.deepEqual(
			[ blocked.status, blocked.body[ 'error_code' ] ],
			[ 404, 1019 ]
		);
		await emulator.settings( { account_blocked: true } );
		const account = await emulator.api(
			'POST',
			'/orders',
			link(),
			BLOCKED_KEY
		);
		assert.equal( account.body[ 'error_code' ], 1020 );
		const inQuery = await fetch(
			`${ emulator.apiUrl }/me?api_key=${ SECOND_KEY }`
		);
		assert.deepEqual( dataOf( toObject( await inQuery.json() ) ), {
			account_id: 1001001,
			role: 'admin',
			site_id: 20002,
		} );
		const log = JSON.stringify(
			await emulator.control( 'GET', 'requests' )
		);
		assert.ok( ! log.includes( SECOND_KEY ) && ! log.includes( MAIN_KEY ) );
	} );

	test( 'refuses a body that is not a JSON object', async () => {
		for ( const body of [ '', '{', '[]', '"x"', '\xff' ] ) {
			const response = await fetch( `${ emulator.apiUrl }/orders`, {
				method: 'POST',
				headers: { api_key: MAIN_KEY },
				body,
			} );
			assert.equal(
				toObject( await response.json() )[ 'error_code' ],
				1016
			);
		}
	} );

	test( 'an id is used up for ever, on its own site', async () => {
		await emulator.create();
		await emulator.api( 'PATCH', '/orders/PL-1', {
			status: 'cancelled',
			exclude_order: true,
		} );
		assert.equal(
			( await emulator.api( 'POST', '/orders', link() ) ).body[
				'error_code'
			],
			1006
		);
		assert.equal(
			(
				await emulator.api(
					'POST',
					'/orders',
					link( { order_id: 'pl-1' } )
				)
			).status,
			200
		);
		assert.equal(
			( await emulator.api( 'POST', '/orders', link(), SECOND_KEY ) )
				.status,
			200
		);
	} );

	test( 'in completed-only mode an unpaid id opens a second session', async () => {
		await emulator.settings( { uniqueness: 'completed-only' } );
		const first = await emulator.create();
		assert.notEqual( await emulator.create(), first );
		await emulator.act( 'pay' );
		assert.equal(
			( await emulator.api( 'POST', '/orders', link() ) ).body[
				'error_code'
			],
			1006
		);
	} );

	test( 'registers more sites and currencies', async () => {
		await emulator.control( 'POST', 'sites', {
			api_key: 'another-key-1',
			currencies: [ 'USD' ],
		} );
		assert.equal(
			( await emulator.api( 'POST', '/orders', link(), 'another-key-1' ) )
				.body[ 'error_code' ],
			1002
		);
		assert.equal(
			(
				await emulator.api(
					'POST',
					'/orders',
					link( { currency: 'USD' } ),
					'another-key-1'
				)
			).status,
			200
		);
	} );
} );

describe( 'schema', () => {
	const INVALID: readonly { path: string; more: JsonObject }[] = [
		{ path: 'customer', more: { customer: [] } },
		{ path: 'plugin', more: { plugin: [] } },
		{ path: 'payment_options', more: { payment_options: [] } },
		{ path: 'second_chance', more: { second_chance: [] } },
		{
			path: 'second_chance.send_email',
			more: { second_chance: { send_email: 1 } },
		},
		{ path: 'customer.locale', more: { customer: { locale: 'da_DK' } } },
		{ path: 'customer.state', more: { customer: { state: 'Gelderland' } } },
		{
			path: 'customer.first_name',
			more: { customer: { first_name: 'E' } },
		},
		{
			path: 'delivery.city',
			more: {
				delivery: {
					address1: 'a',
					country: 'NL',
					first_name: 'ab',
					house_number: '1',
					last_name: 'cd',
					zip_code: '1',
				},
			},
		},
		{
			path: 'payment_options.redirect_url',
			more: { payment_options: { redirect_url: 'thanks' } },
		},
		{
			path: 'shopping_cart.items.0.quantity',
			more: {
				shopping_cart: {
					items: [ { unit_price: 60.5, quantity: 1.5 } ],
				},
			},
		},
	];
	for ( const { path, more } of INVALID ) {
		test( `finds, records and refuses a wrong ${ path }`, async () => {
			const { body } = await emulator.api(
				'POST',
				'/orders',
				link( more )
			);
			assert.equal( body[ 'error_code' ], 1016, JSON.stringify( body ) );
			const { count, violations } = toObject(
				await emulator.control( 'GET', 'violations' )
			);
			assert.equal( count, 1 );
			assert.ok(
				JSON.stringify( violations ).includes( `"path":"${ path }"` )
			);
		} );
	}

	test( 'can record without refusing', async () => {
		await emulator.settings( { schema: 'record' } );
		await emulator.create( { amount: '6050', plugin: [] } );
		assert.equal( ( await emulator.order() )[ 'amount' ], 6050 );
		assert.equal(
			toObject( await emulator.control( 'GET', 'violations' ) )[
				'count'
			],
			1
		);
	} );

	test( 'finds nothing in a full request', async () => {
		await emulator.create( {
			...cart(),
			days_active: 14,
			second_chance: { send_email: true },
			payment_options: {
				notification_url: 'http://127.0.0.1:9/hook?a=b',
				notification_method: 'POST',
				close_window: false,
			},
			customer: {
				locale: 'nl_NL',
				country: 'NL',
				email: 'eva@example.com',
				first_name: 'Eva',
				last_name: 'Visser',
			},
			var1: 'link:77',
			plugin: {
				shop: 'Desk',
				shop_version: '1',
				plugin_version: '1',
				partner: '',
				shop_root_url: 'https://shop.example',
			},
		} );
		assert.deepEqual( await emulator.control( 'GET', 'violations' ), {
			count: 0,
			violations: [],
		} );
		const [ request ] = await emulator
			.control( 'GET', 'requests?method=POST&path=/orders' )
			.then( ( list ) => ( Array.isArray( list ) ? list : [] ) );
		assert.deepEqual( toObject( request )[ 'schema_violations' ], [] );
	} );

	test( 'limits what the provider limits', () => {
		const schema: JsonValue = JSON.parse(
			readFileSync(
				new URL( '../create-order.schema.json', import.meta.url ),
				'utf8'
			)
		);
		const fields = toObject( toObject( schema )[ 'properties' ] );
		assert.equal( toObject( fields[ 'order_id' ] )[ 'maxLength' ], 50 );
		assert.equal( toObject( fields[ 'description' ] )[ 'maxLength' ], 200 );
		assert.equal( toObject( fields[ 'amount' ] )[ 'type' ], 'integer' );
	} );
} );
