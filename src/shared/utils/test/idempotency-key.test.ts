import { webcrypto } from 'node:crypto';

import { createIdempotencyKey } from './idempotency-key';

// The server's own rule for a key.
const KEY = /^[A-Za-z0-9_-]{8,64}$/;

it( 'makes a new key each time', () => {
	const keys = new Set( Array.from( { length: 50 }, createIdempotencyKey ) );

	expect( keys.size ).toBe( 50 );
	expect( [ ...keys ].every( ( key ) => KEY.test( key ) ) ).toBe( true );
} );

it( 'makes keys on a shop without HTTPS, where randomUUID is missing', () => {
	const original = globalThis.crypto;
	Object.defineProperty( globalThis, 'crypto', {
		value: {
			getRandomValues: ( bytes: Uint8Array ) =>
				webcrypto.getRandomValues( bytes ),
		},
		configurable: true,
		writable: true,
	} );

	const [ first, second ] = [
		createIdempotencyKey(),
		createIdempotencyKey(),
	];

	Object.defineProperty( globalThis, 'crypto', {
		value: original,
		configurable: true,
		writable: true,
	} );
	expect( first ).toMatch( KEY );
	expect( second ).not.toBe( first );
} );
