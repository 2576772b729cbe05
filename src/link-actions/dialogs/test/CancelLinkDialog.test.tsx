import { screen, waitFor } from '@testing-library/react';
import { speak } from '@wordpress/a11y';

import { readApiError } from '../api/error-body';
import { button, client, resetShop, showPanel } from '../test/panel';
import { aLink, aLinkWithEvents, wire } from '../test/wire';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

beforeEach( resetShop );

const OPEN = aLink( { expires_at: '2099-01-01T00:00:00Z' } );

async function ask() {
	const user = showPanel( { links: [ OPEN ] } );
	await user.click( button( 'Retire PL-1001-1' ) );
	await screen.findByRole( 'button', { name: 'Retire link' } );
	return user;
}

async function dialogIsGone(): Promise< void > {
	await waitFor( () => expect( screen.queryByRole( 'dialog' ) ).toBeNull() );
}

it( 'says what will happen, and nothing does when the link is kept', async () => {
	const user = await ask();
	expect( screen.getByRole( 'dialog' ) ).toHaveTextContent(
		/PL-1001-1 for €80\.00 will be cancelled at MultiSafepay, for good/
	);

	await user.click( button( 'Keep link' ) );

	await dialogIsGone();
	expect( client.retire ).not.toHaveBeenCalled();
	expect( button( 'Retire PL-1001-1' ) ).toHaveFocus();
} );

it( 'retires the link, says so and leaves the focus in its row', async () => {
	client.retire.mockResolvedValue( { ...OPEN, status: 'cancelled' } );
	const user = await ask();

	await user.click( button( 'Retire link' ) );

	await dialogIsGone();
	expect( client.retire ).toHaveBeenCalledWith( 7 );
	expect( screen.getByText( 'Cancelled' ) ).toBeVisible();
	expect( speak ).toHaveBeenCalledWith(
		'PL-1001-1 is retired. Nobody can pay it any more.'
	);
	expect( screen.getByRole( 'listitem' ) ).toHaveFocus();
} );

it( 'is busy meanwhile', async () => {
	client.retire.mockReturnValue( new Promise( () => undefined ) );
	const user = await ask();

	await user.dblClick( button( 'Retire link' ) );

	expect( button( 'Retiring…' ) ).toHaveAttribute( 'aria-disabled', 'true' );
	expect( client.retire ).toHaveBeenCalledTimes( 1 );
} );

it( 'says in the dialog why it did not work, and can be tried again', async () => {
	client.retire.mockRejectedValueOnce(
		readApiError( wire( 'error-unavailable.json' ) )
	);
	client.retire.mockResolvedValue( { ...OPEN, status: 'cancelled' } );
	const user = await ask();

	await user.click( button( 'Retire link' ) );
	expect( await screen.findByText( /did not answer/ ) ).toBeVisible();
	await user.click( button( 'Retire link' ) );

	await dialogIsGone();
} );

it( 'shows the payment when the customer was faster', async () => {
	client.retire.mockRejectedValue(
		readApiError( wire( 'error-link-not-open.json' ) )
	);
	client.read.mockResolvedValue(
		aLinkWithEvents( {
			status: 'completed',
			paid_at: '2026-11-24T12:00:00Z',
		} )
	);
	const user = await ask();

	await user.click( button( 'Retire link' ) );

	await dialogIsGone();
	expect( screen.getByText( 'Completed' ) ).toBeVisible();
	expect(
		screen.getByText( 'PL-1001-1 has been paid meanwhile: €80.00.' )
	).toBeVisible();
	expect( speak ).toHaveBeenCalledWith(
		'PL-1001-1 has been paid meanwhile.',
		'assertive'
	);
} );
