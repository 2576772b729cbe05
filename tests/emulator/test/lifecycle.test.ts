import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MAIN_KEY } from '../keys.ts';
import { cart, dataOf, Harness, link, toObject } from './harness.ts';

const emulator = new Harness();

async function page( url: string ): Promise< string > {
	const response = await fetch( url );
	assert.equal( response.status, 200 );
	return response.text();
}

async function press(
	url: string,
	action: string,
	method = 'IDEAL'
): Promise< Response > {
	const target = new URL( 'submit', url );
	return fetch( target, {
		method: 'POST',
		body: new URLSearchParams( { action, method } ),
		redirect: 'manual',
	} );
}

async function read( id = 'PL-1' ) {
	return dataOf( ( await emulator.api( 'GET', `/orders/${ id }` ) ).body );
}

function state( html: string ): string {
	return /data-state="([^"]+)"/.exec( html )?.[ 1 ] ?? '';
}

describe( 'hosted page', () => {
	test( 'shows amount, description and cart, escaped, and counts openings', async () => {
		const url = await emulator.create( cart() );
		const html = await page( url );
		assert.equal( state( html ), 'open' );
		assert.ok(
			html.includes( 'EUR 60.50' ) &&
				html.includes( 'Workshop &lt;b&gt;booking' )
		);
		assert.ok(
			html.includes( '<caption>' ) && html.includes( 'Bank transfer' )
		);
		assert.equal( ( await emulator.order() )[ 'openings' ], 1 );
		assert.equal( ( await fetch( url, { method: 'POST' } ) ).status, 405 );
	} );

	test( 'pays and returns to the shop with the order id', async () => {
		const url = await emulator.create( {
			payment_options: { redirect_url: 'http://shop.example/thanks?a=b' },
		} );
		const response = await press( url, 'pay', 'VISA' );
		assert.equal( response.status, 303 );
		assert.equal(
			response.headers.get( 'location' ),
			'http://shop.example/thanks?a=b&transactionid=PL-1'
		);
		assert.equal( state( await page( url ) ), 'paid' );
		assert.equal( ( await press( url, 'pay' ) ).status, 409 );
		const data = await read();
		assert.equal( data[ 'status' ], 'completed' );
		assert.equal( toObject( data[ 'payment_details' ] )[ 'type' ], 'VISA' );
	} );

	test( 'cancel goes to cancel_url, decline and no URL to an own page; the link lives on', async () => {
		const url = await emulator.create( {
			payment_options: { cancel_url: 'http://shop.example/no' },
		} );
		assert.equal(
			( await press( url, 'cancel' ) ).headers.get( 'location' ),
			'http://shop.example/no?transactionid=PL-1'
		);
		assert.deepEqual(
			[
				( await read() )[ 'status' ],
				( await read() )[ 'financial_status' ],
			],
			[ 'void', 'cancelled' ]
		);
		const declined =
			( await press( url, 'decline' ) ).headers.get( 'location' ) ?? '';
		assert.equal(
			state( await page( new URL( declined, url ).href ) ),
			'result-declined'
		);
		assert.equal( state( await page( url ) ), 'open' );
		await press( url, 'pay' );
		assert.equal( ( await read() )[ 'status' ], 'completed' );
	} );

	test( 'is disabled from the 21st opening on', async () => {
		const url = await emulator.create();
		for ( let opening = 1; opening <= 20; opening++ ) {
			assert.equal( state( await page( url ) ), 'open' );
		}
		assert.equal( state( await page( url ) ), 'worn-out' );
		assert.equal( ( await press( url, 'pay' ) ).status, 409 );
	} );

	test( 'offers the one method that the link asks for', async () => {
		const html = await page(
			await emulator.create( { gateway: 'MISTERCASH' } )
		);
		assert.ok( html.includes( 'Bancontact' ) && ! html.includes( 'Visa' ) );
	} );

	test( 'says when there is no such page', async () => {
		assert.equal(
			( await fetch( `${ emulator.url }/connect/82none/` ) ).status,
			404
		);
	} );

	test( 'a bank transfer arrives two minutes later', async () => {
		const url = await emulator.create();
		await press( url, 'pay', 'BANKTRANS' );
		assert.equal( ( await read() )[ 'status' ], 'initialized' );
		await emulator.advance( 121 );
		assert.equal( ( await read() )[ 'status' ], 'completed' );
	} );
} );

describe( 'reading', () => {
	test( 'an unopened link has no order id, or is not found', async () => {
		const url = await emulator.create();
		await page( url );
		const data = await read();
		assert.ok( ! ( 'order_id' in data ) );
		assert.deepEqual(
			[ data[ 'transaction_id' ], data[ 'status' ] ],
			[ null, 'initialized' ]
		);
		await emulator.settings( { unopened_link: '404' } );
		const missing = await emulator.api( 'GET', '/orders/PL-1' );
		assert.deepEqual(
			[ missing.status, missing.body[ 'error_code' ] ],
			[ 404, 1006 ]
		);
	} );

	test( 'after a transaction the order is shown in full', async () => {
		await emulator.control( 'POST', 'clock', {
			set: '2026-07-01T10:00:00Z',
		} );
		await emulator.create( {
			...cart(),
			order_id: 'A/1 é',
			var1: 'link:7',
			customer: { country: 'NL', phone: '0612345678' },
		} );
		await emulator.act(
			'pay',
			{ method: 'IDEAL' },
			encodeURIComponent( 'A/1 é' )
		);
		const data = await read( encodeURIComponent( 'A/1 é' ) );
		assert.equal( data[ 'order_id' ], 'A/1 é' );
		assert.match( String( data[ 'transaction_id' ] ), /^\d{16}$/ );
		assert.match( String( data[ 'created' ] ), /^2026-07-01T12:00:0\d$/ );
		assert.deepEqual(
			[ data[ 'order_total' ], data[ 'var1' ], data[ 'var2' ] ],
			[ '60.50', 'link:7', null ]
		);
		const customer = toObject( data[ 'customer' ] );
		assert.deepEqual(
			[ customer[ 'country_name' ], customer[ 'phone1' ] ],
			[ 'Netherlands', '0612345678' ]
		);
	} );

	test( 'unknown orders, routes and broken escapes are refused', async () => {
		assert.equal(
			( await emulator.api( 'GET', '/orders/none' ) ).body[
				'error_code'
			],
			1006
		);
		assert.equal(
			( await emulator.api( 'GET', '/orders/%zz' ) ).body[ 'error_code' ],
			1006
		);
		assert.equal(
			( await emulator.api( 'GET', '/currencies' ) ).body[ 'error_code' ],
			1000
		);
	} );

	test( 'lists gateways, methods and transactions', async () => {
		assert.ok(
			JSON.stringify(
				( await emulator.api( 'GET', '/gateways' ) ).body
			).includes( '{"id":"IDEAL","description":"iDEAL"}' )
		);
		assert.equal(
			( await emulator.api( 'GET', '/payment-methods/NONE' ) ).body[
				'error_code'
			],
			1023
		);
		await emulator.create();
		await emulator.create( { order_id: 'PL-2' } );
		await emulator.act( 'pay' );
		const { body } = await emulator.api(
			'GET',
			'/transactions?status=completed'
		);
		assert.ok( Array.isArray( body[ 'data' ] ) );
		assert.equal( body[ 'data' ].length, 1 );
		const forbidden = await emulator.api(
			'GET',
			'/transactions',
			null,
			'wrong'
		);
		assert.deepEqual( forbidden, {
			status: 403,
			body: { message: 'Forbidden' },
		} );
	} );
} );

describe( 'cancelling and ending', () => {
	test( 'exclude_order kills the page, and repeating it is harmless', async () => {
		const url = await emulator.create();
		for ( const flag of [ true, 1 ] ) {
			const { body } = await emulator.api( 'PATCH', '/orders/PL-1', {
				status: 'cancelled',
				exclude_order: flag,
			} );
			assert.deepEqual( body, { success: true, data: {} } );
		}
		assert.equal( state( await page( url ) ), 'cancelled' );
		assert.equal( ( await read() )[ 'status' ], 'cancelled' );
		const late = await fetch( `${ emulator.url }/_emu/orders/PL-1/pay`, {
			method: 'POST',
		} );
		assert.equal( late.status, 409 );
		assert.equal(
			( await emulator.act( 'pay', { force: true } ) )[ 'status' ],
			'completed'
		);
	} );

	test( 'without it the status changes and a late payment arrives', async () => {
		await emulator.create();
		await emulator.api( 'PATCH', '/orders/PL-1', { status: 'cancelled' } );
		assert.equal( ( await read() )[ 'status' ], 'cancelled' );
		assert.equal(
			( await emulator.act( 'pay' ) )[ 'status' ],
			'completed'
		);
	} );

	test( 'a paid or unknown order is not cancelled', async () => {
		await emulator.create();
		await emulator.act( 'pay' );
		const patch = { status: 'cancelled', exclude_order: true };
		assert.equal(
			( await emulator.api( 'PATCH', '/orders/PL-1', patch ) ).body[
				'error_code'
			],
			1006
		);
		await emulator.settings( { cancel_paid: '410' } );
		assert.equal(
			( await emulator.api( 'PATCH', '/orders/PL-1', patch ) ).status,
			410
		);
		assert.equal(
			( await emulator.api( 'PATCH', '/orders/none', patch ) ).body[
				'error_code'
			],
			1006
		);
		assert.equal(
			(
				await emulator.api( 'PATCH', '/orders/PL-1', {
					status: 'shipped',
				} )
			).status,
			200
		);
		assert.equal( ( await read() )[ 'status' ], 'shipped' );
	} );

	test( 'seconds win over days, and the page expires on the emulated clock', async () => {
		const url = await emulator.create( {
			days_active: 14,
			seconds_active: 60,
		} );
		await emulator.create( { order_id: 'PL-2' } );
		await emulator.advance( 61 );
		assert.equal( state( await page( url ) ), 'expired' );
		assert.equal( ( await read() )[ 'status' ], 'expired' );
		await emulator.advance( 2_592_000 - 120 );
		assert.equal( ( await read( 'PL-2' ) )[ 'status' ], 'initialized' );
		await emulator.advance( 120 );
		assert.equal( ( await read( 'PL-2' ) )[ 'status' ], 'expired' );
	} );

	test( 'hold, capture, refuse, expire by hand', async () => {
		await emulator.create();
		assert.equal(
			( await emulator.act( 'hold' ) )[ 'status' ],
			'uncleared'
		);
		assert.equal(
			( await emulator.act( 'capture' ) )[ 'status' ],
			'completed'
		);
		await emulator.create( { order_id: 'PL-2' } );
		await emulator.act( 'hold', {}, 'PL-2' );
		assert.equal(
			( await emulator.act( 'refuse', {}, 'PL-2' ) )[ 'status' ],
			'declined'
		);
		await emulator.create( { order_id: 'PL-3' } );
		assert.equal(
			( await emulator.act( 'expire', {}, 'PL-3' ) )[ 'session' ],
			'expired'
		);
	} );

	test( 'an unfinished attempt expires by its method, the link stays', async () => {
		const url = await emulator.create();
		await emulator.act( 'start' );
		await emulator.advance( 3601 );
		assert.equal( ( await read() )[ 'status' ], 'expired' );
		assert.equal( state( await page( url ) ), 'open' );
	} );

	test( 'a second payment and another amount can be forced', async () => {
		await emulator.create();
		await emulator.act( 'pay', { amount: 1 } );
		assert.equal( ( await read() )[ 'amount' ], 1 );
		const first = ( await read() )[ 'transaction_id' ];
		await emulator.act( 'pay', { force: true } );
		assert.notEqual( ( await read() )[ 'transaction_id' ], first );
	} );

	test( 'refunds in parts, not twice the same within five minutes, not more than was paid', async () => {
		await emulator.create();
		const refund = ( amount: number ) =>
			emulator.api( 'POST', '/orders/PL-1/refunds', {
				currency: 'EUR',
				amount,
			} );
		assert.equal( ( await refund( 100 ) ).body[ 'error_code' ], 1034 );
		await emulator.act( 'pay' );
		assert.equal( ( await refund( 100 ) ).status, 200 );
		assert.equal( ( await refund( 100 ) ).body[ 'error_code' ], 1034 );
		await emulator.advance( 301 );
		assert.equal( ( await refund( 100 ) ).status, 200 );
		assert.equal( ( await refund( 6000 ) ).body[ 'error_code' ], 1034 );
		assert.deepEqual(
			[
				( await read() )[ 'status' ],
				( await read() )[ 'amount_refunded' ],
			],
			[ 'partial_refunded', 200 ]
		);
		assert.equal( ( await refund( 0 ) ).status, 200 );
		assert.equal( ( await read() )[ 'status' ], 'refunded' );
		assert.equal(
			( await emulator.act( 'chargeback' ) )[ 'status' ],
			'chargeback'
		);
	} );

	test( 'writes down reminders until the session is excluded', async () => {
		const wish = {
			second_chance: { send_email: true },
			customer: { email: 'eva@example.com' },
		};
		await emulator.create( wish );
		await emulator.create( { ...wish, order_id: 'PL-2' } );
		await emulator.advance( 3601 );
		await emulator.api( 'PATCH', '/orders/PL-2', {
			status: 'cancelled',
			exclude_order: true,
		} );
		await emulator.advance( 86_400 );
		const reminders = await emulator.control( 'GET', 'reminders' );
		assert.ok( Array.isArray( reminders ) );
		assert.deepEqual(
			reminders.map( ( reminder ) => toObject( reminder )[ 'order_id' ] ),
			[ 'PL-1', 'PL-2', 'PL-1' ]
		);
	} );

	test( 'reset forgets everything', async () => {
		await emulator.create();
		await emulator.advance( 100 );
		await emulator.control( 'POST', 'reset' );
		assert.deepEqual( await emulator.control( 'GET', 'orders' ), [] );
		assert.equal(
			toObject( await emulator.control( 'GET', 'clock' ) )[
				'offset_seconds'
			],
			0
		);
		const again = await emulator.api( 'POST', '/orders', link(), MAIN_KEY );
		assert.equal( again.status, 200 );
	} );
} );
