import { screen, within } from '@testing-library/react';
import { speak } from '@wordpress/a11y';

import { ApiError } from '../../../shared/api/errors';
import { client, resetShop } from '../../../shared/test/client';
import { button, showPanel } from '../../../shared/test/panel';
import { aLink } from '../../../shared/test/wire';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

beforeEach( resetShop );

describe( 'the list of links', () => {
	it( 'explains how to create a link while it is empty', () => {
		showPanel( { links: [] } );

		expect(
			screen.getByText( /No payment links yet. Press “Generate/ )
		).toBeVisible();
		expect( screen.queryByRole( 'list' ) ).toBeNull();
	} );

	it( 'shows status, environment, amount, order ID and expiry of a link', () => {
		showPanel();

		const row = screen.getByRole( 'listitem' );
		expect( row ).toHaveTextContent( 'Active' );
		expect( row ).toHaveTextContent( 'TEST' );
		expect( row ).toHaveTextContent( '€80.00' );
		expect( row ).toHaveTextContent( 'PL-1001-1' );
		expect( within( row ).getByText( /in 30 days/ ) ).toHaveAttribute(
			'datetime',
			'2026-12-24T10:00:00Z'
		);
	} );

	it.each( [
		[ 'expired', '2020-01-01T00:00:00Z' ],
		[ 'cancelled', '2099-01-01T00:00:00Z' ],
		[ 'completed', '2099-01-01T00:00:00Z' ],
	] as const )(
		'does not offer to copy a link that is %s',
		( status, expires ) => {
			showPanel( {
				links: [ aLink( { status, expires_at: expires } ) ],
			} );

			expect( screen.queryByRole( 'button', { name: /Copy/ } ) ).toBe(
				null
			);
			expect( screen.queryByRole( 'link' ) ).toBeNull();
		}
	);

	it( 'shows a link as expired when it expires while the page is open', () => {
		showPanel( {
			links: [ aLink( { expires_at: '2020-01-01T00:00:00Z' } ) ],
		} );

		expect( screen.getByRole( 'listitem' ) ).toHaveTextContent(
			/^Expired/
		);
		expect( screen.queryByRole( 'button', { name: /Copy/ } ) ).toBeNull();
	} );

	it( 'refreshes a link and announces its status', async () => {
		const paid = aLink( {
			status: 'completed',
			paid_at: '2026-11-24T12:00:00Z',
		} );
		client.refresh.mockResolvedValue( paid );
		client.list.mockResolvedValue( [ paid ] );
		const user = showPanel();
		await user.click( button( 'Refresh PL-1001-1' ) );

		expect( client.refresh ).toHaveBeenCalledWith( 7 );
		expect( await screen.findByText( 'Completed' ) ).toBeVisible();
		expect( speak ).toHaveBeenCalledWith( 'PL-1001-1: Completed' );
		expect( screen.getByText( /^Checked at MultiSafepay/ ) ).toBeVisible();
	} );

	it( 'shows in the row why a refresh failed', async () => {
		client.refresh.mockRejectedValue(
			new ApiError( {
				code: 'rest_link_not_found',
				message: 'This payment link does not exist.',
				status: 404,
			} )
		);
		const user = showPanel();
		await user.click( button( 'Refresh PL-1001-1' ) );

		expect(
			await screen.findByText( 'This payment link does not exist.' )
		).toBeVisible();
		expect( screen.getByText( 'Active' ) ).toBeVisible();
	} );
} );
