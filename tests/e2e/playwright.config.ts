import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { shopEnv } from './fixtures/env.ts';

/** The shop answers in some seconds when every worker of it is busy. */
const ACTION_MS = 15_000;

/** A browser that asks nobody outside for anything. */
const QUIET = [
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
	// One shop and one emulator for all: journeys would change each other's.
	workers: 1,
	fullyParallel: false,
	forbidOnly: true,
	retries: 0,
	timeout: 90_000,
	expect: { timeout: ACTION_MS },
	reporter: 'list',
	use: {
		baseURL: shopEnv.baseUrl,
		storageState: shopEnv.session,
		locale: 'en-GB',
		timezoneId: 'Europe/Amsterdam',
		viewport: { width: 1280, height: 900 },
		actionTimeout: ACTION_MS,
		navigationTimeout: 30_000,
		permissions: [ 'clipboard-read', 'clipboard-write' ],
		screenshot: 'only-on-failure',
		// A trace keeps the whole order screen at each key: four times slower. `bin/test e2e -- --trace on` when needed.
		trace: 'off',
		launchOptions: {
			executablePath: shopEnv.chromium,
			// Chromium refuses its sandbox to root, which is who runs this on a fresh machine.
			args: [
				...QUIET,
				...( process.getuid?.() === 0 ? [ '--no-sandbox' ] : [] ),
			],
		},
	},
	projects: [ { name: shopEnv.storage } ],
} );
