import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EMULATOR_KEY, startEmulator } from '../../shop/emulator.ts';
import { startSmtpSink } from '../../shop/mail/smtp-sink.ts';
import { buildPlugin } from '../../shop/plugin-build.ts';
import type { Cleanup } from '../../shop/lib/children.ts';
import { startShop, type Shop } from '../../shop/site/shop.ts';
import type { OrderStorage } from '../../shop/site/types.ts';
import {
	createRecipe,
	type WooCommerceChoice,
} from '../../shop/sources/recipe.ts';
import { studioFiles } from '../../shop/sources/wp-studio.ts';
import { ensureMariaDb } from '../../shop/system/requirements.ts';
import { withCleanup } from '../interrupt.ts';
import { ensureComposerTools } from '../needs.ts';
import type { Suite, SuiteContext } from '../types.ts';
import { runPhpUnit } from './phpunit.ts';

/** The concurrency tests need this many workers; each worker handles one request at a time. */
const WORKERS = 12;

/** Tests in this group also run on legacy order storage. */
const STORAGE_GROUP = 'storage';
const SIMULATION_GROUP = 'simulation';

export interface IntegrationShop {
	/** Prefix of the names of its logs. */
	readonly name: string;
	readonly onStandIn: boolean;
	readonly shop: Shop;
	/** Environment of the tests, see Support/Env.php. */
	readonly env: Readonly< Record< string, string > >;
}

/**
 * Lets the commands that tests start use compiled code from files, which halves their duration. Returns the value of
 * `PHP_INI_SCAN_DIR`.
 */
async function addCompiledCode( folder: string ): Promise< string > {
	const settings = join( folder, 'php' );
	const cache = join( settings, 'compiled' );
	await mkdir( cache, { recursive: true } );
	await writeFile(
		join( settings, 'opcache.ini' ),
		`opcache.enable_cli=1\nopcache.file_cache=${ cache }\nopcache.file_cache_only=1\n`
	);
	return `:${ settings }`;
}

/** Starts a shop on MariaDB with its own emulator and mail server. */
export async function startIntegrationShop(
	storage: OrderStorage,
	woocommerce: WooCommerceChoice,
	context: Pick< SuiteContext, 'artifacts' >,
	cleanup: Cleanup
): Promise< IntegrationShop > {
	const shopRecipe = await createRecipe( 'mariadb', storage, woocommerce );
	const { kind } = shopRecipe.woocommerce;
	const emulator = await startEmulator( cleanup );
	const name = `integration-${ storage }-${ kind }`;
	const mail = await startSmtpSink(
		join( context.artifacts, `${ name }-mail.jsonl` ),
		cleanup
	);
	const services = {
		MULTISAFEPAY_PAYMENT_LINKS_API_URL: emulator.apiUrl,
		SHOP_SMTP: mail.address,
		BENCH_DIR: context.artifacts,
	};
	const shop = await startShop(
		{
			recipe: shopRecipe,
			workers: WORKERS,
			cron: false,
			storedKey: EMULATOR_KEY,
			env: services,
			logs: join( context.artifacts, name ),
		},
		cleanup
	);
	return {
		name,
		onStandIn: kind === 'stand-in',
		shop,
		env: {
			...services,
			MSPL_SITE_DIR: shop.folders.docroot,
			SHOP_URL: shop.url,
			SHOP_FACTS: shop.folders.facts,
			EMULATOR_URL: emulator.url,
			EMULATOR_KEY,
			SMTP_MAILS: mail.file,
			PHP_INI_SCAN_DIR: await addCompiledCode( shop.folders.base ),
			WP_CLI_PHAR: ( await studioFiles() ).wpCli,
		},
	};
}

async function prepare(): Promise< void > {
	await ensureMariaDb();
	await ensureComposerTools();
	await buildPlugin();
}

function integrationSuite( storage: OrderStorage, description: string ): Suite {
	return {
		name: `integration:${ storage }`,
		description,
		prepare,
		run: ( context ) =>
			withCleanup( async ( cleanup ) => {
				const { name, onStandIn, env } = await startIntegrationShop(
					storage,
					context.woocommerce,
					context,
					cleanup
				);
				return runPhpUnit(
					{
						name,
						config: 'tests/php/integration.xml',
						args: [
							...( storage === 'legacy'
								? [ '--group', STORAGE_GROUP ]
								: [] ),
							'--exclude-group',
							SIMULATION_GROUP,
						],
						onStandIn,
						env,
					},
					context
				);
			} ),
	};
}

/** Runs only when its name is given: its result depends on a random seed. */
export const simulationSuite: Suite = {
	name: 'simulation',
	description:
		'random histories of orders, see --orders and --seed; runs only by name',
	prepare,
	run: ( context ) =>
		withCleanup( async ( cleanup ) => {
			const { name, onStandIn, env } = await startIntegrationShop(
				'hpos',
				context.woocommerce,
				context,
				cleanup
			);
			return runPhpUnit(
				{
					name: `${ name }-simulation`,
					config: 'tests/php/integration.xml',
					args: [ '--group', SIMULATION_GROUP ],
					onStandIn,
					env: {
						...env,
						...numberVariable( 'MSPL_SIM_ORDERS', context.orders ),
						...numberVariable( 'MSPL_SEED', context.seed ),
					},
				},
				context
			);
		} ),
};

function numberVariable(
	name: string,
	value: number | undefined
): Record< string, string > {
	return value === undefined ? {} : { [ name ]: String( value ) };
}

export const integrationSuites: readonly [ Suite, Suite ] = [
	integrationSuite(
		'hpos',
		'PHPUnit inside WordPress and WooCommerce on MariaDB'
	),
	integrationSuite(
		'legacy',
		'PHPUnit tests of the group storage, with orders as posts'
	),
];
