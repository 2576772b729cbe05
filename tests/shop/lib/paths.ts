import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { env } from './env.ts';

/** The checkout. */
export const ROOT = fileURLToPath(
	new URL( '../../..', import.meta.url )
).replace( /\/$/, '' );

/** Everything that is fetched or built once per user. */
export const CACHE = join(
	env( 'XDG_CACHE_HOME' ) ?? join( homedir(), '.cache' ),
	'multisafepay-payment-links'
);

/** Folder and file name under which WordPress knows this plugin. */
export const PLUGIN_SLUG = 'multisafepay-payment-links';
