import { act, render, screen } from '@testing-library/react';
import { speak } from '@wordpress/a11y';
import { useState } from '@wordpress/element';

import { ApiError } from '../../shared/api/errors';
import type { Link } from '../../shared/api/schemas';
import { client, resetShop } from '../../shared/test/client';
import { aConfig, aLink } from '../../shared/test/wire';
import WaitForPaymentDialog from '../WaitForPaymentDialog';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

const OPEN = aLink( { expires_at: '2999-12-24T10:00:00Z' } );
const close = jest.fn();

/** Keeps the link in its state, as the panel does. */
function Panel( { initialLink }: { initialLink: Link } ) {
	const [ link, setLink ] = useState( initialLink );

	return (
		<WaitForPaymentDialog
			link={ link }
			config={ aConfig( { poll_seconds: 2 } ) }
			client={ client }
			showLink={ setLink }
			close={ close }
		/>
	);
}

function show( initialLink: Link = OPEN ) {
	return render( <Panel initialLink={ initialLink } /> );
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

it( 'shows and announces the payment', async () => {
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

it( 'announces a declined payment once and continues', async () => {
	client.refresh.mockResolvedValue( { ...OPEN, status: 'declined' } );
	show();
	await pass( 10 );

	expect( screen.getByText( /last try was declined/ ) ).toBeVisible();
	expect( speak ).toHaveBeenCalledTimes( 1 );
	expect( client.refresh.mock.calls.length ).toBeGreaterThan( 1 );
} );

it( 'warns while the payment is reviewed', async () => {
	client.refresh.mockResolvedValue( { ...OPEN, status: 'uncleared' } );
	show();
	await pass( 2 );

	expect( screen.getByText( /Do not hand anything over yet/ ) ).toBeVisible();
	expect( screen.queryByRole( 'img' ) ).toBeNull();
} );

it( 'hides the QR code when the link was cancelled', async () => {
	client.refresh.mockResolvedValue( { ...OPEN, status: 'cancelled' } );
	show();
	await pass( 2 );

	expect( screen.getByText( /cannot be paid now/ ) ).toBeVisible();
	expect( screen.queryByRole( 'img' ) ).toBeNull();
} );

it( 'shows an error, announces it once and removes it after a success', async () => {
	const error = new ApiError( {
		code: 'fetch_error',
		message: 'No answer.',
	} );
	client.refresh
		.mockRejectedValueOnce( error )
		.mockRejectedValueOnce( error );
	show();
	await pass( 5 );
	expect( screen.getByText( 'No answer.' ) ).toBeVisible();
	expect( speak ).toHaveBeenCalledTimes( 1 );

	await pass( 5 );
	expect( screen.queryByText( 'No answer.' ) ).toBeNull();
} );

it( 'stops after 15 minutes and can be restarted', async () => {
	show();
	await pass( 16 * 60 );
	expect( screen.getByText( /has stopped looking/ ) ).toBeVisible();

	const callsBefore = client.refresh.mock.calls.length;
	act( () => screen.getByRole( 'button', { name: 'Check now' } ).click() );
	await pass( 0 );
	expect( client.refresh ).toHaveBeenCalledTimes( callsBefore + 1 );
	expect( screen.getByText( /Waiting for the customer/ ) ).toBeVisible();
} );

it( 'sends no request for a link that is already paid', async () => {
	show( { ...OPEN, status: 'completed' } );
	await pass( 60 );

	expect( screen.getByRole( 'heading', { name: 'Paid' } ) ).toBeVisible();
	expect( client.refresh ).not.toHaveBeenCalled();
} );

it( 'stops when the dialog is closed', async () => {
	const { unmount } = show();
	await pass( 2 );
	unmount();
	await pass( 60 );

	expect( client.refresh ).toHaveBeenCalledTimes( 1 );
	expect( client.refresh.mock.calls[ 0 ]?.[ 1 ]?.aborted ).toBe( true );
} );
