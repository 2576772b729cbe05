import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MAIN_KEY } from '../keys.ts';
import type { JsonObject } from '../json.ts';
import {
	cartBody,
	responseData,
	Harness,
	linkBody,
	toObject,
} from './harness.ts';

const emulator = new Harness();

function addFault( fault: string, options: JsonObject = {} ) {
	return emulator.control( 'POST', 'faults', {
		method: 'POST',
		path: '/orders',
		fault,
		...options,
	} );
}

function postOrder( signal?: AbortSignal ): Promise< Response > {
	return fetch( `${ emulator.apiUrl }/orders`, {
		method: 'POST',
		headers: { api_key: MAIN_KEY },
		body: JSON.stringify( linkBody() ),
		...( signal === undefined ? {} : { signal } ),
	} );
}

async function countItems( list: string ): Promise< number > {
	const items = await emulator.control( 'GET', list );
	return Array.isArray( items ) ? items.length : -1;
}

const countOrders = () => countItems( 'orders' );
const countRequests = () => countItems( 'requests' );

describe( 'faults', () => {
	test( 'status_503_html returns 503 with HTML for the given number of requests', async () => {
		await addFault( 'status_503_html', { times: 2 } );
		for ( const status of [ 503, 503, 200 ] ) {
			const response = await postOrder();
			assert.equal( response.status, status );
			assert.equal(
				response.headers
					.get( 'content-type' )
					?.startsWith( 'text/html' ),
				status === 503
			);
		}
		assert.equal( await countOrders(), 1 );
	} );

	test( 'status_429_html returns 429 with a Retry-After header', async () => {
		await addFault( 'status_429_html', { retry_after: '7' } );
		const response = await postOrder();
		assert.equal( response.status, 429 );
		assert.equal( response.headers.get( 'retry-after' ), '7' );
		assert.equal( await countOrders(), 0 );
	} );

	test( 'html_200 returns 200 with HTML', async () => {
		await addFault( 'html_200' );
		assert.match( await ( await postOrder() ).text(), /^<!DOCTYPE html>/ );
		assert.equal( await countOrders(), 0 );
	} );

	test( 'slow returns the usual response after a delay', async () => {
		await addFault( 'slow', { delay_ms: 150 } );
		const start = performance.now();
		assert.equal( ( await postOrder() ).status, 200 );
		assert.ok( performance.now() - start >= 140 );
	} );

	for ( const isStored of [ false, true ] ) {
		test( `silent never responds; the order is ${
			isStored ? 'stored' : 'not stored'
		}`, async () => {
			await addFault( 'silent', { stored: isStored } );
			const controller = new AbortController();
			let isSettled = false;
			const pending = postOrder( controller.signal ).finally( () => {
				isSettled = true;
			} );
			// The request is aborted only after it has arrived, also on slow machines.
			while ( ( await countRequests() ) === 0 ) {
				assert.ok( ! isSettled );
			}
			assert.equal( await countOrders(), isStored ? 1 : 0 );
			assert.ok( ! isSettled );
			controller.abort();
			await assert.rejects( pending, { name: 'AbortError' } );
		} );
	}

	test( 'reset_before does not store the order, reset_after does', async () => {
		await addFault( 'reset_before' );
		await assert.rejects( postOrder() );
		assert.equal( await countOrders(), 0 );
		await addFault( 'reset_after' );
		await assert.rejects( postOrder() );
		assert.equal( await countOrders(), 1 );
	} );

	test( 'bad_json returns incomplete JSON, empty_200 an empty body', async () => {
		await addFault( 'bad_json' );
		const text = await ( await postOrder() ).text();
		assert.throws( () => JSON.parse( text ) );
		await emulator.control( 'POST', 'reset' );
		await addFault( 'empty_200' );
		assert.equal( await ( await postOrder() ).text(), '' );
		assert.equal( await countOrders(), 1 );
	} );

	test( 'a fault matches method and path, until it is deleted', async () => {
		await emulator.create();
		await emulator.control( 'POST', 'faults', {
			method: 'patch',
			path: '/orders/*',
			fault: 'html_200',
			times: 0,
		} );
		assert.equal(
			( await emulator.api( 'GET', '/orders/PL-1' ) ).status,
			200
		);
		const patch = () =>
			fetch( `${ emulator.apiUrl }/orders/PL-1`, {
				method: 'PATCH',
				headers: { api_key: MAIN_KEY },
				body: '{"status":"cancelled"}',
			} ).then( ( response ) => response.text() );
		assert.match( await patch(), /not the API/ );
		assert.match( await patch(), /not the API/ );
		await emulator.control( 'DELETE', 'faults' );
		assert.match( await patch(), /"success":true/ );
	} );

	test( 'an unknown fault is rejected with a message', async () => {
		const response = await fetch( `${ emulator.url }/_emu/faults`, {
			method: 'POST',
			body: '{"fault":"meteor"}',
		} );
		assert.equal( response.status, 400 );
		assert.match( await response.text(), /fault/ );
	} );

	test( 'latency_ms delays each response', async () => {
		await emulator.settings( { latency_ms: 120 } );
		const start = performance.now();
		await emulator.api( 'GET', '/me' );
		assert.ok( performance.now() - start >= 110 );
	} );
} );

describe( 'wobble', () => {
	test( 'changes types in a successful response', async () => {
		await emulator.settings( { wobble: true } );
		const { body } = await emulator.api(
			'POST',
			'/orders',
			linkBody( { ...cartBody(), order_id: '1001' } )
		);
		const data = responseData( body );
		assert.equal( data[ 'order_id' ], 1001 );
		assert.ok(
			! ( 'session_id' in data ) &&
				'events_token' in data &&
				'request_trace' in body
		);
		await emulator.simulate( 'pay', {}, '1001' );
		const total = responseData(
			( await emulator.api( 'GET', '/orders/1001' ) ).body
		)[ 'order_total' ];
		assert.ok(
			typeof total === 'number' &&
				total !== 60.5 &&
				Math.abs( total - 60.5 ) < 1e-9
		);
	} );

	test( 'changes the data and status of an error response', async () => {
		await emulator.settings( {
			wobble: { error_data_list: true, error_status_200: true },
		} );
		const { status, body } = await emulator.api( 'GET', '/orders/none' );
		assert.deepEqual(
			[ status, body[ 'success' ], body[ 'data' ], body[ 'error_code' ] ],
			[ 200, false, [], 1006 ]
		);
	} );

	test( 'keeps order IDs with leading zeros as text; timestamps can have an offset', async () => {
		await emulator.settings( {
			wobble: { numeric_order_id: true },
			timestamps: 'offset',
		} );
		const { body } = await emulator.api(
			'POST',
			'/orders',
			linkBody( { order_id: '007' } )
		);
		assert.equal( responseData( body )[ 'order_id' ], '007' );
		const read = await emulator.api( 'GET', '/orders/007' );
		assert.match(
			String( toObject( read.body[ 'data' ] )[ 'created' ] ),
			/\+00:00$/
		);
	} );
} );
