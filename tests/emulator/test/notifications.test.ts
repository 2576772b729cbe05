import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { after, before, beforeEach, describe, test } from 'node:test';
import { isLoopback } from '../deliver.ts';
import { MAIN_KEY } from '../keys.ts';
import { verifyNotification } from '../signature.ts';
import type { JsonObject } from '../json.ts';
import { Harness, toObject } from './harness.ts';

interface Received {
	readonly method: string;
	readonly url: URL;
	readonly auth: string;
	readonly body: string;
}

const emulator = new Harness();
let server: Server;
let webhookUrl = '';
let received: Received[] = [];
let responses: { status: number; body: string }[] = [];

before( async () => {
	server = createServer( ( request, response ) => {
		let body = '';
		request.setEncoding( 'utf8' );
		request.on( 'data', ( chunk: string ) => {
			body += chunk;
		} );
		request.on( 'end', () => {
			received.push( {
				method: request.method ?? '',
				url: new URL( request.url ?? '/', 'http://127.0.0.1' ),
				auth: String( request.headers[ 'auth' ] ?? '' ),
				body,
			} );
			const reply = responses.shift() ?? { status: 200, body: 'OK' };
			response.writeHead( reply.status, { Location: '/elsewhere' } );
			response.end( reply.body );
		} );
	} );
	await new Promise< void >( ( resolve ) => {
		server.listen( 0, '127.0.0.1', resolve );
	} );
	const address = server.address();
	assert.ok( typeof address === 'object' && address !== null );
	webhookUrl = `http://127.0.0.1:${ address.port }/hook`;
} );

beforeEach( () => {
	received = [];
	responses = [];
} );

after( () => server.close() );

function create( paymentOptions: JsonObject = {} ): Promise< string > {
	return emulator.create( {
		payment_options: { notification_url: webhookUrl, ...paymentOptions },
	} );
}

function statuses(): unknown[] {
	return received.map(
		( { body } ) => toObject( JSON.parse( body ) )[ 'status' ]
	);
}

function isSigned(
	{ auth, body }: Received,
	now = Math.floor( Date.now() / 1000 )
): boolean {
	return verifyNotification( MAIN_KEY, auth, body, now );
}

describe( 'notifications', () => {
	test( 'contain the order as sorted, signed JSON and keep the parameters of the URL', async () => {
		await create( { notification_url: `${ webhookUrl }?a=b` } );
		await emulator.simulate( 'pay' );
		assert.deepEqual( statuses(), [ 'initialized', 'completed' ] );
		const last = received[ 1 ];
		assert.ok( last );
		assert.ok( isSigned( last ) );
		assert.equal( last.url.searchParams.get( 'a' ), 'b' );
		assert.equal( last.url.searchParams.get( 'transactionid' ), 'PL-1' );
		assert.ok( last.auth.length > 0 );
		const order = toObject( JSON.parse( last.body ) );
		assert.deepEqual( Object.keys( order ), Object.keys( order ).sort() );
		assert.match( last.body, /"account_iban":"\*+0001"/ );
		assert.equal(
			Buffer.from( last.auth, 'base64' ).toString().split( ':' )[ 0 ],
			last.url.searchParams.get( 'timestamp' )
		);
	} );

	test( 'by GET have no signature and no body', async () => {
		await create( { notification_method: 'GET' } );
		await emulator.simulate( 'start' );
		assert.deepEqual(
			[ received[ 0 ]?.method, received[ 0 ]?.auth, received[ 0 ]?.body ],
			[ 'GET', '', '' ]
		);
	} );

	test( 'of a session without a transaction have payload_type=pretransaction', async () => {
		await create();
		await emulator.api( 'PATCH', '/orders/PL-1', {
			status: 'cancelled',
			exclude_order: true,
		} );
		await emulator.notifications();
		assert.deepEqual( statuses(), [ 'cancelled' ] );
		assert.equal(
			received[ 0 ]?.url.searchParams.get( 'payload_type' ),
			'pretransaction'
		);
		await emulator.control( 'POST', 'reset' );
		await create();
		await emulator.advance( 2_592_001 );
		assert.deepEqual( statuses(), [ 'cancelled', 'expired' ] );
		assert.equal(
			received[ 1 ]?.url.searchParams.get( 'payload_type' ),
			'pretransaction'
		);
	} );

	test( 'are repeated after 15, 30 and 45 minutes with a new signature, then no more', async () => {
		await emulator.settings( { notification_clock: 'emulated' } );
		responses = [
			{ status: 500, body: 'OK' },
			{ status: 200, body: 'no' },
			{ status: 302, body: 'OK' },
			{ status: 204, body: '' },
		];
		await create();
		await emulator.simulate( 'start' );
		for ( const count of [ 2, 3, 4 ] ) {
			await emulator.advance( 890 );
			assert.equal( received.length, count - 1 );
			await emulator.advance( 10 );
			assert.equal( received.length, count );
		}
		await emulator.advance( 600 );
		assert.equal( received.length, 4 );
		const times = received.map( ( { url } ) =>
			Number( url.searchParams.get( 'timestamp' ) )
		);
		for ( const [ index, time ] of times.entries() ) {
			assert.ok(
				Math.abs( time - ( times[ 0 ] ?? 0 ) - index * 900 ) <= 5,
				String( times )
			);
		}
		assert.equal( new Set( received.map( ( { auth } ) => auth ) ).size, 4 );
		assert.ok( received.every( ( { url } ) => url.pathname === '/hook' ) );
		assert.equal(
			( await emulator.notifications() )[ 0 ]?.[ 'outcome' ],
			'failed'
		);
	} );

	test( 'are not repeated after an acknowledgement in either spelling', async () => {
		responses = [
			{ status: 503, body: '' },
			{ status: 200, body: 'multisafepay_ok' },
		];
		await create();
		await emulator.simulate( 'start' );
		await emulator.advance( 3000 );
		assert.equal( received.length, 2 );
		assert.equal(
			( await emulator.notifications() )[ 0 ]?.[ 'outcome' ],
			'delivered'
		);
	} );

	test( 'are sent only to this machine and can be disabled', async () => {
		await create( { notification_url: 'https://shop.example/hook' } );
		await emulator.simulate( 'start' );
		assert.equal(
			( await emulator.notifications() )[ 0 ]?.[ 'outcome' ],
			'skipped'
		);
		await emulator.control( 'POST', 'reset' );
		await emulator.settings( { notifications: false } );
		await create();
		await emulator.simulate( 'start' );
		assert.equal(
			( await emulator.notifications() )[ 0 ]?.[ 'outcome' ],
			'suppressed'
		);
		assert.equal( received.length, 0 );
		assert.deepEqual(
			[
				'http://localhost:1/',
				'http://[::1]/',
				'http://127.0.0.1.evil.example/',
				'nothing',
			].map( isLoopback ),
			[ true, true, false, false ]
		);
	} );

	test( 'can be faulty: wrong signature, old timestamp, duplicate, out of order, delayed', async () => {
		const now = Math.floor( Date.now() / 1000 );
		const simulateFault = async ( fault: string, action: string ) => {
			received = [];
			await emulator.control( 'POST', 'reset' );
			await emulator.settings( { notification_fault: fault } );
			await create();
			await emulator.simulate( action );
		};
		await simulateFault( 'bad_signature', 'start' );
		assert.ok( received[ 0 ] && ! isSigned( received[ 0 ] ) );
		await simulateFault( 'stale_timestamp', 'start' );
		assert.ok(
			received[ 0 ] &&
				! isSigned( received[ 0 ] ) &&
				isSigned( received[ 0 ], now - 300 )
		);
		await simulateFault( 'duplicate', 'start' );
		assert.deepEqual( statuses(), [ 'initialized', 'initialized' ] );
		await simulateFault( 'out_of_order', 'pay' );
		assert.deepEqual( statuses(), [ 'completed', 'initialized' ] );
		await simulateFault( 'delayed', 'start' );
		assert.equal( received.length, 0 );
		await emulator.advance( 61 );
		assert.deepEqual( statuses(), [ 'initialized' ] );
	} );
} );
