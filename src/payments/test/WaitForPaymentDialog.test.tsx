import { act, render, screen } from '@testing-library/react';
import { speak } from '@wordpress/a11y';
import { useState } from '@wordpress/element';

import { ApiError } from '../api/errors';
import type { Link } from '../api/schemas';
import { client, resetShop } from '../test/panel';
import { aConfig, aLink } from '../test/wire';
import WaitingDialog from './WaitingDialog';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

const OPEN = aLink( { expires_at: '2999-12-24T10:00:00Z' } );
const close = jest.fn();

/** Keeps the link as the panel does. */
function Panel( { first }: { first: Link } ) {
	const [ link, setLink ] = useState( first );

	return (
		<WaitingDialog
			link={ link }
			config={ aConfig( { poll_seconds: 2 } ) }
			client={ client }
			showLink={ setLink }
			close={ close }
		/>
	);
}

function show( first: Link = OPEN ) {
	return render( <Panel first={ first } /> );
}

async function pass( seconds: number ): Promise< void > {
	await act( () => jest.advanceTimersByTimeAsync( seconds * 1000 ) );
}

beforeEach( () => {
	resetShop();
	jest.useFakeTimers();
	client.refresh.mockResolvedValue( OPEN );
} );

afterEach( () => jest.useRealTimers() );

it( 'turns by itself when the customer has paid, and says so aloud', async () => {
	show();
	expect( screen.getByRole( 'img', { name: /QR code/ } ) ).toBeVisible();
	expect( screen.getByText( /Waiting for the customer/ ) ).toBeVisible();
	await pass( 2 );
	expect( screen.getByText( /Checked at/ ) ).toBeVisible();
	expect( speak ).not.toHaveBeenCalled();

	client.refresh.mockResolvedValue( { ...OPEN, status: 'completed' } );
	await pass( 3 );

	expect( screen.getByRole( 'heading', { name: 'Paid' } ) ).toHaveFocus();
	expect( screen.queryByRole( 'img' ) ).toBeNull();
	expect( speak ).toHaveBeenCalledTimes( 1 );
	expect( speak ).toHaveBeenCalledWith(
		'Payment link PL-1001-1 is paid: €80.00.',
		'assertive'
	);
} );

it( 'says once that a try was declined, and goes on', async () => {
	client.refresh.mockResolvedValue( { ...OPEN, status: 'declined' } );
	show();
	await pass( 10 );

	expect( screen.getByText( /last try was declined/ ) ).toBeVisible();
	expect( speak ).toHaveBeenCalledTimes( 1 );
	expect( client.refresh.mock.calls.length ).toBeGreaterThan( 1 );
} );

it( 'warns to hand anything over while the payment is reviewed', async () => {
	client.refresh.mockResolvedValue( { ...OPEN, status: 'uncleared' } );
	show();
	await pass( 2 );

	expect( screen.getByText( /Do not hand anything over yet/ ) ).toBeVisible();
	expect( screen.queryByRole( 'img' ) ).toBeNull();
} );

it( 'takes the code away when the link was retired by somebody else', async () => {
	client.refresh.mockResolvedValue( { ...OPEN, status: 'cancelled' } );
	show();
	await pass( 2 );

	expect( screen.getByText( /cannot be paid now/ ) ).toBeVisible();
	expect( screen.queryByRole( 'img' ) ).toBeNull();
} );

it( 'shows trouble, says it once, and forgets it with the next answer', async () => {
	const trouble = new ApiError( {
		code: 'fetch_error',
		message: 'No answer.',
	} );
	client.refresh
		.mockRejectedValueOnce( trouble )
		.mockRejectedValueOnce( trouble );
	show();
	await pass( 5 );
	expect( screen.getByText( 'No answer.' ) ).toBeVisible();
	expect( speak ).toHaveBeenCalledTimes( 1 );

	await pass( 5 );
	expect( screen.queryByText( 'No answer.' ) ).toBeNull();
} );

it( 'stops looking after a quarter of an hour, until it is told to check', async () => {
	show();
	await pass( 16 * 60 );
	expect( screen.getByText( /has stopped looking/ ) ).toBeVisible();

	const soFar = client.refresh.mock.calls.length;
	act( () => screen.getByRole( 'button', { name: 'Check now' } ).click() );
	await pass( 0 );
	expect( client.refresh ).toHaveBeenCalledTimes( soFar + 1 );
	expect( screen.getByText( /Waiting for the customer/ ) ).toBeVisible();
} );

it( 'asks nothing of a link that was paid before', async () => {
	show( { ...OPEN, status: 'completed' } );
	await pass( 60 );

	expect( screen.getByRole( 'heading', { name: 'Paid' } ) ).toBeVisible();
	expect( client.refresh ).not.toHaveBeenCalled();
} );

it( 'stops with the window', async () => {
	const { unmount } = show();
	await pass( 2 );
	unmount();
	await pass( 60 );

	expect( client.refresh ).toHaveBeenCalledTimes( 1 );
	expect( client.refresh.mock.calls[ 0 ]?.[ 1 ]?.aborted ).toBe( true );
} );
