import { errorMessage } from './progress.ts';

const CONNECT_MS = 8000;
const TOTAL_MS = 120_000;

// After one failed connection the other addresses of a domain are not tried: without internet each would wait for its
// timeout.
const unreachableDomains = new Set< string >();

/** Fetches a public file. Throws when the host is not reachable or the response is not successful. */
export async function download( url: string ): Promise< Uint8Array > {
	const domain = new URL( url ).hostname.split( '.' ).slice( -2 ).join( '.' );
	if ( unreachableDomains.has( domain ) ) {
		throw new Error( `${ domain } is not reachable` );
	}
	const controller = new AbortController();
	const timers = [ CONNECT_MS, TOTAL_MS ].map( ( milliseconds ) =>
		setTimeout( () => controller.abort(), milliseconds )
	);
	try {
		const response = await fetch( url, {
			signal: controller.signal,
		} ).catch( ( error: unknown ) => {
			unreachableDomains.add( domain );
			throw new Error(
				`${ domain } is not reachable (${ errorMessage( error ) })`
			);
		} );
		// The host has responded: from now on only the total timeout applies.
		clearTimeout( timers[ 0 ] );
		if ( ! response.ok ) {
			throw new Error( `${ url } returned ${ response.status }` );
		}
		return new Uint8Array( await response.arrayBuffer() );
	} finally {
		timers.forEach( clearTimeout );
	}
}
