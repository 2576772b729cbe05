import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { webcrypto } from 'node:crypto';
import { TextDecoder, TextEncoder } from 'node:util';

import { setTestDate } from '../../src/shared/test/clock';
import { setCurrencyExponents } from '../../src/shared/utils/money';
import panelConfig from '../fixtures/wire/panel-config.json';

// The default of one second is too short for busy machines.
configure( { asyncUtilTimeout: 15_000 } );

/*
 * Defines browser APIs that jsdom does not have.
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
// Without animations: a popover is visible as soon as it is rendered, also on a busy machine.
provide( 'matchMedia', ( media: string ) => ( {
	media,
	matches: media.includes( 'prefers-reduced-motion' ),
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

beforeEach( () => {
	setTestDate();
	setCurrencyExponents( panelConfig.currency_exponents );
} );

afterEach( () => {
	jest.useRealTimers();
} );

// jsdom does not implement scrolling.
Element.prototype.scrollIntoView = () => undefined;
