import { join } from 'node:path';
import { EMULATOR_KEY, startEmulator } from '../../shop/emulator.ts';
import { startSmtpSink } from '../../shop/mail/smtp-sink.ts';
import { buildPlugin } from '../../shop/plugin-build.ts';
import type { Cleanup } from '../../shop/lib/children.ts';
import { startShop, type Shop } from '../../shop/site/shop.ts';
import type { OrderStorage } from '../../shop/site/types.ts';
import { recipe } from '../../shop/sources/recipe.ts';
import { studioFiles } from '../../shop/sources/wp-studio.ts';
import { needMariaDb } from '../../shop/system/requirements.ts';
import { withCleanup } from '../interrupt.ts';
import { sum } from '../report/count.ts';
import type { Suite, SuiteContext, SuiteResult } from '../types.ts';
import { phpunit } from './phpunit.ts';

/** As many as the races need; one worker answers one request at a time. */
const WORKERS = 12;

/** Tests in this group run on legacy order storage as well. */
const STORAGE_GROUP = 'storage';

export interface IntegrationShop {
	/** Begins the names of its logs. */
	readonly name: string;
	readonly onStandIn: boolean;
	readonly shop: Shop;
	/** What the tests need to know, see Support/Env.php. */
	readonly env: Readonly< Record< string, string > >;
}

/**
 * Starts a shop on MariaDB with an emulator and a mail server of its own.
 *
 * @param storage     Of orders.
 * @param woocommerce Which one.
 * @param context     Of this run.
 * @param cleanup     Takes what stops it.
 */
export async function integrationShop(
	storage: OrderStorage,
	woocommerce: 'best' | 'stand-in',
	context: SuiteContext,
	cleanup: Cleanup
): Promise< IntegrationShop > {
	const ingredients = await recipe( 'mariadb', storage, woocommerce );
	const { kind } = ingredients.woocommerce;
	const emulator = await startEmulator( cleanup );
	const name = `integration-${ storage }-${ kind }`;
	const mail = await startSmtpSink(
		join( context.artifacts, `${ name }-mail.jsonl` ),
		cleanup
	);
	const provider = {
		MULTISAFEPAY_PAYMENT_LINKS_API_URL: emulator.apiUrl,
		SHOP_SMTP: mail.address,
	};
	const shop = await startShop(
		{
			recipe: ingredients,
			workers: WORKERS,
			cron: false,
			storedKey: EMULATOR_KEY,
			env: provider,
			logs: join( context.artifacts, name ),
		},
		cleanup
	);
	return {
		name,
		onStandIn: kind === 'stand-in',
		shop,
		env: {
			...provider,
			MSPL_SITE_DIR: shop.folders.docroot,
			SHOP_URL: shop.url,
			SHOP_FACTS: shop.folders.facts,
			EMULATOR_URL: emulator.url,
			EMULATOR_KEY,
			SMTP_MAILS: mail.file,
			WP_CLI_PHAR: ( await studioFiles() ).wpCli,
		},
	};
}

function onShop(
	storage: OrderStorage,
	woocommerce: 'best' | 'stand-in',
	context: SuiteContext
): Promise< SuiteResult > {
	return withCleanup( async ( cleanup ) => {
		const { name, onStandIn, env } = await integrationShop(
			storage,
			woocommerce,
			context,
			cleanup
		);
		return phpunit(
			{
				name,
				config: 'tests/php/integration.xml',
				args: storage === 'legacy' ? [ '--group', STORAGE_GROUP ] : [],
				onStandIn,
				env,
			},
			context
		);
	} );
}

async function onBothStorages(
	woocommerce: 'best' | 'stand-in',
	context: SuiteContext
): Promise< SuiteResult > {
	await needMariaDb();
	await buildPlugin();
	return sum( [
		await onShop( 'hpos', woocommerce, context ),
		await onShop( 'legacy', woocommerce, context ),
	] );
}

export const integrationSuite: Suite = {
	name: 'integration',
	does: 'PHPUnit inside WordPress and WooCommerce on MariaDB, HPOS and legacy storage',
	run: ( context ) => onBothStorages( 'best', context ),
};

export const integrationOnStandInSuite: Suite = {
	name: 'integration:stand-in',
	does: 'the same on the stand-in, so that it cannot drift',
	run: ( context ) => onBothStorages( 'stand-in', context ),
};
