import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { shopEnv } from './fixtures/env.ts';

/** Long enough for a busy machine. */
const ACTION_MS = 30_000;

/** Prevents requests of the browser itself. */
const CHROMIUM_FLAGS = [
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

export default defineConfig( {
	testDir: './specs',
	outputDir: join( shopEnv.output, 'results' ),
	globalSetup: './fixtures/global-setup.ts',
	globalTeardown: './fixtures/global-teardown.ts',
	// All tests share one shop, one emulator and the preferences of one user. Each test creates its own orders and resets
	// the emulator. Tests with the tag @shop-wide change the settings of the shop and restore them.
	workers: 1,
	fullyParallel: false,
	forbidOnly: true,
	retries: 0,
	timeout: 180_000,
	expect: { timeout: ACTION_MS },
	reporter: 'list',
	use: {
		baseURL: shopEnv.baseUrl,
		storageState: shopEnv.session,
		locale: 'en-GB',
		timezoneId: 'Europe/Amsterdam',
		viewport: { width: 1280, height: 900 },
		actionTimeout: ACTION_MS,
		navigationTimeout: 60_000,
		permissions: [ 'clipboard-read', 'clipboard-write' ],
		screenshot: 'only-on-failure',
		// Traces make the tests four times slower. Use `bin/test e2e -- --trace on` when needed.
		trace: 'off',
		// Keeps the compiled scripts of WordPress. Cookies, storage and pages are those of a new context.
		reuseContext: true,
		launchOptions: {
			executablePath: shopEnv.chromium,
			// Chromium's sandbox does not work for root.
			args: [
				...CHROMIUM_FLAGS,
				...( process.getuid?.() === 0 ? [ '--no-sandbox' ] : [] ),
			],
		},
	},
	projects: [ { name: shopEnv.storage } ],
} );
