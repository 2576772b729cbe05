import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { withCleanup } from '../run/interrupt.ts';
import { EMULATOR_KEY, startEmulator } from '../shop/emulator.ts';
import type { Cleanup } from '../shop/lib/children.ts';
import { ROOT } from '../shop/lib/paths.ts';
import { say, words } from '../shop/lib/progress.ts';
import { buildPlugin } from '../shop/plugin-build.ts';
import { startShop } from '../shop/site/shop.ts';
import { recipe } from '../shop/sources/recipe.ts';
import { needMariaDb } from '../shop/system/requirements.ts';
import { bulkTask, measureBulk } from './bulk.ts';
import { bundleSizes } from './bundle.ts';
import { measureCreates } from './creates.ts';
import { measureLists } from './lists.ts';
import { comparePage, type PageResult } from './pages.ts';
import { asMarkdown, type Report } from './report.ts';
import { ShopClient } from './shop-client.ts';

const draftSchema = z.object( {
	values: z.record( z.string(), z.unknown() ),
} );

interface Options {
	/** Pairs of a page, or turns of a view. */
	readonly rounds: number;
	/** Of a batch; 0 leaves batches out. */
	readonly orders: number;
	/** Of the long list; 0 leaves lists out. */
	readonly links: number;
}

async function measure(
	{ rounds, orders, links }: Options,
	cleanup: Cleanup
): Promise< Report > {
	await needMariaDb();
	await buildPlugin();
	const ingredients = await recipe( 'mariadb', 'hpos' );
	const emulator = await startEmulator( cleanup );
	const costs = join( ROOT, 'artifacts/bench' );
	await mkdir( costs, { recursive: true } );
	const shop = await startShop(
		{
			recipe: ingredients,
			workers: 2,
			cron: false,
			storedKey: EMULATOR_KEY,
			env: {
				MULTISAFEPAY_PAYMENT_LINKS_API_URL: emulator.apiUrl,
				BENCH_DIR: costs,
			},
		},
		cleanup
	);
	const client = new ShopClient( shop.url, costs );
	await client.logIn( 'sam', 'password' );
	const order = shop.facts.ready;

	const create = await creates( client, shop.url, order, rounds );
	const pages: PageResult[] = [];
	for ( const [ name, path, loggedIn ] of [
		[ 'storefront home', '/', false ],
		[ 'shop', '/?post_type=product', false ],
		[ 'REST index', '/wp-json/', false ],
		[ 'dashboard', '/wp-admin/', true ],
		[ 'orders list', '/wp-admin/admin.php?page=wc-orders', true ],
		[
			`order screen with ${ create.links + 2 } links`,
			`/wp-admin/admin.php?page=wc-orders&action=edit&id=${ order }`,
			true,
		],
		[
			'order screen without links',
			`/wp-admin/admin.php?page=wc-orders&action=edit&id=${ otherOrder(
				shop.facts.orders,
				order
			) }`,
			true,
		],
	] as const ) {
		say( `measuring ${ name }` );
		pages.push(
			await comparePage( client, name, { path, loggedIn }, rounds )
		);
	}
	const bulkShop = {
		docroot: shop.folders.docroot,
		apiUrl: emulator.apiUrl,
		emulatorUrl: emulator.url,
		client,
	};
	const bulk = orders === 0 ? [] : await measureBulk( bulkShop, orders );
	for ( const size of orders === 0 ? [] : [ 20, 100 ] ) {
		await bulkTask( bulkShop, 'per-page', String( size ) );
		const name = `orders list of ${ size }`;
		say( `measuring ${ name }` );
		const path = '/wp-admin/admin.php?page=wc-orders';
		pages.push(
			await comparePage( client, name, { path, loggedIn: true }, rounds )
		);
	}
	const lists =
		links === 0
			? null
			: await measureLists( shop.folders.docroot, links, rounds );
	const { kind, version } = ingredients.woocommerce;
	return {
		woocommerce: `${ kind } ${ version }`,
		pages,
		create,
		bulk,
		lists,
		bundle: await bundleSizes(),
	};
}

async function creates(
	client: ShopClient,
	url: string,
	order: number,
	rounds: number
): ReturnType< typeof measureCreates > {
	say( 'measuring creates' );
	const draft = await client.json(
		`${ url }/wp-json/multisafepay-payment-links/v1/orders/${ order }/draft`
	);
	const { order_id: suggestion, ...body } = draftSchema.parse( draft ).values;
	say( `the draft suggests ${ String( suggestion ) }` );
	return measureCreates( client, order, body, rounds );
}

function otherOrder(
	orders: Readonly< Record< string, number > >,
	order: number
): number {
	return Object.values( orders ).find( ( id ) => id !== order ) ?? order;
}

async function main(): Promise< void > {
	const { values } = parseArgs( {
		options: {
			rounds: { type: 'string', default: '20' },
			orders: { type: 'string', default: '1000' },
			links: { type: 'string', default: '1000000' },
			json: { type: 'boolean', default: false },
		},
	} );
	const whole = ( least: number, most: number ) =>
		z.coerce.number().int().min( least ).max( most );
	const options = z
		.object( {
			rounds: whole( 3, 200 ),
			orders: whole( 0, 10_000 ),
			links: whole( 0, 10_000_000 ),
		} )
		.parse( values );
	const report = await withCleanup( ( cleanup ) =>
		measure( options, cleanup )
	);
	process.stdout.write(
		`${ values.json ? JSON.stringify( report ) : asMarkdown( report ) }\n`
	);
}

main().then(
	() => process.exit( 0 ),
	( error: unknown ) => {
		process.stderr.write( `${ words( error ) }\n` );
		process.exit( 1 );
	}
);
