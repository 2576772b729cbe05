import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Child, type Cleanup } from '../lib/children.ts';
import { waitUntil } from '../lib/network.ts';
import { ROOT } from '../lib/paths.ts';
import { PHP_FLAGS } from './php.ts';

export interface ServerOptions {
	readonly docroot: string;
	readonly port: number;
	readonly workers: number;
	readonly env: Readonly< Record< string, string > >;
	readonly log: string;
	/** File where WordPress logs errors. */
	readonly debugLog: string;
}

/** Starts PHP's built-in web server on the loopback address and waits until the shop responds. */
export async function startServer(
	options: ServerOptions,
	cleanup: Cleanup
): Promise< void > {
	const address = `127.0.0.1:${ options.port }`;
	const server = new Child(
		'php -S',
		'php',
		[
			...PHP_FLAGS,
			'-S',
			address,
			'-t',
			options.docroot,
			join( ROOT, 'tests/shop/php/router.php' ),
		],
		{
			env: {
				...options.env,
				PHP_CLI_SERVER_WORKERS: String( options.workers ),
			},
			log: options.log,
			// On SIGTERM the parent exits without stopping its workers.
			stopSignal: 'SIGINT',
		}
	);
	cleanup.add( () => server.stop() );
	await waitUntil(
		async () => {
			if ( server.hasEnded ) {
				throw new Error( `php -S stopped; see ${ options.log }` );
			}
			const status = await fetchStatus( `http://${ address }/wp-json/` );
			if ( status >= 500 ) {
				throw new Error(
					`the shop returned ${ status }:\n${ await lastErrors(
						options.debugLog
					) }`
				);
			}
			return status === 200;
		},
		60,
		'the shop'
	);
}

/** Returns the HTTP status, or 0 without a response. */
function fetchStatus( url: string ): Promise< number > {
	return fetch( url, { signal: AbortSignal.timeout( 20_000 ) } ).then(
		( response ) => response.status,
		() => 0
	);
}

async function lastErrors( file: string ): Promise< string > {
	const log = await readFile( file, 'utf8' ).catch( () => 'nothing logged' );
	return log.trimEnd().split( '\n' ).slice( -20 ).join( '\n' );
}
