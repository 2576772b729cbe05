import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { speak } from '@wordpress/a11y';

import { batchClient } from '../../../batches/client';
import { phoneOrderClient } from '../../../new-orders/phone-order/client';
import { ApiError } from '../../../shared/api/errors';
import { NEW_LINK, client, resetShop } from '../../../shared/test/client';
import { aLinksConfig } from '../../../shared/test/links';
import { aLink, anAlert } from '../../../shared/test/wire';
import { LinksPage } from '../LinksPage';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

const STALE = aLink( { expires_at: null, stale: true } );
const list = { list: jest.fn(), totals: jest.fn(), hideColumns: jest.fn() };

beforeEach( () => {
	resetShop();
	window.history.replaceState( null, '', '/' );
	list.totals.mockResolvedValue( [] );
	list.list.mockResolvedValue( {
		links: [ NEW_LINK, { ...STALE, status: 'cancelled', stale: false } ],
		total: 2,
		has_more: false,
	} );
} );

async function openMenu() {
	const user = userEvent.setup();
	render(
		<LinksPage
			config={ aLinksConfig( [ STALE ] ) }
			client={ client }
			phoneOrders={ phoneOrderClient }
			list={ list }
			batches={ { ...batchClient, list: () => Promise.resolve( [] ) } }
		/>
	);
	await user.click(
		screen.getByRole( 'button', { name: 'More for PL-1001-1' } )
	);
	return user;
}

function item( name: string ): HTMLElement {
	return screen.getByRole( 'menuitem', { name } );
}

it( 'offers the actions of the panel', async () => {
	await openMenu();

	expect(
		screen
			.getAllByRole( 'menuitem' )
			.map( ( { textContent } ) => textContent )
	).toEqual( [
		'Open link',
		'QR code',
		'Wait for payment',
		'Send',
		'Renew',
		'Refresh',
		'Duplicate',
		'History',
		'Cancel link',
	] );
	expect(
		screen.getByRole( 'button', { name: 'Copy link PL-1001-1' } )
	).toBeInTheDocument();
} );

it( 'opens the payment page in a new tab', async () => {
	const open = jest.spyOn( window, 'open' ).mockReturnValue( null );
	const user = await openMenu();
	await user.click( item( 'Open link' ) );

	expect( open ).toHaveBeenCalledWith(
		STALE.payment_url,
		'_blank',
		'noopener,noreferrer'
	);
} );

it( 'renews a stale link and reloads the list', async () => {
	client.duplicateLink.mockResolvedValue( NEW_LINK );
	const user = await openMenu();
	await user.click( item( 'Renew' ) );

	expect( await screen.findByText( 'PL-1001-2' ) ).toBeInTheDocument();
	expect( client.duplicateLink ).toHaveBeenCalledWith( STALE.id, {
		idempotency_key: expect.any( String ),
		renew: true,
		cancel_original: true,
	} );
	expect( speak ).toHaveBeenCalledWith( 'PL-1001-2 is made.' );
} );

it( 'shows why a link was not renewed, and reloads the list after a conflict', async () => {
	client.duplicateLink.mockRejectedValue(
		new ApiError( {
			code: 'order_already_paid',
			message: 'This order is paid already.',
			status: 409,
		} )
	);
	const user = await openMenu();
	await user.click( item( 'Renew' ) );

	expect(
		await screen.findByText( 'This order is paid already.' )
	).toBeVisible();
	await waitFor( () => expect( list.list ).toHaveBeenCalledTimes( 1 ) );
} );

it( 'does not offer to renew a link again when the list could not be reloaded', async () => {
	client.duplicateLink.mockResolvedValue( NEW_LINK );
	list.list.mockRejectedValueOnce(
		new ApiError( { code: 'fetch_error', message: 'No answer.' } )
	);
	const user = await openMenu();
	await user.click( item( 'Renew' ) );
	expect( await screen.findByText( 'No answer.' ) ).toBeVisible();

	await user.click(
		screen.getByRole( 'button', { name: 'More for PL-1001-1' } )
	);
	await waitFor( () => expect( item( 'Duplicate' ) ).toBeVisible() );
	expect( screen.queryByRole( 'menuitem', { name: 'Renew' } ) ).toBeNull();
} );

it( 'reloads the view that is shown when a renewal ends', async () => {
	let finish: ( link: typeof NEW_LINK ) => void = () => undefined;
	client.duplicateLink.mockReturnValue(
		new Promise( ( resolve ) => {
			finish = resolve;
		} )
	);
	const user = await openMenu();
	await user.click( item( 'Renew' ) );
	await user.click(
		screen.getByRole( 'button', { name: 'Sort by Amount' } )
	);
	await waitFor( () => expect( list.list ).toHaveBeenCalledTimes( 1 ) );
	finish( NEW_LINK );

	await waitFor( () => expect( list.list ).toHaveBeenCalledTimes( 2 ) );
	const [ first, second ] = list.list.mock.calls.map( ( [ view ] ) => view );
	expect( second ).toEqual( first );
	expect( second ).toMatchObject( { orderby: 'amount' } );
} );

it( 'shows an alert below its link, and acknowledges it', async () => {
	const resolved = aLink( { status: 'completed' } );
	const alert = anAlert();
	client.acknowledge.mockResolvedValue( resolved );
	const user = userEvent.setup();
	render(
		<LinksPage
			config={ aLinksConfig( [ { ...resolved, alert } ] ) }
			client={ client }
			phoneOrders={ phoneOrderClient }
			list={ list }
			batches={ { ...batchClient, list: () => Promise.resolve( [] ) } }
		/>
	);
	expect( screen.getByText( alert.message ) ).toBeVisible();
	expect(
		screen.getByRole( 'button', { name: 'Accept payment PL-1001-1' } )
	).toBeVisible();

	await user.click(
		screen.getByRole( 'button', { name: 'Acknowledge PL-1001-1' } )
	);
	await user.click(
		await screen.findByRole( 'button', { name: 'Acknowledge' } )
	);

	await waitFor( () =>
		expect( screen.queryByText( alert.message ) ).toBeNull()
	);
	expect( screen.getByText( 'PL-1001-1' ).closest( 'tr' ) ).toHaveFocus();
	expect( speak ).toHaveBeenCalledWith( 'Alert of PL-1001-1 acknowledged.' );
} );

it( 'duplicates a link in a dialog', async () => {
	client.duplicateLink.mockResolvedValue( NEW_LINK );
	const user = await openMenu();
	await user.click( item( 'Duplicate' ) );
	expect(
		screen.getByRole( 'dialog', { name: 'Duplicate PL-1001-1?' } )
	).toBeInTheDocument();
	await user.click(
		await screen.findByRole( 'button', { name: 'Duplicate link' } )
	);

	expect( await screen.findByText( 'PL-1001-2' ) ).toBeInTheDocument();
	expect( screen.queryByRole( 'dialog' ) ).toBeNull();
	expect( speak ).toHaveBeenCalledWith( 'PL-1001-2 is made.' );
} );
