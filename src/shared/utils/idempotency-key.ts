/** Creates a key that identifies one attempt to create a link. Repeated requests send the same key. */
export function createIdempotencyKey(): string {
	// `randomUUID` is missing on shops without HTTPS.
	if ( typeof crypto.randomUUID === 'function' ) {
		return crypto.randomUUID();
	}

	const bytes = crypto.getRandomValues( new Uint8Array( 16 ) );
	return Array.from( bytes, ( byte ) =>
		byte.toString( 16 ).padStart( 2, '0' )
	).join( '' );
}
