import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { withCleanup } from '../run/interrupt.ts';
import { EMULATOR_KEY, startEmulator } from '../shop/emulator.ts';
import type { Cleanup } from '../shop/lib/children.ts';
import { ROOT } from '../shop/lib/paths.ts';
import { logProgress, errorMessage } from '../shop/lib/progress.ts';
import { buildPlugin } from '../shop/plugin-build.ts';
import { startShop } from '../shop/site/shop.ts';
import { createRecipe } from '../shop/sources/recipe.ts';
import { ensureMariaDb } from '../shop/system/requirements.ts';
import { runBatchTask, measureBatches } from './bulk.ts';
import { bundleSizes } from './bundle.ts';
import { measureCreation } from './creates.ts';
import { measureLists } from './lists.ts';
import { comparePage, type PageResult } from './pages.ts';
import { toMarkdown, type Report } from './report.ts';
import { ShopClient } from './shop-client.ts';

const draftResponseSchema = z.object( {
	values: z.record( z.string(), z.unknown() ),
} );

interface Options {
	/** Number of pairs per page, or of measurements per view. */
	readonly rounds: number;
	/** Orders of a batch; 0 skips batches. */
	readonly orders: number;
	/** Links of the large list; 0 skips lists. */
	readonly links: number;
}

async function measure(
	{ rounds, orders, links }: Options,
	cleanup: Cleanup
): Promise< Report > {
	await ensureMariaDb();
	await buildPlugin();
	const shopRecipe = await createRecipe( 'mariadb', 'hpos' );
	const emulator = await startEmulator( cleanup );
	const costsFolder = join( ROOT, 'artifacts/bench' );
	await mkdir( costsFolder, { recursive: true } );
	const shop = await startShop(
		{
			recipe: shopRecipe,
			workers: 2,
			cron: false,
			storedKey: EMULATOR_KEY,
			env: {
				MULTISAFEPAY_PAYMENT_LINKS_API_URL: emulator.apiUrl,
				BENCH_DIR: costsFolder,
			},
		},
		cleanup
	);
	const client = new ShopClient( shop.url, costsFolder );
	await client.logIn( 'sam', 'password' );
	const order = shop.facts.ready;

	const create = await measureCreationOf( client, shop.url, order, rounds );
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
		logProgress( `measuring ${ name }` );
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
	const bulk = orders === 0 ? [] : await measureBatches( bulkShop, orders );
	for ( const size of orders === 0 ? [] : [ 20, 100 ] ) {
		await runBatchTask( bulkShop, 'per-page', String( size ) );
		const name = `orders list of ${ size }`;
		logProgress( `measuring ${ name }` );
		const path = '/wp-admin/admin.php?page=wc-orders';
		pages.push(
			await comparePage( client, name, { path, loggedIn: true }, rounds )
		);
	}
	const lists =
		links === 0
			? null
			: await measureLists( shop.folders.docroot, links, rounds );
	const { kind, version } = shopRecipe.woocommerce;
	return {
		woocommerce: `${ kind } ${ version }`,
		pages,
		create,
		bulk,
		lists,
		bundle: await bundleSizes(),
	};
}

async function measureCreationOf(
	client: ShopClient,
	url: string,
	order: number,
	rounds: number
): ReturnType< typeof measureCreation > {
	logProgress( 'measuring the creation of links' );
	const draft = await client.json(
		`${ url }/wp-json/multisafepay-payment-links/v1/orders/${ order }/draft`
	);
	const { order_id: suggestion, ...body } =
		draftResponseSchema.parse( draft ).values;
	logProgress( `suggested order ID: ${ String( suggestion ) }` );
	return measureCreation( client, order, body, rounds );
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
	const integerBetween = ( minimum: number, maximum: number ) =>
		z.coerce.number().int().min( minimum ).max( maximum );
	const options = z
		.object( {
			rounds: integerBetween( 3, 200 ),
			orders: integerBetween( 0, 10_000 ),
			links: integerBetween( 0, 10_000_000 ),
		} )
		.parse( values );
	const report = await withCleanup( ( cleanup ) =>
		measure( options, cleanup )
	);
	process.stdout.write(
		`${ values.json ? JSON.stringify( report ) : toMarkdown( report ) }\n`
	);
}

main().then(
	() => process.exit( 0 ),
	( error: unknown ) => {
		process.stderr.write( `${ errorMessage( error ) }\n` );
		process.exit( 1 );
	}
);
