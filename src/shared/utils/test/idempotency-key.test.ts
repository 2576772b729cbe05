import { webcrypto } from 'node:crypto';

import { createIdempotencyKey } from '../idempotency-key';

// The server validates keys with the same pattern.
const KEY = /^[A-Za-z0-9_-]{8,64}$/;

it( 'creates unique keys', () => {
	const keys = new Set( Array.from( { length: 50 }, createIdempotencyKey ) );

	expect( keys.size ).toBe( 50 );
	expect( [ ...keys ].every( ( key ) => KEY.test( key ) ) ).toBe( true );
} );

it( 'creates keys without randomUUID, as on shops without HTTPS', () => {
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
