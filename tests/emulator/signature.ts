import { createHmac } from 'node:crypto';

const WINDOW_SECONDS = 600;

/**
 * Returns the `Auth` header of a notification: base64 of `timestamp:hex`. The HMAC uses the site's API key, and its
 * input is the Unix timestamp, a colon and the exact body.
 */
export function signNotification(
	key: string,
	timestamp: number,
	body: string
): string {
	const digest = createHmac( 'sha512', key.trim() )
		.update( `${ timestamp }:${ body }`, 'utf8' )
		.digest( 'hex' );
	return Buffer.from( `${ timestamp }:${ digest }` ).toString( 'base64' );
}

/** Verifies an `Auth` header like a receiver, for the emulator's own tests. `now` is in Unix seconds. */
export function verifyNotification(
	key: string,
	header: string,
	body: string,
	now: number
): boolean {
	const decoded = Buffer.from( header, 'base64' ).toString( 'utf8' );
	const timestamp = Number( decoded.split( ':', 1 )[ 0 ] );
	if (
		key.trim() === '' ||
		! Number.isSafeInteger( timestamp ) ||
		Math.abs( now - timestamp ) > WINDOW_SECONDS
	) {
		return false;
	}
	return header === signNotification( key, timestamp, body );
}
