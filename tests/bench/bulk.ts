import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { run } from '../shop/lib/exec.ts';
import { ROOT } from '../shop/lib/paths.ts';
import { logProgress } from '../shop/lib/progress.ts';
import { PHP_FLAGS } from '../shop/site/php.ts';
import type { ShopClient } from './shop-client.ts';

const orderIdsSchema = z.array( z.int() );
const batchResultSchema = z.object( { seconds: z.number(), done: z.int() } );

/** Time per link, and the speed compared with one request after the other. */
export interface BatchRow {
	readonly what: string;
	readonly orders: number;
	readonly ms_each: number;
	readonly times: number;
}

export interface BatchShop {
	readonly docroot: string;
	readonly apiUrl: string;
	readonly emulatorUrl: string;
	readonly client: ShopClient;
}

const LATENCY_MS = 200;
const SEQUENTIAL_ORDERS = 40;

/** Runs one task of bulk.php and returns its output. */
export async function runBatchTask(
	shop: BatchShop,
	...task: readonly string[]
): Promise< unknown > {
	const printed = await run(
		'php',
		[
			...PHP_FLAGS,
			join( ROOT, 'tests/bench/bulk.php' ),
			shop.docroot,
			...task,
		],
		{
			env: { MULTISAFEPAY_PAYMENT_LINKS_API_URL: shop.apiUrl },
			timeout: 900_000,
		}
	);
	const result: unknown = JSON.parse( printed );
	return result;
}

/**
 * Creates links for many orders while MultiSafepay takes 200 ms per response: with one request after the other, in one
 * worker with and without concurrent calls, and in two workers.
 */
export async function measureBatches(
	shop: BatchShop,
	count: number
): Promise< readonly BatchRow[] > {
	await setLatency( shop, LATENCY_MS );
	const sequential = await measureSequential( shop );
	const rows: BatchRow[] = [];
	for ( const [ workers, concurrency, orders ] of [
		[ 1, 1, SEQUENTIAL_ORDERS ],
		[ 1, 8, count ],
		[ 1, 16, count ],
		[ 1, 32, count ],
		[ 2, 16, count ],
	] as const ) {
		logProgress(
			`measuring a batch: ${ workers } workers, ${ concurrency } concurrent calls`
		);
		const msEach = await measureBatch( shop, workers, concurrency, orders );
		rows.push( {
			what: `${ workers } worker${
				workers > 1 ? 's' : ''
			}, ${ concurrency } concurrent calls`,
			orders,
			ms_each: msEach,
			times: sequential / msEach,
		} );
	}
	await setLatency( shop, 0 );
	return [
		{
			what: 'one request after the other',
			orders: SEQUENTIAL_ORDERS,
			ms_each: sequential,
			times: 1,
		},
		...rows,
	];
}

async function measureSequential( shop: BatchShop ): Promise< number > {
	logProgress( 'measuring sequential requests' );
	const ids = orderIdsSchema.parse(
		await runBatchTask( shop, 'create-orders', String( SEQUENTIAL_ORDERS ) )
	);
	const start = performance.now();
	for ( const id of ids ) {
		await shop.client.cost( {
			path: `/wp-json/multisafepay-payment-links/v1/orders/${ id }/links`,
			method: 'POST',
			body: { idempotency_key: randomUUID() },
			loggedIn: true,
		} );
	}
	return ( performance.now() - start ) / ids.length;
}

async function measureBatch(
	shop: BatchShop,
	workers: number,
	concurrency: number,
	orders: number
): Promise< number > {
	const ids = await runBatchTask( shop, 'create-orders', String( orders ) );
	const id = z
		.int()
		.parse(
			await runBatchTask(
				shop,
				'start',
				String( concurrency ),
				JSON.stringify( ids )
			)
		);
	const results = await Promise.all(
		Array.from( { length: workers }, async () =>
			batchResultSchema.parse(
				await runBatchTask( shop, 'run', String( id ) )
			)
		)
	);
	if ( results.some( ( { done } ) => done !== orders ) ) {
		throw new Error( `A batch did not create ${ orders } links` );
	}
	return (
		( Math.max( ...results.map( ( { seconds } ) => seconds ) ) * 1000 ) /
		orders
	);
}

async function setLatency( shop: BatchShop, ms: number ): Promise< void > {
	const response = await fetch( `${ shop.emulatorUrl }/_emu/settings`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify( { latency_ms: ms } ),
	} );
	if ( ! response.ok ) {
		throw new Error( `The emulator returned ${ response.status }` );
	}
}
