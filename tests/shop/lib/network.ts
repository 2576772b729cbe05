import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports that systems give to outgoing connections: none of those takes it before our server does. */
const LOWEST_PORT = 20_000;
const HIGHEST_PORT = 32_000;

/** A port on the loopback address that is free now. */
export async function freePort(): Promise< number > {
	for (;;) {
		const port = randomInt( LOWEST_PORT, HIGHEST_PORT );
		if ( await isFree( port ) ) {
			return port;
		}
	}
}

/** Whether something may listen on this port of the loopback address. */
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
 * Asks again and again until `probe` says yes.
 *
 * @param probe   What to ask.
 * @param seconds Before it throws.
 * @param what    Named in the error.
 */
export async function until(
	probe: () => Promise< boolean >,
	seconds: number,
	what: string
): Promise< void > {
	const deadline = Date.now() + seconds * 1000;
	while ( ! ( await probe() ) ) {
		if ( Date.now() > deadline ) {
			throw new Error( `${ what } was not ready in ${ seconds } s` );
		}
		await new Promise( ( resolve ) => setTimeout( resolve, 60 ) );
	}
}
