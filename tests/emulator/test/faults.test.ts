import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MAIN_KEY } from '../keys.ts';
import type { JsonObject } from '../json.ts';
import { cart, dataOf, Harness, link, toObject } from './harness.ts';

const emulator = new Harness();

function arm( fault: string, more: JsonObject = {} ) {
	return emulator.control( 'POST', 'faults', {
		method: 'POST',
		path: '/orders',
		fault,
		...more,
	} );
}

function post( signal?: AbortSignal ): Promise< Response > {
	return fetch( `${ emulator.apiUrl }/orders`, {
		method: 'POST',
		headers: { api_key: MAIN_KEY },
		body: JSON.stringify( link() ),
		...( signal === undefined ? {} : { signal } ),
	} );
}

async function count( list: string ): Promise< number > {
	const found = await emulator.control( 'GET', list );
	return Array.isArray( found ) ? found.length : -1;
}

const stored = () => count( 'orders' );
const asked = () => count( 'requests' );

describe( 'faults', () => {
	test( '503 with HTML, for as many requests as asked', async () => {
		await arm( 'status_503_html', { times: 2 } );
		for ( const status of [ 503, 503, 200 ] ) {
			const response = await post();
			assert.equal( response.status, status );
			assert.equal(
				response.headers
					.get( 'content-type' )
					?.startsWith( 'text/html' ),
				status === 503
			);
		}
		assert.equal( await stored(), 1 );
	} );

	test( '429 with the time after which to ask again', async () => {
		await arm( 'status_429_html', { retry_after: '7' } );
		const response = await post();
		assert.equal( response.status, 429 );
		assert.equal( response.headers.get( 'retry-after' ), '7' );
		assert.equal( await stored(), 0 );
	} );

	test( '200 with HTML', async () => {
		await arm( 'html_200' );
		assert.match( await ( await post() ).text(), /^<!DOCTYPE html>/ );
		assert.equal( await stored(), 0 );
	} );

	test( 'slow answers late, then as usual', async () => {
		await arm( 'slow', { delay_ms: 150 } );
		const start = performance.now();
		assert.equal( ( await post() ).status, 200 );
		assert.ok( performance.now() - start >= 140 );
	} );

	for ( const keep of [ false, true ] ) {
		test( `silent never answers; ${
			keep ? 'stored' : 'not stored'
		}`, async () => {
			await arm( 'silent', { stored: keep } );
			const patience = new AbortController();
			let isAnswered = false;
			const answer = post( patience.signal ).finally( () => {
				isAnswered = true;
			} );
			// Given up only when it has arrived, however slow the machine is.
			while ( ( await asked() ) === 0 ) {
				assert.ok( ! isAnswered );
			}
			assert.equal( await stored(), keep ? 1 : 0 );
			assert.ok( ! isAnswered );
			patience.abort();
			await assert.rejects( answer, { name: 'AbortError' } );
		} );
	}

	test( 'a reset before leaves nothing behind, a reset after does', async () => {
		await arm( 'reset_before' );
		await assert.rejects( post() );
		assert.equal( await stored(), 0 );
		await arm( 'reset_after' );
		await assert.rejects( post() );
		assert.equal( await stored(), 1 );
	} );

	test( 'JSON that breaks off, and nothing at all', async () => {
		await arm( 'bad_json' );
		const text = await ( await post() ).text();
		assert.throws( () => JSON.parse( text ) );
		await emulator.control( 'POST', 'reset' );
		await arm( 'empty_200' );
		assert.equal( await ( await post() ).text(), '' );
		assert.equal( await stored(), 1 );
	} );

	test( 'matches method and path, and is deleted', async () => {
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

	test( 'a wrong fault is refused with words', async () => {
		const response = await fetch( `${ emulator.url }/_emu/faults`, {
			method: 'POST',
			body: '{"fault":"meteor"}',
		} );
		assert.equal( response.status, 400 );
		assert.match( await response.text(), /fault/ );
	} );

	test( 'latency delays every answer', async () => {
		await emulator.settings( { latency_ms: 120 } );
		const start = performance.now();
		await emulator.api( 'GET', '/me' );
		assert.ok( performance.now() - start >= 110 );
	} );
} );

describe( 'wobble', () => {
	test( 'bends types of a good answer', async () => {
		await emulator.settings( { wobble: true } );
		const { body } = await emulator.api(
			'POST',
			'/orders',
			link( { ...cart(), order_id: '1001' } )
		);
		const data = dataOf( body );
		assert.equal( data[ 'order_id' ], 1001 );
		assert.ok(
			! ( 'session_id' in data ) &&
				'events_token' in data &&
				'request_trace' in body
		);
		await emulator.act( 'pay', {}, '1001' );
		const total = dataOf(
			( await emulator.api( 'GET', '/orders/1001' ) ).body
		)[ 'order_total' ];
		assert.ok(
			typeof total === 'number' &&
				total !== 60.5 &&
				Math.abs( total - 60.5 ) < 1e-9
		);
	} );

	test( 'and of a refusal', async () => {
		await emulator.settings( {
			wobble: { error_data_list: true, error_status_200: true },
		} );
		const { status, body } = await emulator.api( 'GET', '/orders/none' );
		assert.deepEqual(
			[ status, body[ 'success' ], body[ 'data' ], body[ 'error_code' ] ],
			[ 200, false, [], 1006 ]
		);
	} );

	test( 'leaves a whole number of ids with leading zeros alone, and timestamps can differ', async () => {
		await emulator.settings( {
			wobble: { numeric_order_id: true },
			timestamps: 'offset',
		} );
		const { body } = await emulator.api(
			'POST',
			'/orders',
			link( { order_id: '007' } )
		);
		assert.equal( dataOf( body )[ 'order_id' ], '007' );
		const read = await emulator.api( 'GET', '/orders/007' );
		assert.match(
			String( toObject( read.body[ 'data' ] )[ 'created' ] ),
			/\+00:00$/
		);
	} );
} );
