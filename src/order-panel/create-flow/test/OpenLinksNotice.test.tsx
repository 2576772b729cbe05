import { screen, waitFor } from '@testing-library/react';

import {
	NEW_LINK,
	button,
	client,
	resetShop,
	sentBody,
	showPanel,
} from '../test/panel';
import { aLink } from '../test/wire';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

beforeEach( resetShop );

const OPEN = aLink();

async function ask( links = [ OPEN ] ) {
	const user = showPanel( { links } );
	await user.click( button( 'Generate payment link' ) );
	return user;
}

const form = () => screen.findByRole( 'group', { name: /New payment link/ } );

it( 'asks what to do with the link that can still be paid', async () => {
	await ask();

	expect( await screen.findByText( /they may pay twice/ ) ).toHaveFocus();
	expect( screen.queryByRole( 'group' ) ).toBeNull();
	expect( screen.getByText( 'PL-1001-1 for €80.00' ) ).toBeVisible();
} );

it( 'does not ask about links that nobody can pay', async () => {
	await ask( [
		aLink( { status: 'cancelled' } ),
		aLink( { id: 6, expires_at: '2020-01-01T00:00:00Z' } ),
	] );

	expect( await form() ).toBeVisible();
} );

it( 'lets the one there is be copied', async () => {
	const user = await ask();
	await screen.findByText( /they may pay twice/ );
	const [ copy ] = screen.getAllByRole( 'button', {
		name: 'Copy link PL-1001-1',
	} );
	await user.click( copy ?? document.body );

	await waitFor( async () =>
		expect( await navigator.clipboard.readText() ).toBe( OPEN.payment_url )
	);
	expect( client.create ).not.toHaveBeenCalled();
} );

it( 'replaces it: the new link first, then the old one goes', async () => {
	client.duplicateLink.mockResolvedValue( { ...NEW_LINK, duplicate_of: 7 } );
	client.list.mockResolvedValue( [
		{ ...NEW_LINK, duplicate_of: 7 },
		{ ...OPEN, status: 'cancelled' },
	] );
	const user = await ask();
	await user.click(
		await screen.findByRole( 'button', {
			name: /Replace with a new link: PL-1001-1/,
		} )
	);
	expect(
		await screen.findByRole( 'heading', {
			name: 'New payment link instead of PL-1001-1',
		} )
	).toHaveFocus();
	expect( screen.queryByText( /is still open: PL-1001-1/ ) ).toBeNull();

	await user.click( button( 'Generate link' ) );

	expect( await screen.findByText( 'Replaces PL-1001-1' ) ).toBeVisible();
	expect( client.create ).not.toHaveBeenCalled();
	expect( client.duplicateLink ).toHaveBeenCalledWith(
		7,
		expect.objectContaining( { amount: 8000, retire_original: true } )
	);
} );

it( 'keeps it and makes another', async () => {
	const user = await ask();
	await user.click(
		await screen.findByRole( 'button', {
			name: 'Keep it and make another',
		} )
	);
	await form();
	await user.click( button( 'Generate link' ) );

	await waitFor( () => expect( client.create ).toHaveBeenCalled() );
	expect( sentBody( 0 ).amount ).toBe( 8000 );
	expect( client.duplicateLink ).not.toHaveBeenCalled();
} );

it( 'steps back to the button', async () => {
	const user = await ask();
	await user.click( await screen.findByRole( 'button', { name: 'Cancel' } ) );

	expect( button( 'Generate payment link' ) ).toHaveFocus();
} );

it( 'says of a stale link what is wrong with it, for each of several', async () => {
	await ask( [
		aLink( { id: 8, order_id: 'PL-1001-2', amount: 100, stale: true } ),
		OPEN,
	] );

	expect(
		await screen.findByText( /With several links for the same debt/ )
	).toBeVisible();
	// Once beside the question, once in its row.
	expect( screen.getAllByText( /This link asks €1\.00/ ) ).toHaveLength( 2 );
	expect( button( /Replace with a new link: PL-1001-1/ ) ).toBeVisible();
} );
