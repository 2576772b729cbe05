import type { DemoOptions } from './demo-options.ts';
import { registerKey, EMULATOR_KEY, startEmulator } from './emulator.ts';
import type { Cleanup } from './lib/children.ts';
import { env } from './lib/env.ts';
import { freePort, isFree } from './lib/network.ts';
import { logProgress, logWarning } from './lib/progress.ts';
import { buildPlugin } from './plugin-build.ts';
import { startShop } from './site/shop.ts';
import { createRecipe } from './sources/recipe.ts';
import { ensureShopPhp } from './system/requirements.ts';

export const DEMO_USER = 'sam';
export const DEMO_PASSWORD = 'password';

const DEFAULT_PORT = 8890;
const WORKERS = 8;

/** What `bin/demo --json` prints. */
export interface DemoInfo {
	readonly url: string;
	readonly user: string;
	readonly password: string;
	readonly order_id: number;
	readonly order_edit_url: string;
	readonly emulator_url: string | null;
	/** `real 10.5.0` or `stand-in 1.0.0`. */
	readonly woocommerce: string;
}

/** Starts the shop and the services that are needed to try the plugin. The cleanup stops them. */
export async function startDemo(
	options: DemoOptions,
	cleanup: Cleanup
): Promise< DemoInfo > {
	const port = await choosePort( options.port );
	await ensureShopPhp();
	await buildPlugin();
	const provider = await startProvider( cleanup );
	const shopRecipe = await createRecipe( 'sqlite', options.storage );
	logProgress( 'starting the shop' );
	const shop = await startShop(
		{
			recipe: shopRecipe,
			port,
			workers: WORKERS,
			cron: true,
			// The key is in the environment, as in shops that do not store keys in the database.
			storedKey: null,
			env: provider.env,
		},
		cleanup
	);
	const { kind, version } = shopRecipe.woocommerce;
	if ( kind === 'stand-in' ) {
		logWarning( 'this shop runs on the stand-in, not on WooCommerce' );
	}
	const id = shop.facts.ready;
	const screen =
		options.storage === 'hpos'
			? `admin.php?page=wc-orders&action=edit&id=${ id }`
			: `post.php?post=${ id }&action=edit`;
	return {
		url: shop.url,
		user: DEMO_USER,
		password: DEMO_PASSWORD,
		order_id: id,
		order_edit_url: `${ shop.url }/wp-admin/${ screen }`,
		emulator_url: provider.emulatorUrl,
		woocommerce: `${ kind } ${ version }`,
	};
}

async function choosePort( requested: number | null ): Promise< number > {
	if ( requested === null ) {
		return ( await isFree( DEFAULT_PORT ) ) ? DEFAULT_PORT : freePort();
	}
	if ( ! ( await isFree( requested ) ) ) {
		throw new Error(
			`Port ${ requested } of 127.0.0.1 is already used; try another --port`
		);
	}
	return requested;
}

async function startProvider( cleanup: Cleanup ): Promise< {
	env: Record< string, string >;
	emulatorUrl: string | null;
} > {
	if ( env( 'MULTISAFEPAY_PAYMENT_LINKS_API_URL' ) !== null ) {
		// The child processes inherit both variables from this environment.
		return { env: {}, emulatorUrl: null };
	}
	logProgress( 'starting the MultiSafepay emulator' );
	const emulator = await startEmulator( cleanup );
	const ownKey = env( 'MULTISAFEPAY_API_KEY_TEST' );
	if ( ownKey !== null ) {
		await registerKey( emulator, ownKey );
	}
	return {
		env: {
			MULTISAFEPAY_PAYMENT_LINKS_API_URL: emulator.apiUrl,
			MULTISAFEPAY_API_KEY_TEST: ownKey ?? EMULATOR_KEY,
		},
		emulatorUrl: emulator.url,
	};
}
