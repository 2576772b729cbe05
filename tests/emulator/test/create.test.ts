import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { JsonObject, JsonValue } from '../json.ts';
import { BLOCKED_KEY, MAIN_KEY, SECOND_KEY } from '../keys.ts';
import {
	cartBody,
	responseData,
	Harness,
	linkBody,
	toObject,
} from './harness.ts';

const emulator = new Harness();

function cartWithItem( overrides: JsonObject ): JsonObject {
	const values = cartBody();
	const items = toObject( values[ 'shopping_cart' ] )[ 'items' ];
	assert.ok( Array.isArray( items ) );
	return {
		...values,
		shopping_cart: {
			items: [
				{ ...toObject( items[ 0 ] ), ...overrides },
				...items.slice( 1 ),
			],
		},
	};
}

/** In the provider's order of checks. Each request contains its own fault and all later faults. */
const FAULTS: readonly { code: number; overrides: JsonObject }[] = [
	{ code: 1016, overrides: { type: 'subscription' } },
	{ code: 1006, overrides: { order_id: 'x'.repeat( 51 ) } },
	{ code: 1002, overrides: { currency: 'KWD' } },
	{ code: 1001, overrides: { amount: 0 } },
	{ code: 1008, overrides: { description: '' } },
	{ code: 1010, overrides: { var1: 'x'.repeat( 101 ) } },
	{
		code: 1018,
		overrides: { customer: { country: 'XX', ip_address: 'nowhere' } },
	},
	{ code: 1007, overrides: { customer: { ip_address: 'nowhere' } } },
	{ code: 1023, overrides: { gateway: 'UPAS' } },
	{ code: 1016, overrides: { days_active: 366 } },
	{ code: 1028, overrides: cartBody( 50, 21 ) },
	{ code: 1027, overrides: cartBody( 49 ) },
];

describe( 'create', () => {
	test( 'returns a link on its own origin, without an expiry time', async () => {
		const { body } = await emulator.api(
			'POST',
			'/orders?locale=nl',
			linkBody( { customer: { locale: 'nl_NL' } } )
		);
		const data = responseData( body );
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
		}) before all later faults`, async () => {
			const overrides = FAULTS.slice( index ).reduceRight< JsonObject >(
				( all, fault ) => ( { ...all, ...fault.overrides } ),
				{}
			);
			const { status, body } = await emulator.api(
				'POST',
				'/orders',
				linkBody( overrides )
			);
			assert.equal( body[ 'error_code' ], code, JSON.stringify( body ) );
			assert.equal( status, 404 );
			assert.equal( body[ 'success' ], false );
			assert.deepEqual( body[ 'data' ], {} );
		} );
	}

	const INVALID_REQUESTS: readonly {
		name: string;
		code: number;
		overrides: JsonObject;
	}[] = [
		{ name: 'no amount', code: 1001, overrides: { amount: null } },
		{
			name: 'a fraction of a cent',
			code: 1001,
			overrides: { amount: 10.5 },
		},
		{
			name: 'an amount as text',
			code: 1001,
			overrides: { amount: '6050' },
		},
		{
			name: 'a lower-case currency',
			code: 1002,
			overrides: { currency: 'eur' },
		},
		{
			name: 'a description of 201 characters',
			code: 1008,
			overrides: { description: 'é'.repeat( 201 ) },
		},
		{
			name: 'a number as order ID',
			code: 1006,
			overrides: { order_id: 1001 },
		},
		{ name: 'a lone surrogate', code: 1010, overrides: { var3: '\ud800' } },
		{
			name: 'a lower-case country',
			code: 1018,
			overrides: { customer: { country: 'nl' } },
		},
		{
			name: 'an unknown gateway',
			code: 1023,
			overrides: { gateway: 'CASH' },
		},
		{ name: 'zero days', code: 1016, overrides: { days_active: 0 } },
		{
			name: 'too many seconds',
			code: 1016,
			overrides: { seconds_active: 31_536_001 },
		},
		{
			name: 'two currencies in the cart',
			code: 1025,
			overrides: {
				shopping_cart: {
					items: [
						{ unit_price: 1, currency: 'EUR' },
						{ unit_price: 1, currency: 'USD' },
					],
				},
			},
		},
		{
			name: 'a different currency in the cart',
			code: 1026,
			overrides: cartWithItem( { currency: 'USD' } ),
		},
		{
			name: 'an invalid currency in the cart',
			code: 1030,
			overrides: cartWithItem( { currency: 'XXX' } ),
		},
		{
			name: 'a price as text',
			code: 1031,
			overrides: cartWithItem( { unit_price: '50.00' } ),
		},
		{
			name: 'an unknown tax table',
			code: 1028,
			overrides: cartWithItem( { tax_table_selector: 'none' } ),
		},
	];
	for ( const { name, code, overrides } of INVALID_REQUESTS ) {
		test( `rejects ${ name } with ${ code }`, async () => {
			const { body } = await emulator.api(
				'POST',
				'/orders',
				linkBody( overrides )
			);
			assert.equal( body[ 'error_code' ], code, JSON.stringify( body ) );
		} );
	}

	test( 'accepts keys in the header and the query, and rejects unknown keys', async () => {
		const wrong = await emulator.api(
			'POST',
			'/orders',
			linkBody(),
			'wrong'
		);
		assert.deepEqual(
			[ wrong.status, wrong.body[ 'error_code' ] ],
			[ 401, 1032 ]
		);
		const blocked = await emulator.api(
			'POST',
			'/orders',
			linkBody(),
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
			linkBody(),
			BLOCKED_KEY
		);
		assert.equal( account.body[ 'error_code' ], 1020 );
		const inQuery = await fetch(
			`${ emulator.apiUrl }/me?api_key=${ SECOND_KEY }`
		);
		assert.deepEqual( responseData( toObject( await inQuery.json() ) ), {
			account_id: 1001001,
			role: 'admin',
			site_id: 20002,
		} );
		const log = JSON.stringify(
			await emulator.control( 'GET', 'requests' )
		);
		assert.ok( ! log.includes( SECOND_KEY ) && ! log.includes( MAIN_KEY ) );
	} );

	test( 'rejects a body that is not a JSON object', async () => {
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

	test( 'an order ID can be used once per site', async () => {
		await emulator.create();
		await emulator.api( 'PATCH', '/orders/PL-1', {
			status: 'cancelled',
			exclude_order: true,
		} );
		assert.equal(
			( await emulator.api( 'POST', '/orders', linkBody() ) ).body[
				'error_code'
			],
			1006
		);
		assert.equal(
			(
				await emulator.api(
					'POST',
					'/orders',
					linkBody( { order_id: 'pl-1' } )
				)
			).status,
			200
		);
		assert.equal(
			( await emulator.api( 'POST', '/orders', linkBody(), SECOND_KEY ) )
				.status,
			200
		);
	} );

	test( 'in completed-only mode an unpaid order ID can be used again', async () => {
		await emulator.settings( { uniqueness: 'completed-only' } );
		const first = await emulator.create();
		assert.notEqual( await emulator.create(), first );
		await emulator.simulate( 'pay' );
		assert.equal(
			( await emulator.api( 'POST', '/orders', linkBody() ) ).body[
				'error_code'
			],
			1006
		);
	} );

	test( 'registers additional sites with their currencies', async () => {
		await emulator.control( 'POST', 'sites', {
			api_key: 'another-key-1',
			currencies: [ 'USD' ],
		} );
		assert.equal(
			(
				await emulator.api(
					'POST',
					'/orders',
					linkBody(),
					'another-key-1'
				)
			).body[ 'error_code' ],
			1002
		);
		assert.equal(
			(
				await emulator.api(
					'POST',
					'/orders',
					linkBody( { currency: 'USD' } ),
					'another-key-1'
				)
			).status,
			200
		);
	} );
} );

describe( 'schema', () => {
	const INVALID: readonly { path: string; overrides: JsonObject }[] = [
		{ path: 'customer', overrides: { customer: [] } },
		{ path: 'plugin', overrides: { plugin: [] } },
		{ path: 'payment_options', overrides: { payment_options: [] } },
		{ path: 'second_chance', overrides: { second_chance: [] } },
		{
			path: 'second_chance.send_email',
			overrides: { second_chance: { send_email: 1 } },
		},
		{
			path: 'customer.locale',
			overrides: { customer: { locale: 'da_DK' } },
		},
		{
			path: 'customer.state',
			overrides: { customer: { state: 'Gelderland' } },
		},
		{
			path: 'customer.first_name',
			overrides: { customer: { first_name: 'E' } },
		},
		{
			path: 'delivery.city',
			overrides: {
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
			overrides: { payment_options: { redirect_url: 'thanks' } },
		},
		{
			path: 'shopping_cart.items.0.quantity',
			overrides: {
				shopping_cart: {
					items: [ { unit_price: 60.5, quantity: 1.5 } ],
				},
			},
		},
	];
	for ( const { path, overrides } of INVALID ) {
		test( `records and rejects an invalid ${ path }`, async () => {
			const { body } = await emulator.api(
				'POST',
				'/orders',
				linkBody( overrides )
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

	test( 'can record violations without rejecting the request', async () => {
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

	test( 'finds no violations in a complete request', async () => {
		await emulator.create( {
			...cartBody(),
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

	test( "contains the provider's limits", () => {
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
