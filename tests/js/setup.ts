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

configure( { asyncUtilTimeout: 15_000 } );

document.documentElement.lang = 'en-US';

/* The examples of the wire format have dates, and a test must not depend on the day it runs. All else keeps its pace. */
beforeEach( () => {
	jest.useFakeTimers( {
		now: new Date( '2026-11-24T10:00:00Z' ),
		doNotFake: [
			'cancelAnimationFrame',
			'cancelIdleCallback',
			'clearImmediate',
			'clearInterval',
			'clearTimeout',
			'hrtime',
			'nextTick',
			'performance',
			'queueMicrotask',
			'requestAnimationFrame',
			'requestIdleCallback',
			'setImmediate',
			'setInterval',
			'setTimeout',
		],
	} );
} );

afterEach( () => {
	jest.useRealTimers();
} );

// jsdom draws nothing, and so has nothing to scroll to.
Element.prototype.scrollIntoView = () => undefined;
