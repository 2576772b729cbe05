import { words } from './progress.ts';

const CONNECT_MS = 8000;
const TOTAL_MS = 120_000;

// One failed connection is enough: a machine without internet should not wait for each address in turn.
const unreachable = new Set< string >();

/**
 * Fetches a public file within a short time; throws when the host cannot be reached or refuses.
 *
 * @param url Address.
 */
export async function download( url: string ): Promise< Uint8Array > {
	const site = new URL( url ).hostname.split( '.' ).slice( -2 ).join( '.' );
	if ( unreachable.has( site ) ) {
		throw new Error( `${ site } cannot be reached` );
	}
	const controller = new AbortController();
	const timers = [ CONNECT_MS, TOTAL_MS ].map( ( milliseconds ) =>
		setTimeout( () => controller.abort(), milliseconds )
	);
	try {
		const response = await fetch( url, {
			signal: controller.signal,
		} ).catch( ( error: unknown ) => {
			unreachable.add( site );
			throw new Error(
				`${ site } cannot be reached (${ words( error ) })`
			);
		} );
		// It answers: from here on only the whole counts.
		clearTimeout( timers[ 0 ] );
		if ( ! response.ok ) {
			throw new Error( `${ url } answered ${ response.status }` );
		}
		return new Uint8Array( await response.arrayBuffer() );
	} finally {
		timers.forEach( clearTimeout );
	}
}
