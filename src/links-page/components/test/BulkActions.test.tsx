import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import type { BatchClient } from '../../../batches/client';
import { batchWithIssuesSchema, previewSchema } from '../../../batches/schemas';
import { phoneOrderClient } from '../../../new-orders/phone-order/client';
import { paymentLinksClient } from '../../../shared/api/payment-links';
import { aLinksConfig } from '../../../shared/test/links';
import { aLink, wire } from '../../../shared/test/wire';
import { LinksPage } from '../LinksPage';

const shop = {
	list: jest.fn< ReturnType< BatchClient[ 'list' ] >, [] >(),
	show: jest.fn(),
	preview: jest.fn(),
	start: jest.fn(),
	cancel: jest.fn(),
	retry: jest.fn(),
};
const ENDED = batchWithIssuesSchema.parse( wire( 'batch.json' ) );
const RUNNING = { ...ENDED, status: 'running' as const, finished_at: null };
const PREVIEW = previewSchema.parse( wire( 'batch-preview.json' ) );
const FIRST = aLink( { id: 1, order_id: 'PL-1-1' } );
const SECOND = aLink( { id: 2, order_id: 'PL-2-1' } );
const THIRD = aLink( { id: 3, order_id: 'PL-3-1' } );

const list = {
	list: jest.fn(),
	totals: jest.fn(),
	hideColumns: jest.fn(),
};

function show() {
	render(
		<LinksPage
			config={ aLinksConfig( [ FIRST, SECOND ], 21 ) }
			client={ paymentLinksClient }
			phoneOrders={ phoneOrderClient }
			list={ list }
			batches={ shop }
		/>
	);
	return userEvent.setup();
}

function box( name: string ): HTMLElement {
	return screen.getByRole( 'checkbox', { name } );
}

const ALL = 'Select all links on this page';

beforeEach( () => {
	window.history.replaceState( null, '', '/' );
	window.localStorage.clear();
	list.list.mockResolvedValue( {
		links: [ SECOND, THIRD ],
		total: 21,
		has_more: false,
	} );
	list.totals.mockResolvedValue( [] );
	shop.list.mockResolvedValue( [] );
	shop.show.mockResolvedValue( ENDED );
	shop.preview.mockResolvedValue( PREVIEW );
	shop.start.mockResolvedValue( RUNNING );
} );

it( 'counts selected links and hides the actions without a selection', async () => {
	const user = show();
	const group = screen.getByRole( 'group', { name: 'Selected links' } );
	expect( within( group ).queryByRole( 'button' ) ).toBeNull();

	await user.click( box( 'Select PL-1-1' ) );
	expect( within( group ).getByRole( 'status' ) ).toHaveTextContent(
		'1 link selected'
	);
	expect( box( ALL ) ).toBePartiallyChecked();

	await user.click( box( ALL ) );
	expect( within( group ).getByRole( 'status' ) ).toHaveTextContent(
		'2 links selected'
	);
	expect( box( 'Select PL-2-1' ) ).toBeChecked();

	await user.click( box( ALL ) );
	expect( within( group ).queryByRole( 'button' ) ).toBeNull();
} );

it( 'deselects links that leave the page', async () => {
	const user = show();
	await user.click( box( ALL ) );
	await user.click( screen.getByRole( 'button', { name: 'Next page' } ) );

	expect( await screen.findByText( '1 link selected' ) ).toBeInTheDocument();
	expect( box( 'Select PL-2-1' ) ).toBeChecked();
	expect( box( 'Select PL-3-1' ) ).not.toBeChecked();
} );

it( 'starts a batch for the selected links and reloads the list when it has finished', async () => {
	const user = show();
	await user.click( box( ALL ) );
	await user.click( screen.getByRole( 'button', { name: 'Cancel links' } ) );
	await user.click(
		await screen.findByRole( 'button', { name: 'Do not start' } )
	);
	expect( box( 'Select PL-1-1' ) ).toBeChecked();

	await user.click( screen.getByRole( 'button', { name: 'Cancel links' } ) );
	expect(
		await screen.findByRole( 'dialog', {
			name: 'Cancel payment links: 2 payment links',
		} )
	).toBeInTheDocument();
	await screen.findByText( /will be done/ );
	await user.click( screen.getByRole( 'button', { name: 'Start' } ) );

	await waitFor( () =>
		expect( shop.start ).toHaveBeenCalledWith(
			{ action: 'cancel', target: 'link_ids', ids: [ 1, 2 ] },
			expect.anything(),
			expect.anything()
		)
	);
	await waitFor( () => expect( box( ALL ) ).not.toBeChecked() );
	expect( list.list ).not.toHaveBeenCalled();
	// The buttons were removed, so the progress has the focus.
	const progress = await screen.findByRole( 'progressbar' );
	expect( progress.closest( '.msp-payment-links-batches' ) ).toHaveFocus();

	shop.list.mockResolvedValue( [ ENDED ] );
	document.dispatchEvent( new Event( 'visibilitychange' ) );
	expect( await screen.findByText( 'PL-3-1' ) ).toBeInTheDocument();
	expect( list.list ).toHaveBeenCalledTimes( 1 );
} );

it( 'creates links for the unique orders of the selected links', async () => {
	list.list.mockResolvedValue( {
		links: [ FIRST, SECOND, THIRD ].map( ( link, at ) => ( {
			...link,
			wc_order_id: at < 2 ? 71 : 72,
		} ) ),
		total: 3,
		has_more: false,
	} );
	const user = show();
	await user.click( screen.getByRole( 'button', { name: 'Next page' } ) );
	await screen.findByText( 'PL-3-1' );
	await user.click( box( ALL ) );
	await user.click( screen.getByRole( 'button', { name: 'Create' } ) );
	await screen.findByText( /will be done/ );
	await user.click( screen.getByRole( 'button', { name: 'Start' } ) );

	await waitFor( () =>
		expect( shop.start ).toHaveBeenCalledWith(
			{ action: 'create', target: 'wc_order_ids', ids: [ 71, 72 ] },
			expect.anything(),
			expect.anything()
		)
	);
} );
