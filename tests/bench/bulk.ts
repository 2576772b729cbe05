import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { run } from '../shop/lib/exec.ts';
import { ROOT } from '../shop/lib/paths.ts';
import { say } from '../shop/lib/progress.ts';
import { PHP_FLAGS } from '../shop/site/php.ts';
import type { ShopClient } from './shop-client.ts';

const idsSchema = z.array( z.int() );
const workedSchema = z.object( { seconds: z.number(), done: z.int() } );

/** Links a second, and how many times that is what one after the other makes. */
export interface BulkRow {
	readonly what: string;
	readonly orders: number;
	readonly ms_each: number;
	readonly times: number;
}

export interface BulkShop {
	readonly docroot: string;
	readonly apiUrl: string;
	readonly emulatorUrl: string;
	readonly client: ShopClient;
}

const LATENCY_MS = 200;
const ONE_BY_ONE = 40;

/** Runs one task of bulk.php; answers what it printed. */
export async function bulkTask(
	shop: BulkShop,
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
	const answer: unknown = JSON.parse( printed );
	return answer;
}

/**
 * Makes links of many orders while MultiSafepay takes 200 ms for an answer: one request after the other, as a script of
 * the shop would; in one worker without and with calls side by side; and in two workers.
 *
 * @param shop  The shop.
 * @param count Orders of a batch.
 */
export async function measureBulk(
	shop: BulkShop,
	count: number
): Promise< readonly BulkRow[] > {
	await setLatency( shop, LATENCY_MS );
	const single = await oneByOne( shop );
	const rows: BulkRow[] = [];
	for ( const [ workers, concurrency, orders ] of [
		[ 1, 1, ONE_BY_ONE ],
		[ 1, 8, count ],
		[ 1, 16, count ],
		[ 1, 32, count ],
		[ 2, 16, count ],
	] as const ) {
		say( `measuring a batch: ${ workers } × ${ concurrency }` );
		const each = await batch( shop, workers, concurrency, orders );
		rows.push( {
			what: `${ workers } worker${
				workers > 1 ? 's' : ''
			}, ${ concurrency } at once`,
			orders,
			ms_each: each,
			times: single / each,
		} );
	}
	await setLatency( shop, 0 );
	return [
		{
			what: 'one request after the other',
			orders: ONE_BY_ONE,
			ms_each: single,
			times: 1,
		},
		...rows,
	];
}

async function oneByOne( shop: BulkShop ): Promise< number > {
	say( 'measuring links one by one' );
	const ids = idsSchema.parse(
		await bulkTask( shop, 'make', String( ONE_BY_ONE ) )
	);
	const since = performance.now();
	for ( const id of ids ) {
		await shop.client.cost( {
			path: `/wp-json/multisafepay-payment-links/v1/orders/${ id }/links`,
			method: 'POST',
			body: { idempotency_key: randomUUID() },
			loggedIn: true,
		} );
	}
	return ( performance.now() - since ) / ids.length;
}

async function batch(
	shop: BulkShop,
	workers: number,
	concurrency: number,
	orders: number
): Promise< number > {
	const ids = await bulkTask( shop, 'make', String( orders ) );
	const id = z
		.int()
		.parse(
			await bulkTask(
				shop,
				'start',
				String( concurrency ),
				JSON.stringify( ids )
			)
		);
	const results = await Promise.all(
		Array.from( { length: workers }, async () =>
			workedSchema.parse( await bulkTask( shop, 'work', String( id ) ) )
		)
	);
	if ( results.some( ( { done } ) => done !== orders ) ) {
		throw new Error( `A batch did not make ${ orders } links` );
	}
	return (
		( Math.max( ...results.map( ( { seconds } ) => seconds ) ) * 1000 ) /
		orders
	);
}

async function setLatency( shop: BulkShop, ms: number ): Promise< void > {
	const answer = await fetch( `${ shop.emulatorUrl }/_emu/settings`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify( { latency_ms: ms } ),
	} );
	if ( ! answer.ok ) {
		throw new Error( `The emulator answered ${ answer.status }` );
	}
}
