import { screen, within } from '@testing-library/react';

import { ApiError } from '../api/errors';
import type { LinkEvent } from '../api/schemas';
import { button, client, resetShop, showPanel } from '../test/panel';
import { aLinkWithEvents } from '../test/wire';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

beforeEach( resetShop );

async function openHistory() {
	const user = showPanel();
	await user.click( button( 'History of PL-1001-1' ) );
	return user;
}

function anEvent( changes: Partial< LinkEvent > ): LinkEvent {
	return {
		at: '2026-11-24T10:00:00Z',
		by: null,
		source: 'system',
		from: 'active',
		to: 'active',
		reason: 'provider_status',
		message: 'Reported by MultiSafepay.',
		detail: '',
		...changes,
	};
}

it( 'says who did what and when, in the time of the shop', async () => {
	client.read.mockResolvedValue( aLinkWithEvents() );
	await openHistory();

	const list = await screen.findByRole( 'list', { name: /History/ } );
	const [ made ] = within( list ).getAllByRole( 'listitem' );
	expect( made ).toHaveTextContent( 'Link created.' );
	expect( made ).toHaveTextContent( 'Status: from Being created to Active' );
	expect( made ).toHaveTextContent( /11:00:01.*(GMT\+1|CET)/ );
	expect( made ).toHaveTextContent( 'Sam de Boer' );
	expect( client.read ).toHaveBeenCalledTimes( 1 );
} );

it.each( [
	[
		{ reason: 'emailed', message: 'Sent by e-mail.', detail: 'a@b.nl' },
		/Sent by e-mail\.To a@b\.nl/,
	],
	[
		{ reason: 'shared', message: 'Shared.', detail: 'whatsapp' },
		/By WhatsApp/,
	],
	[ { reason: 'shared', detail: 'sms' }, /By text message/ ],
	[ { reason: 'shared', detail: 'copy' }, /As a copied message/ ],
	[ { source: 'provider' }, /MultiSafepay$/ ],
	[ { source: 'system' }, /The shop$/ ],
] as const )( 'tells %j', async ( changes, words ) => {
	client.read.mockResolvedValue(
		aLinkWithEvents( { events: [ anEvent( changes ) ] } )
	);
	await openHistory();

	const list = await screen.findByRole( 'list', { name: /History/ } );
	expect( list ).toHaveTextContent( words );
	expect( list ).not.toHaveTextContent( 'Status' );
} );

it( 'brings the row up to date', async () => {
	client.read.mockResolvedValue( aLinkWithEvents( { status: 'cancelled' } ) );
	await openHistory();

	expect( await screen.findByText( 'Cancelled' ) ).toBeVisible();
} );

it( 'says so when there is nothing', async () => {
	client.read.mockResolvedValue( aLinkWithEvents( { events: [] } ) );
	await openHistory();

	expect( await screen.findByText( /Nothing is known/ ) ).toBeVisible();
} );

it( 'says why it cannot be read, and tries again', async () => {
	client.read.mockRejectedValueOnce(
		new ApiError( { code: 'fetch_error', message: 'No answer.' } )
	);
	client.read.mockResolvedValue( aLinkWithEvents() );
	const user = await openHistory();

	expect( await screen.findByText( 'No answer.' ) ).toBeVisible();
	await user.click( button( 'Try again' ) );

	expect( await screen.findByText( 'Link created.' ) ).toBeVisible();
} );
