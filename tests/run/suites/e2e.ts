import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EMULATOR_KEY, startEmulator } from '../../shop/emulator.ts';
import { attempt } from '../../shop/lib/exec.ts';
import { ROOT } from '../../shop/lib/paths.ts';
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
import { toSuiteResult } from '../report/count.ts';
import { playwrightCounts } from '../report/parse.ts';
import { runTool } from '../tool.ts';
import type { Suite, SuiteContext, SuiteResult } from '../types.ts';

const WORKERS = 8;

const PLAYWRIGHT = [
	'playwright',
	'test',
	'--config',
	'tests/e2e/playwright.config.ts',
] as const;

/** Tests with this tag also run on legacy order storage. */
const STORAGE_TAG = '@storage';
/** Tests that need features that the stand-in does not have. */
const REAL_TAG = '@real';

interface BrowserRun {
	/** Name of its logs and reports. */
	readonly name: string;
	readonly storage: OrderStorage;
	readonly onStandIn: boolean;
	/** Arguments for Playwright that select tests. */
	readonly args: readonly string[];
}

async function prepare(): Promise< void > {
	await ensureShopPhp();
	await ensureChromium();
	await buildPlugin();
}

function runOnStorage(
	suiteName: string,
	storage: OrderStorage,
	context: SuiteContext
): Promise< SuiteResult > {
	return withCleanup( async ( cleanup ) => {
		const recipe = await createRecipe(
			'sqlite',
			storage,
			context.woocommerce
		);
		const { kind } = recipe.woocommerce;
		const emulator = await startEmulator( cleanup );
		const name = `${ suiteName.replace( ':', '-' ) }-${ kind }`;
		const mail = await startSmtpSink(
			join( context.artifacts, `${ name }-mail.jsonl` ),
			cleanup
		);
		const shop = await startShop(
			{
				recipe,
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
		const browserRun = {
			name,
			storage,
			onStandIn: kind === 'stand-in',
			args: context.extra,
		};
		return runPlaywright( browserRun, context, {
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
			CHROMIUM_PATH: await ensureChromium(),
			E2E_OUTPUT: join( context.artifacts, name ),
		} );
	} );
}

async function runPlaywright(
	{ name, storage, onStandIn, args }: BrowserRun,
	context: SuiteContext,
	env: Record< string, string >
): Promise< SuiteResult > {
	const report = join( context.artifacts, `${ name }.json` );
	await rm( report, { force: true } );
	const storageTag = storage === 'legacy' ? STORAGE_TAG : '';
	const outcome = await runTool(
		'npx',
		[
			...PLAYWRIGHT,
			'--reporter=list,json',
			...( storageTag === '' ? [] : [ '--grep', storageTag ] ),
			...( onStandIn ? [ '--grep-invert', REAL_TAG ] : [] ),
			...args,
		],
		{
			log: join( context.artifacts, `${ name }.log` ),
			env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
		}
	);
	const json = await readFile( report, 'utf8' ).catch( () => {
		throw new Error(
			`Playwright stopped with exit code ${ outcome.code } before any test`
		);
	} );
	return toSuiteResult(
		playwrightCounts( json ),
		outcome,
		onStandIn ? await testsNeedingReal( storageTag, args, env ) : []
	);
}

/** Returns the names of the selected tests that the stand-in cannot run. */
async function testsNeedingReal(
	storageTag: string,
	args: readonly string[],
	env: Record< string, string >
): Promise< string[] > {
	// Both tags, in any order.
	const grep = `(?=.*${ REAL_TAG })(?=.*${ storageTag })`;
	const { stdout } = await attempt(
		'npx',
		[ ...PLAYWRIGHT, '--list', '--grep', grep, ...args ],
		{ cwd: ROOT, env }
	);
	return [ ...stdout.matchAll( /^ {2}(\S.*›.*)$/gm ) ].map(
		( [ , test ] ) => test ?? ''
	);
}

function e2eSuite( storage: OrderStorage, description: string ): Suite {
	const name = `e2e:${ storage }`;
	return {
		name,
		description,
		prepare,
		run: ( context ) => runOnStorage( name, storage, context ),
	};
}

export const e2eSuites: readonly [ Suite, Suite ] = [
	e2eSuite( 'hpos', 'browser tests in Chromium' ),
	e2eSuite( 'legacy', 'browser tests tagged @storage, with orders as posts' ),
];

/** The main journey on the stand-in, so that it does not diverge while the other suites run on WooCommerce. */
export const smokeSuite: Suite = {
	name: 'smoke',
	description: 'a link is created and paid in the browser, on the stand-in',
	prepare,
	run: ( context ) =>
		runOnStorage( 'smoke', 'hpos', {
			...context,
			woocommerce: 'stand-in',
			extra: [ 'generate-link.spec.ts' ],
		} ),
};
