import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { batchClient } from '../../../batches/client';
import { phoneOrderClient } from '../../../new-orders/phone-order/client';
import { ApiError } from '../../../shared/api/errors';
import { paymentLinksClient } from '../../../shared/api/payment-links';
import { aLinksConfig } from '../../../shared/test/links';
import { aLink } from '../../../shared/test/wire';
import type { LinksPageClient } from '../../client';
import type { LinksConfig } from '../../config';
import { LinksPage } from '../LinksPage';

const CONFIG = aLinksConfig();

function aClient( changes: Partial< LinksPageClient > = {} ): LinksPageClient {
	return {
		list: jest.fn( () => Promise.resolve( CONFIG.page ) ),
		totals: jest.fn( () =>
			Promise.resolve( [
				{
					state: 'open' as const,
					environment: 'live' as const,
					currency: 'EUR',
					count: 7,
					amount: 8000,
				},
			] )
		),
		hideColumns: jest.fn( () => Promise.resolve() ),
		...changes,
	};
}

function show( list: LinksPageClient, config = CONFIG ) {
	render(
		<LinksPage
			config={ config }
			client={ paymentLinksClient }
			phoneOrders={ phoneOrderClient }
			list={ list }
			batches={ { ...batchClient, list: () => Promise.resolve( [] ) } }
		/>
	);
}

beforeEach( () => window.history.replaceState( null, '', '/' ) );

it( 'shows the first page without a request, and totals', async () => {
	const list = aClient();
	show( list );

	expect( screen.getByText( aLink().order_id ) ).toBeInTheDocument();
	expect( await screen.findByText( 'Open: 7' ) ).toBeInTheDocument();
	expect( list.list ).not.toHaveBeenCalled();
} );

it( 'loads the filtered page and updates the URL', async () => {
	const list = aClient( {
		list: () => Promise.resolve( { links: [], total: 0, has_more: false } ),
	} );
	show( list );
	await userEvent.selectOptions( screen.getByLabelText( 'Status' ), 'Paid' );

	expect( await screen.findByText( /No payment links fit/ ) ).toBeVisible();
	expect( window.location.search ).toBe(
		'?page=multisafepay-payment-links&status=completed%2Cpartial_refunded'
	);
	expect(
		screen.getByRole( 'link', { name: 'Download as CSV' } )
	).toHaveAttribute(
		'href',
		'/export?_wpnonce=1&status=completed%2Cpartial_refunded'
	);
} );

it( 'shows why loading failed and can be retried', async () => {
	const answer = jest
		.fn< Promise< LinksConfig[ 'page' ] >, [] >()
		.mockRejectedValueOnce(
			new ApiError( { code: 'fetch_error', message: 'No answer.' } )
		)
		.mockResolvedValue( CONFIG.page );
	show( aClient( { list: answer } ) );
	await userEvent.click(
		screen.getByRole( 'button', { name: 'Sort by Amount' } )
	);
	await userEvent.click(
		await screen.findByRole( 'button', { name: 'Try again' } )
	);

	await waitFor( () =>
		expect(
			screen.queryByRole( 'button', { name: 'Try again' } )
		).not.toBeInTheDocument()
	);
	expect( answer ).toHaveBeenCalledTimes( 2 );
} );

it( 'hides a column and saves the preference', async () => {
	const list = aClient();
	show( list );
	await userEvent.click( screen.getByRole( 'button', { name: 'Columns' } ) );
	await userEvent.click(
		await screen.findByRole( 'checkbox', { name: 'Made by' } )
	);

	expect( list.hideColumns ).toHaveBeenCalledWith( [ 'created_by' ] );
	expect(
		screen.queryByRole( 'columnheader', { name: 'Made by' } )
	).not.toBeInTheDocument();
} );

it( 'shows when there are more links than were counted', async () => {
	show( aClient(), {
		...CONFIG,
		page: { ...CONFIG.page, total: 10000, has_more: true },
	} );

	await screen.findByText( 'Open: 7' );
	expect(
		screen.getByText( 'More than 10000 links, page 1 of 500' )
	).toBeInTheDocument();
} );

it( 'offers a new link to users who can create orders', async () => {
	show( aClient(), aLinksConfig( [] ) );
	await screen.findByText( 'Open: 7' );

	expect(
		screen.getByText( /Press “New payment link” for a payment by phone/ )
	).toBeInTheDocument();
	expect(
		screen.getByRole( 'button', { name: 'New payment link' } )
	).toBeInTheDocument();
} );

it( 'offers no new link to users who cannot create orders', async () => {
	show( aClient(), { ...aLinksConfig( [] ), can_create_orders: false } );
	await screen.findByText( 'Open: 7' );

	expect(
		screen.queryByRole( 'button', { name: 'New payment link' } )
	).toBeNull();
	expect(
		screen.getByText( /^No payment links yet\. Open an order/ )
	).toBeInTheDocument();
} );
