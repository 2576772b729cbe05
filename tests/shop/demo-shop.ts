import type { DemoOptions } from './demo-options.ts';
import { acceptKey, EMULATOR_KEY, startEmulator } from './emulator.ts';
import type { Cleanup } from './lib/children.ts';
import { env } from './lib/env.ts';
import { freePort, isFree } from './lib/network.ts';
import { say, shout } from './lib/progress.ts';
import { buildPlugin } from './plugin-build.ts';
import { startShop } from './site/shop.ts';
import { recipe } from './sources/recipe.ts';
import { needShopPhp } from './system/requirements.ts';

export const DEMO_USER = 'sam';
export const DEMO_PASSWORD = 'password';

const USUAL_PORT = 8890;
const WORKERS = 8;

/** What `bin/demo --json` prints. */
export interface Demo {
	readonly url: string;
	readonly user: string;
	readonly password: string;
	readonly order_id: number;
	readonly order_edit_url: string;
	readonly emulator_url: string | null;
	/** `real 10.5.0` or `stand-in 1.0.0`. */
	readonly woocommerce: string;
}

/**
 * Starts everything that a person needs to try the plugin.
 *
 * @param options Command line.
 * @param cleanup Takes what stops it again.
 */
export async function startDemo(
	options: DemoOptions,
	cleanup: Cleanup
): Promise< Demo > {
	const port = await chosenPort( options.port );
	await needShopPhp();
	await buildPlugin();
	const provider = await startProvider( cleanup );
	const ingredients = await recipe( 'sqlite', options.storage );
	say( 'starting the shop' );
	const shop = await startShop(
		{
			recipe: ingredients,
			port,
			workers: WORKERS,
			cron: true,
			// The environment has it, as in a shop that keeps keys out of the database.
			storedKey: null,
			env: provider.env,
		},
		cleanup
	);
	const { kind, version } = ingredients.woocommerce;
	if ( kind === 'stand-in' ) {
		shout( 'this shop runs on the stand-in, not on WooCommerce' );
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

async function chosenPort( wanted: number | null ): Promise< number > {
	if ( wanted === null ) {
		return ( await isFree( USUAL_PORT ) ) ? USUAL_PORT : freePort();
	}
	if ( ! ( await isFree( wanted ) ) ) {
		throw new Error(
			`Port ${ wanted } of 127.0.0.1 is taken; try another --port`
		);
	}
	return wanted;
}

async function startProvider( cleanup: Cleanup ): Promise< {
	env: Record< string, string >;
	emulatorUrl: string | null;
} > {
	if ( env( 'MULTISAFEPAY_PAYMENT_LINKS_API_URL' ) !== null ) {
		// Both are in our environment already, and so in that of every child.
		return { env: {}, emulatorUrl: null };
	}
	say( 'starting the MultiSafepay emulator' );
	const emulator = await startEmulator( cleanup );
	const ownKey = env( 'MULTISAFEPAY_API_KEY_TEST' );
	if ( ownKey !== null ) {
		await acceptKey( emulator, ownKey );
	}
	return {
		env: {
			MULTISAFEPAY_PAYMENT_LINKS_API_URL: emulator.apiUrl,
			MULTISAFEPAY_API_KEY_TEST: ownKey ?? EMULATOR_KEY,
		},
		emulatorUrl: emulator.url,
	};
}
