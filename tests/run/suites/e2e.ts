import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EMULATOR_KEY, startEmulator } from '../../shop/emulator.ts';
import { startSmtpSink } from '../../shop/mail/smtp-sink.ts';
import { buildPlugin } from '../../shop/plugin-build.ts';
import { startShop } from '../../shop/site/shop.ts';
import type { OrderStorage } from '../../shop/site/types.ts';
import { createRecipe } from '../../shop/sources/recipe.ts';
import {
	ensureChromium,
	ensureShopPhp,
} from '../../shop/system/requirements.ts';
import { withCleanup } from '../interrupt.ts';
import { toSuiteResult, sumResults } from '../report/count.ts';
import { playwrightCounts } from '../report/parse.ts';
import { runTool } from '../tool.ts';
import type { Suite, SuiteContext, SuiteResult } from '../types.ts';

const WORKERS = 8;

/** Tests with this tag also run on legacy order storage. */
const STORAGE_TAG = '@storage';
/** Tests that need features that the stand-in does not have. */
const REAL_TAG = '@real';

function runOnStorage(
	storage: OrderStorage,
	woocommerce: 'best' | 'stand-in',
	chromium: string,
	context: SuiteContext
): Promise< SuiteResult > {
	return withCleanup( async ( cleanup ) => {
		const shopRecipe = await createRecipe( 'sqlite', storage, woocommerce );
		const { kind } = shopRecipe.woocommerce;
		const emulator = await startEmulator( cleanup );
		const name = `e2e-${ storage }-${ kind }`;
		const mail = await startSmtpSink(
			join( context.artifacts, `${ name }-mail.jsonl` ),
			cleanup
		);
		const shop = await startShop(
			{
				recipe: shopRecipe,
				workers: WORKERS,
				cron: false,
				storedKey: EMULATOR_KEY,
				env: {
					MULTISAFEPAY_PAYMENT_LINKS_API_URL: emulator.apiUrl,
					SHOP_SMTP: mail.address,
				},
				logs: join( context.artifacts, name ),
			},
			cleanup
		);
		return runPlaywright( name, kind === 'stand-in', storage, context, {
			WP_BASE_URL: shop.url,
			WP_USERNAME: 'admin',
			WP_PASSWORD: 'password',
			STORAGE_STATE_PATH: join( shop.folders.base, 'session.json' ),
			SHOP_STORAGE: storage,
			SHOP_FACTS: shop.folders.facts,
			SHOP_MAILS: join( shop.folders.docroot, 'wp-content/mail.jsonl' ),
			SMTP_MAILS: mail.file,
			EMULATOR_URL: emulator.url,
			EMULATOR_KEY,
			CHROMIUM_PATH: chromium,
			E2E_OUTPUT: join( context.artifacts, name ),
		} );
	} );
}

async function runPlaywright(
	name: string,
	onStandIn: boolean,
	storage: OrderStorage,
	context: SuiteContext,
	env: Record< string, string >
): Promise< SuiteResult > {
	const report = join( context.artifacts, `${ name }.json` );
	await rm( report, { force: true } );
	const cli = [
		'playwright',
		'test',
		'--config',
		'tests/e2e/playwright.config.ts',
	];
	const options = {
		log: join( context.artifacts, `${ name }.log` ),
		env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
	};
	const filter = storage === 'legacy' ? [ '--grep', STORAGE_TAG ] : [];
	const realTests = onStandIn
		? await runTool(
				'npx',
				[ ...cli, '--list', '--grep', REAL_TAG ],
				options
		  )
		: null;
	const outcome = await runTool(
		'npx',
		[
			...cli,
			'--reporter=list,json',
			...filter,
			...( onStandIn ? [ '--grep-invert', REAL_TAG ] : [] ),
			...context.extra,
		],
		options
	);
	const json = await readFile( report, 'utf8' ).catch( () => {
		throw new Error(
			`Playwright stopped with exit code ${ outcome.code } before any test`
		);
	} );
	return toSuiteResult(
		playwrightCounts( json ),
		outcome,
		listedTests( realTests?.stdout ?? '' )
	);
}

function listedTests( list: string ): string[] {
	return [ ...list.matchAll( /^ {2}(\S.*›.*)$/gm ) ].map(
		( [ , name ] ) => name ?? ''
	);
}

async function runOnBothStorages(
	woocommerce: 'best' | 'stand-in',
	context: SuiteContext
): Promise< SuiteResult > {
	await ensureShopPhp();
	const chromium = await ensureChromium();
	await buildPlugin();
	return sumResults( [
		await runOnStorage( 'hpos', woocommerce, chromium, context ),
		await runOnStorage( 'legacy', woocommerce, chromium, context ),
	] );
}

export const e2eSuite: Suite = {
	name: 'e2e',
	description:
		'browser tests in Chromium, with HPOS and legacy order storage',
	run: ( context ) => runOnBothStorages( 'best', context ),
};

export const e2eOnStandInSuite: Suite = {
	name: 'e2e:stand-in',
	description: 'the browser tests on the stand-in',
	run: ( context ) => runOnBothStorages( 'stand-in', context ),
};
