import { screen, within } from '@testing-library/react';

import { ApiError } from '../../../shared/api/errors';
import type { LinkEvent } from '../../../shared/api/schemas';
import { client, resetShop } from '../../../shared/test/client';
import { button, showPanel } from '../../../shared/test/panel';
import { aLinkWithEvents } from '../../../shared/test/wire';

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

it( 'shows who did what and when, in the time zone of the shop', async () => {
	client.read.mockResolvedValue( aLinkWithEvents() );
	await openHistory();

	const list = await screen.findByRole( 'list', { name: /History/ } );
	const [ created ] = within( list ).getAllByRole( 'listitem' );
	expect( created ).toHaveTextContent( 'Link created.' );
	expect( created ).toHaveTextContent(
		'Status: from Being created to Active'
	);
	expect( created ).toHaveTextContent( /11:00:01.*(GMT\+1|CET)/ );
	expect( created ).toHaveTextContent( 'Sam de Boer' );
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
] as const )( 'shows the details of %j', async ( changes, text ) => {
	client.read.mockResolvedValue(
		aLinkWithEvents( { events: [ anEvent( changes ) ] } )
	);
	await openHistory();

	const list = await screen.findByRole( 'list', { name: /History/ } );
	expect( list ).toHaveTextContent( text );
	expect( list ).not.toHaveTextContent( 'Status' );
} );

it( 'updates the row of the link', async () => {
	client.read.mockResolvedValue( aLinkWithEvents( { status: 'cancelled' } ) );
	await openHistory();

	expect( await screen.findByText( 'Cancelled' ) ).toBeVisible();
} );

it( 'shows a message when there are no events', async () => {
	client.read.mockResolvedValue( aLinkWithEvents( { events: [] } ) );
	await openHistory();

	expect( await screen.findByText( /Nothing is known/ ) ).toBeVisible();
} );

it( 'shows why loading failed and can be retried', async () => {
	client.read.mockRejectedValueOnce(
		new ApiError( { code: 'fetch_error', message: 'No answer.' } )
	);
	client.read.mockResolvedValue( aLinkWithEvents() );
	const user = await openHistory();

	expect( await screen.findByText( 'No answer.' ) ).toBeVisible();
	await user.click( button( 'Try again' ) );

	expect( await screen.findByText( 'Link created.' ) ).toBeVisible();
} );
