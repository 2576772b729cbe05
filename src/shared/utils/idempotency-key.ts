/**
 * Makes a key that names one intent to create a link, however often it is sent.
 */
export function createIdempotencyKey(): string {
	// Browsers leave randomUUID out on a shop without HTTPS; random values are there all the same.
	if ( typeof crypto.randomUUID === 'function' ) {
		return crypto.randomUUID();
	}

	const bytes = crypto.getRandomValues( new Uint8Array( 16 ) );
	return Array.from( bytes, ( byte ) =>
		byte.toString( 16 ).padStart( 2, '0' )
	).join( '' );
}
