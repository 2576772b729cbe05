import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MAIN_KEY } from '../keys.ts';
import {
	cartBody,
	responseData,
	Harness,
	linkBody,
	toObject,
} from './harness.ts';

const emulator = new Harness();

async function openPage( url: string ): Promise< string > {
	const response = await fetch( url );
	assert.equal( response.status, 200 );
	return response.text();
}

async function submit(
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

async function readOrder( id = 'PL-1' ) {
	return responseData(
		( await emulator.api( 'GET', `/orders/${ id }` ) ).body
	);
}

function pageState( html: string ): string {
	return /data-state="([^"]+)"/.exec( html )?.[ 1 ] ?? '';
}

describe( 'hosted page', () => {
	test( 'shows the amount, description and cart with escaped HTML, and counts the openings', async () => {
		const url = await emulator.create( cartBody() );
		const html = await openPage( url );
		assert.equal( pageState( html ), 'open' );
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

	test( 'returns to the shop with the order ID after a payment', async () => {
		const url = await emulator.create( {
			payment_options: { redirect_url: 'http://shop.example/thanks?a=b' },
		} );
		const response = await submit( url, 'pay', 'VISA' );
		assert.equal( response.status, 303 );
		assert.equal(
			response.headers.get( 'location' ),
			'http://shop.example/thanks?a=b&transactionid=PL-1'
		);
		assert.equal( pageState( await openPage( url ) ), 'paid' );
		assert.equal( ( await submit( url, 'pay' ) ).status, 409 );
		const data = await readOrder();
		assert.equal( data[ 'status' ], 'completed' );
		assert.equal( toObject( data[ 'payment_details' ] )[ 'type' ], 'VISA' );
	} );

	test( 'cancel redirects to cancel_url, decline to a result page; the link stays open', async () => {
		const url = await emulator.create( {
			payment_options: { cancel_url: 'http://shop.example/no' },
		} );
		assert.equal(
			( await submit( url, 'cancel' ) ).headers.get( 'location' ),
			'http://shop.example/no?transactionid=PL-1'
		);
		assert.deepEqual(
			[
				( await readOrder() )[ 'status' ],
				( await readOrder() )[ 'financial_status' ],
			],
			[ 'void', 'cancelled' ]
		);
		const declined =
			( await submit( url, 'decline' ) ).headers.get( 'location' ) ?? '';
		assert.equal(
			pageState( await openPage( new URL( declined, url ).href ) ),
			'result-declined'
		);
		assert.equal( pageState( await openPage( url ) ), 'open' );
		await submit( url, 'pay' );
		assert.equal( ( await readOrder() )[ 'status' ], 'completed' );
	} );

	test( 'is disabled after 20 openings', async () => {
		const url = await emulator.create();
		for ( let opening = 1; opening <= 20; opening++ ) {
			assert.equal( pageState( await openPage( url ) ), 'open' );
		}
		assert.equal( pageState( await openPage( url ) ), 'worn-out' );
		assert.equal( ( await submit( url, 'pay' ) ).status, 409 );
	} );

	test( 'shows only the payment method of the link', async () => {
		const html = await openPage(
			await emulator.create( { gateway: 'MISTERCASH' } )
		);
		assert.ok( html.includes( 'Bancontact' ) && ! html.includes( 'Visa' ) );
	} );

	test( 'returns 404 for an unknown session', async () => {
		assert.equal(
			( await fetch( `${ emulator.url }/connect/82none/` ) ).status,
			404
		);
	} );

	test( 'completes a bank transfer after two minutes', async () => {
		const url = await emulator.create();
		await submit( url, 'pay', 'BANKTRANS' );
		assert.equal( ( await readOrder() )[ 'status' ], 'initialized' );
		await emulator.advance( 121 );
		assert.equal( ( await readOrder() )[ 'status' ], 'completed' );
	} );
} );

describe( 'reading', () => {
	test( 'an unopened link has no order ID, or is not found', async () => {
		const url = await emulator.create();
		await openPage( url );
		const data = await readOrder();
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

	test( 'an order with a transaction has all fields', async () => {
		await emulator.control( 'POST', 'clock', {
			set: '2026-07-01T10:00:00Z',
		} );
		await emulator.create( {
			...cartBody(),
			order_id: 'A/1 é',
			var1: 'link:7',
			customer: { country: 'NL', phone: '0612345678' },
		} );
		await emulator.simulate(
			'pay',
			{ method: 'IDEAL' },
			encodeURIComponent( 'A/1 é' )
		);
		const data = await readOrder( encodeURIComponent( 'A/1 é' ) );
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

	test( 'unknown orders, unknown routes and invalid escape sequences are rejected', async () => {
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

	test( 'lists gateways, payment methods and transactions', async () => {
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
		await emulator.simulate( 'pay' );
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

describe( 'status changes', () => {
	test( 'exclude_order closes the page and can be repeated', async () => {
		const url = await emulator.create();
		for ( const flag of [ true, 1 ] ) {
			const { body } = await emulator.api( 'PATCH', '/orders/PL-1', {
				status: 'cancelled',
				exclude_order: flag,
			} );
			assert.deepEqual( body, { success: true, data: {} } );
		}
		assert.equal( pageState( await openPage( url ) ), 'cancelled' );
		assert.equal( ( await readOrder() )[ 'status' ], 'cancelled' );
		const latePayment = await fetch(
			`${ emulator.url }/_emu/orders/PL-1/pay`,
			{
				method: 'POST',
			}
		);
		assert.equal( latePayment.status, 409 );
		assert.equal(
			( await emulator.simulate( 'pay', { force: true } ) )[ 'status' ],
			'completed'
		);
	} );

	test( 'without exclude_order the order is cancelled but can still be paid', async () => {
		await emulator.create();
		await emulator.api( 'PATCH', '/orders/PL-1', { status: 'cancelled' } );
		assert.equal( ( await readOrder() )[ 'status' ], 'cancelled' );
		assert.equal(
			( await emulator.simulate( 'pay' ) )[ 'status' ],
			'completed'
		);
	} );

	test( 'a paid or unknown order cannot be cancelled', async () => {
		await emulator.create();
		await emulator.simulate( 'pay' );
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
		assert.equal( ( await readOrder() )[ 'status' ], 'shipped' );
	} );

	test( 'seconds_active has priority over days_active, and the link expires on the emulated clock', async () => {
		const url = await emulator.create( {
			days_active: 14,
			seconds_active: 60,
		} );
		await emulator.create( { order_id: 'PL-2' } );
		await emulator.advance( 61 );
		assert.equal( pageState( await openPage( url ) ), 'expired' );
		assert.equal( ( await readOrder() )[ 'status' ], 'expired' );
		await emulator.advance( 2_592_000 - 120 );
		assert.equal(
			( await readOrder( 'PL-2' ) )[ 'status' ],
			'initialized'
		);
		await emulator.advance( 120 );
		assert.equal( ( await readOrder( 'PL-2' ) )[ 'status' ], 'expired' );
	} );

	test( 'the control routes can hold, capture, refuse and expire an order', async () => {
		await emulator.create();
		assert.equal(
			( await emulator.simulate( 'hold' ) )[ 'status' ],
			'uncleared'
		);
		assert.equal(
			( await emulator.simulate( 'capture' ) )[ 'status' ],
			'completed'
		);
		await emulator.create( { order_id: 'PL-2' } );
		await emulator.simulate( 'hold', {}, 'PL-2' );
		assert.equal(
			( await emulator.simulate( 'refuse', {}, 'PL-2' ) )[ 'status' ],
			'declined'
		);
		await emulator.create( { order_id: 'PL-3' } );
		assert.equal(
			( await emulator.simulate( 'expire', {}, 'PL-3' ) )[ 'session' ],
			'expired'
		);
	} );

	test( 'an unfinished attempt expires after the lifetime of its method; the link stays open', async () => {
		const url = await emulator.create();
		await emulator.simulate( 'start' );
		await emulator.advance( 3601 );
		assert.equal( ( await readOrder() )[ 'status' ], 'expired' );
		assert.equal( pageState( await openPage( url ) ), 'open' );
	} );

	test( 'a second payment and a different amount can be forced', async () => {
		await emulator.create();
		await emulator.simulate( 'pay', { amount: 1 } );
		assert.equal( ( await readOrder() )[ 'amount' ], 1 );
		const first = ( await readOrder() )[ 'transaction_id' ];
		await emulator.simulate( 'pay', { force: true } );
		assert.notEqual( ( await readOrder() )[ 'transaction_id' ], first );
	} );

	test( 'allows partial refunds, but not the same amount within five minutes and not more than the payment', async () => {
		await emulator.create();
		const refund = ( amount: number ) =>
			emulator.api( 'POST', '/orders/PL-1/refunds', {
				currency: 'EUR',
				amount,
			} );
		assert.equal( ( await refund( 100 ) ).body[ 'error_code' ], 1034 );
		await emulator.simulate( 'pay' );
		assert.equal( ( await refund( 100 ) ).status, 200 );
		assert.equal( ( await refund( 100 ) ).body[ 'error_code' ], 1034 );
		await emulator.advance( 301 );
		assert.equal( ( await refund( 100 ) ).status, 200 );
		assert.equal( ( await refund( 6000 ) ).body[ 'error_code' ], 1034 );
		assert.deepEqual(
			[
				( await readOrder() )[ 'status' ],
				( await readOrder() )[ 'amount_refunded' ],
			],
			[ 'partial_refunded', 200 ]
		);
		assert.equal( ( await refund( 0 ) ).status, 200 );
		assert.equal( ( await readOrder() )[ 'status' ], 'refunded' );
		assert.equal(
			( await emulator.simulate( 'chargeback' ) )[ 'status' ],
			'chargeback'
		);
	} );

	test( 'records reminders until the session is closed', async () => {
		const reminderOptions = {
			second_chance: { send_email: true },
			customer: { email: 'eva@example.com' },
		};
		await emulator.create( reminderOptions );
		await emulator.create( { ...reminderOptions, order_id: 'PL-2' } );
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

	test( 'reset restores the initial state', async () => {
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
		const again = await emulator.api(
			'POST',
			'/orders',
			linkBody(),
			MAIN_KEY
		);
		assert.equal( again.status, 200 );
	} );
} );
