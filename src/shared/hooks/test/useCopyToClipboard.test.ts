import { act, renderHook } from '@testing-library/react';
import { speak } from '@wordpress/a11y';

import { useCopyToClipboard } from '../useCopyToClipboard';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

const URL = 'https://testpayv2.multisafepay.com/connect/x';

function browserWith( {
	clipboard,
	execCommand,
}: {
	clipboard?: () => Promise< void >;
	execCommand?: () => boolean;
} ): void {
	Object.defineProperty( navigator, 'clipboard', {
		value: clipboard && { writeText: clipboard },
		configurable: true,
	} );
	Object.defineProperty( document, 'execCommand', {
		value: execCommand,
		configurable: true,
	} );
}

async function copied() {
	const hook = renderHook( useCopyToClipboard );
	await act( () => hook.result.current.copy( URL ) );
	return hook;
}

afterEach( () => browserWith( {} ) );

it( 'copies and announces it', async () => {
	const writeText = jest.fn().mockResolvedValue( undefined );
	browserWith( { clipboard: writeText } );

	const { result } = await copied();

	expect( writeText ).toHaveBeenCalledWith( URL );
	expect( result.current.copyState ).toBe( 'copied' );
	expect( speak ).toHaveBeenCalledWith( 'Link copied.', 'polite' );
} );

it( 'resets the state after some seconds', async () => {
	jest.useFakeTimers();
	browserWith( { clipboard: () => Promise.resolve() } );

	const { result } = await copied();
	act( () => jest.advanceTimersByTime( 5000 ) );

	expect( result.current.copyState ).toBe( 'idle' );
	jest.useRealTimers();
} );

it.each( [
	[ 'has no clipboard, as on a shop without HTTPS', undefined ],
	[
		'forbids the clipboard',
		() => Promise.reject( new Error( 'NotAllowedError' ) ),
	],
] )( 'copies by selection where the browser %s', async ( _, clipboard ) => {
	let selected = '';
	browserWith( {
		...( clipboard && { clipboard } ),
		execCommand: () => {
			const { activeElement } = document;
			selected =
				activeElement instanceof HTMLTextAreaElement
					? activeElement.value
					: '';
			return true;
		},
	} );
	const button = document.createElement( 'button' );
	document.body.append( button );
	button.focus();

	const { result } = await copied();

	expect( selected ).toBe( URL );
	expect( result.current.copyState ).toBe( 'copied' );
	expect( document.querySelector( 'textarea' ) ).toBeNull();
	expect( button ).toHaveFocus();
	button.remove();
} );

it.each( [
	[ 'refuses', () => false ],
	[
		'throws',
		() => {
			throw new Error( 'no' );
		},
	],
	[ 'is missing', undefined ],
] )( 'announces a failure when every method %s', async ( _, execCommand ) => {
	browserWith( { ...( execCommand && { execCommand } ) } );

	const { result } = await copied();

	expect( result.current.copyState ).toBe( 'failed' );
	expect( speak ).toHaveBeenCalledWith(
		expect.stringMatching( /by hand/ ),
		'assertive'
	);
	expect( document.querySelector( 'textarea' ) ).toBeNull();
} );
