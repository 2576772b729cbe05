import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { webcrypto } from 'node:crypto';
import { TextDecoder, TextEncoder } from 'node:util';

// What a busy machine needs now and then; one second is the default.
configure( { asyncUtilTimeout: 15_000 } );

/*
 * What every browser has and jsdom leaves out.
 */
function provide( name: string, value: unknown ): void {
	if ( ! ( name in globalThis ) ) {
		Object.defineProperty( globalThis, name, {
			value,
			configurable: true,
			writable: true,
		} );
	}
}

provide( 'TextEncoder', TextEncoder );
provide( 'TextDecoder', TextDecoder );
provide(
	'ResizeObserver',
	class {
		observe() {}
		unobserve() {}
		disconnect() {}
	}
);
provide( 'matchMedia', ( media: string ) => ( {
	media,
	matches: false,
	addEventListener: () => undefined,
	removeEventListener: () => undefined,
	addListener: () => undefined,
	removeListener: () => undefined,
} ) );

Object.defineProperty( globalThis, 'crypto', {
	value: webcrypto,
	configurable: true,
	writable: true,
} );

document.documentElement.lang = 'en-US';
