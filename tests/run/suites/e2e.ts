import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EMULATOR_KEY, startEmulator } from '../../shop/emulator.ts';
import { startSmtpSink } from '../../shop/mail/smtp-sink.ts';
import { buildPlugin } from '../../shop/plugin-build.ts';
import { startShop } from '../../shop/site/shop.ts';
import type { OrderStorage } from '../../shop/site/types.ts';
import { recipe } from '../../shop/sources/recipe.ts';
import { needChromium, needShopPhp } from '../../shop/system/requirements.ts';
import { withCleanup } from '../interrupt.ts';
import { resultOf, sum } from '../report/count.ts';
import { playwrightCounts } from '../report/parse.ts';
import { tool } from '../tool.ts';
import type { Suite, SuiteContext, SuiteResult } from '../types.ts';

const WORKERS = 8;

/** Journeys with this tag run on legacy order storage as well. */
const STORAGE_TAG = '@storage';
/** Journeys that need more than the stand-in has. */
const REAL_TAG = '@real';

function onShop(
	storage: OrderStorage,
	woocommerce: 'best' | 'stand-in',
	chromium: string,
	context: SuiteContext
): Promise< SuiteResult > {
	return withCleanup( async ( cleanup ) => {
		const ingredients = await recipe( 'sqlite', storage, woocommerce );
		const { kind } = ingredients.woocommerce;
		const emulator = await startEmulator( cleanup );
		const name = `e2e-${ storage }-${ kind }`;
		const mail = await startSmtpSink(
			join( context.artifacts, `${ name }-mail.jsonl` ),
			cleanup
		);
		const shop = await startShop(
			{
				recipe: ingredients,
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
		return playwright( name, kind === 'stand-in', storage, context, {
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

async function playwright(
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
	const chosen = storage === 'legacy' ? [ '--grep', STORAGE_TAG ] : [];
	const listed = onStandIn
		? await tool( 'npx', [ ...cli, '--list', '--grep', REAL_TAG ], options )
		: null;
	const outcome = await tool(
		'npx',
		[
			...cli,
			'--reporter=list,json',
			...chosen,
			...( onStandIn ? [ '--grep-invert', REAL_TAG ] : [] ),
			...context.extra,
		],
		options
	);
	const json = await readFile( report, 'utf8' ).catch( () => {
		throw new Error(
			`Playwright ended with ${ outcome.code } before any test`
		);
	} );
	return resultOf(
		playwrightCounts( json ),
		outcome,
		namesIn( listed?.stdout ?? '' )
	);
}

function namesIn( list: string ): string[] {
	return [ ...list.matchAll( /^ {2}(\S.*›.*)$/gm ) ].map(
		( [ , name ] ) => name ?? ''
	);
}

async function onBothStorages(
	woocommerce: 'best' | 'stand-in',
	context: SuiteContext
): Promise< SuiteResult > {
	await needShopPhp();
	const chromium = await needChromium();
	await buildPlugin();
	return sum( [
		await onShop( 'hpos', woocommerce, chromium, context ),
		await onShop( 'legacy', woocommerce, chromium, context ),
	] );
}

export const e2eSuite: Suite = {
	name: 'e2e',
	does: 'journeys in Chromium, HPOS and legacy storage',
	run: ( context ) => onBothStorages( 'best', context ),
};

export const e2eOnStandInSuite: Suite = {
	name: 'e2e:stand-in',
	does: 'the same on the stand-in',
	run: ( context ) => onBothStorages( 'stand-in', context ),
};
