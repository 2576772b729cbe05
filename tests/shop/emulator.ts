import { join } from 'node:path';
import { z } from 'zod';
import { Child, type Cleanup } from './lib/children.ts';
import { ROOT } from './lib/paths.ts';

/** API key of the emulator's default site. */
export const EMULATOR_KEY = 'emulator-key-main-0000000000000000000000000001';

const readySchema = z.object( { url: z.url(), api_url: z.url() } );

export interface Emulator {
	readonly url: string;
	/** Base address of its API, for MULTISAFEPAY_PAYMENT_LINKS_API_URL. */
	readonly apiUrl: string;
}

/** Starts the MultiSafepay emulator on a free port. */
export async function startEmulator( cleanup: Cleanup ): Promise< Emulator > {
	const child = new Child(
		'the emulator',
		process.execPath,
		[
			'--import',
			'tsx',
			join( ROOT, 'tests/emulator/main.ts' ),
			'--port',
			'0',
			'--json',
		],
		{ cwd: ROOT }
	);
	cleanup.add( () => child.stop() );
	const ready: unknown = JSON.parse( await child.firstLine( 30_000 ) );
	const { url, api_url: apiUrl } = readySchema.parse( ready );
	return { url, apiUrl };
}

/**
 * Creates a site with this API key. The key is not passed on the command line, which other users of the machine can
 * read.
 */
export async function registerKey(
	emulator: Emulator,
	key: string
): Promise< void > {
	const response = await fetch( `${ emulator.url }/_emu/sites`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify( { api_key: key } ),
	} );
	if ( ! response.ok && key !== EMULATOR_KEY ) {
		throw new Error(
			`The emulator rejected the key of MULTISAFEPAY_API_KEY_TEST (${ response.status })`
		);
	}
}
