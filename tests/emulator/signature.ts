import { createHmac } from 'node:crypto';

const WINDOW_SECONDS = 600;

/**
 * The `Auth` header of a notification: base64 of `T:hex`, the HMAC taken over `T:` and the raw body.
 *
 * `key`: API key of the order's site.
 * `timestamp`: Unix seconds.
 * `body`: Exactly the bytes that are sent.
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

/**
 * Checks an `Auth` header the way a receiver has to; for the emulator's own tests.
 *
 * `now`: Unix seconds.
 */
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
