import { screen, waitFor, within } from '@testing-library/react';

import { ApiError } from '../../../shared/api/errors';
import { NEW_LINK, client, resetShop } from '../../../shared/test/client';
import { button, createAnother, showPanel } from '../../../shared/test/panel';
import { aDraft, aLink } from '../../../shared/test/wire';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

const ORIGINAL = aLink( { expires_at: null } );
const DUPLICATE = { ...NEW_LINK, duplicate_of: ORIGINAL.id };

beforeEach( () => {
	resetShop();
	client.linkDraft.mockResolvedValue(
		aDraft( { description: 'Second half', order_id: 'PL-1001-2' } )
	);
	client.duplicateLink.mockResolvedValue( DUPLICATE );
} );

async function openDuplicate() {
	const user = showPanel( { links: [ ORIGINAL ] } );
	await user.click( button( 'Duplicate PL-1001-1' ) );
	const form = within(
		await screen.findByRole( 'group', {
			name: 'New payment link like PL-1001-1',
		} )
	);
	return { user, form };
}

function cancelOriginal(): HTMLElement {
	return screen.getByRole( 'checkbox', { name: /^Cancel PL-1001-1/ } );
}

it( 'opens the form with the values of the link and moves the focus to it', async () => {
	const { form } = await openDuplicate();

	expect( form.getByRole( 'heading', { level: 3 } ) ).toHaveFocus();
	expect( form.getByRole( 'textbox', { name: 'Description' } ) ).toHaveValue(
		'Second half'
	);
	expect( client.linkDraft ).toHaveBeenCalledWith( ORIGINAL.id );
} );

it( 'cancels the original by default and shows its status', async () => {
	client.list.mockResolvedValue( [
		DUPLICATE,
		{ ...ORIGINAL, status: 'cancelled' },
	] );
	const { user } = await openDuplicate();
	expect( cancelOriginal() ).toBeChecked();
	await user.click( button( 'Generate link' ) );

	expect(
		await screen.findAllByText( /PL-1001-1 is cancelled/ )
	).not.toHaveLength( 0 );
	expect( client.duplicateLink ).toHaveBeenCalledWith(
		ORIGINAL.id,
		expect.objectContaining( { cancel_original: true } )
	);
	expect( client.create ).not.toHaveBeenCalled();
} );

it( 'keeps the original on request', async () => {
	client.list.mockResolvedValue( [ DUPLICATE, ORIGINAL ] );
	const { user } = await openDuplicate();
	await user.click( cancelOriginal() );
	await user.click( button( 'Generate link' ) );

	expect(
		await screen.findAllByText( /PL-1001-1 stays open/ )
	).not.toHaveLength( 0 );
	expect( client.duplicateLink ).toHaveBeenCalledWith(
		ORIGINAL.id,
		expect.objectContaining( { cancel_original: false } )
	);
} );

it( 'shows in form and row that the original was paid in the meantime', async () => {
	client.duplicateLink.mockRejectedValueOnce(
		new ApiError( {
			code: 'order_already_paid',
			message: 'This order is paid already.',
			status: 409,
		} )
	);
	client.list.mockResolvedValue( [ { ...ORIGINAL, status: 'completed' } ] );
	const { user } = await openDuplicate();
	await user.click( button( 'Generate link' ) );

	expect(
		await screen.findByText(
			'PL-1001-1 cannot be paid any more. Status: Completed.'
		)
	).toBeVisible();
	expect( screen.queryByRole( 'checkbox', { name: /^Cancel/ } ) ).toBeNull();
	expect( screen.getByRole( 'listitem' ) ).toHaveTextContent( 'Completed' );
	await waitFor( () =>
		expect(
			screen.getByRole( 'checkbox', { name: /will pay more/ } )
		).toHaveFocus()
	);
} );

it( 'sends the same key again after a failure', async () => {
	client.duplicateLink.mockRejectedValueOnce(
		new ApiError( { code: 'fetch_error', message: 'No answer.' } )
	);
	client.list.mockResolvedValue( [ ORIGINAL ] );
	const { user } = await openDuplicate();
	await user.click( button( 'Generate link' ) );
	await screen.findAllByText( /No answer\./ );
	await user.click( button( 'Generate link' ) );
	await screen.findAllByText( /PL-1001-2 for €80\.00 is ready/ );

	const keys = client.duplicateLink.mock.calls.map(
		( [ , body ] ) => body.idempotency_key
	);
	expect( keys ).toHaveLength( 2 );
	expect( new Set( keys ).size ).toBe( 1 );
} );

it( 'does not replace an open form', async () => {
	const user = showPanel( { links: [ ORIGINAL ] } );
	await createAnother( user );
	await user.click( button( 'Duplicate PL-1001-1' ) );

	expect(
		screen.getByText( 'Finish or cancel the open form first.' )
	).toBeVisible();
	expect( client.linkDraft ).not.toHaveBeenCalled();
} );

it( 'shows why the draft cannot be loaded', async () => {
	client.linkDraft.mockRejectedValueOnce(
		new ApiError( {
			code: 'rest_order_not_found',
			message: 'This order does not exist any more.',
			status: 404,
		} )
	);
	const user = showPanel( { links: [ ORIGINAL ] } );
	await user.click( button( 'Duplicate PL-1001-1' ) );

	expect(
		await screen.findByText( 'This order does not exist any more.' )
	).toBeVisible();
} );
