import { screen, waitFor } from '@testing-library/react';

import {
	NEW_LINK,
	client,
	resetShop,
	sentBody,
} from '../../../shared/test/client';
import { button, showPanel } from '../../../shared/test/panel';
import { aLink } from '../../../shared/test/wire';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

beforeEach( resetShop );

const OPEN = aLink();

async function ask( links = [ OPEN ] ) {
	const user = showPanel( { links } );
	await user.click( button( 'Generate payment link' ) );
	return user;
}

const form = () => screen.findByRole( 'group', { name: /New payment link/ } );

it( 'asks what to do with an open link', async () => {
	await ask();

	expect( await screen.findByText( /they may pay twice/ ) ).toHaveFocus();
	expect( screen.queryByRole( 'group' ) ).toBeNull();
	expect( screen.getByText( 'PL-1001-1 for €80.00' ) ).toBeVisible();
} );

it( 'does not ask about links that cannot be paid', async () => {
	await ask( [
		aLink( { status: 'cancelled' } ),
		aLink( { id: 6, expires_at: '2020-01-01T00:00:00Z' } ),
	] );

	expect( await form() ).toBeVisible();
} );

it( 'offers to copy the open link', async () => {
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

it( 'replaces the open link', async () => {
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
		expect.objectContaining( { amount: 8000, cancel_original: true } )
	);
} );

it( 'keeps the open link and creates another', async () => {
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

it( 'returns to the button on cancel', async () => {
	const user = await ask();
	await user.click( await screen.findByRole( 'button', { name: 'Cancel' } ) );

	expect( button( 'Generate payment link' ) ).toHaveFocus();
} );

it( 'explains what is wrong with each stale link', async () => {
	await ask( [
		aLink( { id: 8, order_id: 'PL-1001-2', amount: 100, stale: true } ),
		OPEN,
	] );

	expect(
		await screen.findByText( /With several links for the same debt/ )
	).toBeVisible();
	// In the notice and in its row.
	expect( screen.getAllByText( /this link is for €1\.00/ ) ).toHaveLength(
		2
	);
	expect( button( /Replace with a new link: PL-1001-1/ ) ).toBeVisible();
} );
