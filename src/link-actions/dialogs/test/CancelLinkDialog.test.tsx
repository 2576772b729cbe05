import { screen, waitFor } from '@testing-library/react';
import { speak } from '@wordpress/a11y';

import { readApiError } from '../../../shared/api/error-body';
import { client, resetShop } from '../../../shared/test/client';
import { button, showPanel } from '../../../shared/test/panel';
import { aLink, aLinkWithEvents, wire } from '../../../shared/test/wire';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

beforeEach( resetShop );

const OPEN = aLink( { expires_at: '2099-01-01T00:00:00Z' } );

async function openDialog() {
	const user = showPanel( { links: [ OPEN ] } );
	await user.click( button( 'Cancel link PL-1001-1' ) );
	await screen.findByRole( 'button', { name: 'Cancel link' } );
	return user;
}

async function dialogClosed(): Promise< void > {
	await waitFor( () => expect( screen.queryByRole( 'dialog' ) ).toBeNull() );
}

it( 'asks for confirmation and keeps the link on request', async () => {
	const user = await openDialog();
	expect( screen.getByRole( 'dialog' ) ).toHaveTextContent(
		/PL-1001-1 for €80\.00 will be cancelled at MultiSafepay, for good/
	);

	await user.click( button( 'Keep link' ) );

	await dialogClosed();
	expect( client.cancel ).not.toHaveBeenCalled();
	expect( button( 'Cancel link PL-1001-1' ) ).toHaveFocus();
} );

it( 'cancels the link, announces it and moves the focus to its row', async () => {
	client.cancel.mockResolvedValue( { ...OPEN, status: 'cancelled' } );
	const user = await openDialog();

	await user.click( button( 'Cancel link' ) );

	await dialogClosed();
	expect( client.cancel ).toHaveBeenCalledWith( 7 );
	expect( screen.getByText( 'Cancelled' ) ).toBeVisible();
	expect( speak ).toHaveBeenCalledWith(
		'PL-1001-1 is cancelled. Nobody can pay it any more.'
	);
	expect( screen.getByRole( 'listitem' ) ).toHaveFocus();
} );

it( 'disables the button during the request', async () => {
	client.cancel.mockReturnValue( new Promise( () => undefined ) );
	const user = await openDialog();

	await user.dblClick( button( 'Cancel link' ) );

	expect( button( 'Cancelling…' ) ).toHaveAttribute(
		'aria-disabled',
		'true'
	);
	expect( client.cancel ).toHaveBeenCalledTimes( 1 );
} );

it( 'shows why the request failed and can be retried', async () => {
	client.cancel.mockRejectedValueOnce(
		readApiError( wire( 'error-unavailable.json' ) )
	);
	client.cancel.mockResolvedValue( { ...OPEN, status: 'cancelled' } );
	const user = await openDialog();

	await user.click( button( 'Cancel link' ) );
	expect( await screen.findByText( /did not answer/ ) ).toBeVisible();
	await user.click( button( 'Cancel link' ) );

	await dialogClosed();
} );

it( 'shows the payment if the link was paid in the meantime', async () => {
	client.cancel.mockRejectedValue(
		readApiError( wire( 'error-link-not-open.json' ) )
	);
	const paid = aLinkWithEvents( {
		status: 'completed',
		paid_at: '2026-11-24T12:00:00Z',
	} );
	client.read.mockResolvedValue( paid );
	client.list.mockResolvedValue( [ paid ] );
	const user = await openDialog();

	await user.click( button( 'Cancel link' ) );

	await dialogClosed();
	expect( screen.getByText( 'Completed' ) ).toBeVisible();
	expect(
		screen.getByText( 'PL-1001-1 has been paid meanwhile: €80.00.' )
	).toBeVisible();
	expect( speak ).toHaveBeenCalledWith(
		'PL-1001-1 has been paid meanwhile.',
		'assertive'
	);
} );
