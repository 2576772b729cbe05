import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports of outgoing connections, so that no connection can use the port before the server starts. */
const LOWEST_PORT = 20_000;
const HIGHEST_PORT = 32_000;

/** Returns a port of the loopback address that is free now. */
export async function freePort(): Promise< number > {
	for (;;) {
		const port = randomInt( LOWEST_PORT, HIGHEST_PORT );
		if ( await isFree( port ) ) {
			return port;
		}
	}
}

export function isFree( port: number ): Promise< boolean > {
	return new Promise( ( resolve ) => {
		const server = createServer();
		server.once( 'error', () => resolve( false ) );
		server.listen( port, '127.0.0.1', () =>
			server.close( () => resolve( true ) )
		);
	} );
}

/**
 * Waits until `isReady` returns true. Throws after the timeout.
 *
 * @param isReady Called repeatedly.
 * @param seconds Timeout.
 * @param subject Name for the error message.
 */
export async function waitUntil(
	isReady: () => Promise< boolean >,
	seconds: number,
	subject: string
): Promise< void > {
	const deadline = Date.now() + seconds * 1000;
	while ( ! ( await isReady() ) ) {
		if ( Date.now() > deadline ) {
			throw new Error( `${ subject } was not ready in ${ seconds } s` );
		}
		await new Promise( ( resolve ) => setTimeout( resolve, 60 ) );
	}
}
