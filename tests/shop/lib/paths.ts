import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { env } from './env.ts';

/** The repository's folder. */
export const ROOT = fileURLToPath(
	new URL( '../../..', import.meta.url )
).replace( /\/$/, '' );

/** Folder for files that are downloaded or built once per user. */
export const CACHE = join(
	env( 'XDG_CACHE_HOME' ) ?? join( homedir(), '.cache' ),
	'multisafepay-payment-links'
);

/** Name of the plugin's folder and main file. */
export const PLUGIN_SLUG = 'multisafepay-payment-links';
