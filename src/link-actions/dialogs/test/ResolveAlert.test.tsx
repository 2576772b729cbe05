import { screen, waitFor } from '@testing-library/react';
import { speak } from '@wordpress/a11y';

import { ApiError } from '../../../shared/api/errors';
import { client, resetShop } from '../../../shared/test/client';
import { box, button, showPanel } from '../../../shared/test/panel';
import {
	aDraft,
	aLink,
	aLinkWithEvents,
	anAlert,
} from '../../../shared/test/wire';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

const RESOLVED = aLink( {
	status: 'completed',
	paid_at: '2026-11-24T12:00:00Z',
} );
const ALERTED = { ...RESOLVED, alert: anAlert() };

beforeEach( () => {
	resetShop();
	client.list.mockResolvedValue( [ RESOLVED ] );
	client.draft.mockResolvedValue(
		aDraft( { amount: 0 }, [], { received: 8000, paid: true } )
	);
	client.acknowledge.mockResolvedValue( RESOLVED );
} );

async function openDialog( action: 'Accept payment' | 'Acknowledge' ) {
	const user = showPanel( { links: [ ALERTED ] } );
	await user.click( button( `${ action } PL-1001-1` ) );
	await screen.findByRole( 'button', { name: action } );
	return user;
}

async function dialogClosed(): Promise< void > {
	await waitFor( () => expect( screen.queryByRole( 'dialog' ) ).toBeNull() );
}

it( 'acknowledges the alert with a note, announces it and moves the focus to the row', async () => {
	const user = await openDialog( 'Acknowledge' );
	const dialog = screen.getByRole( 'dialog', {
		name: 'Acknowledge alert of PL-1001-1',
	} );
	expect( dialog ).toHaveTextContent( ALERTED.alert.message );
	expect( box( 'Note (optional)' ) ).toHaveAttribute( 'maxlength', '200' );

	await user.type( box( 'Note (optional)' ), ' Refunded by phone ' );
	await user.click( button( 'Acknowledge' ) );

	await dialogClosed();
	expect( client.acknowledge ).toHaveBeenCalledWith( 7, {
		note: 'Refunded by phone',
		accept_payment: false,
	} );
	expect( speak ).toHaveBeenCalledWith( 'Alert of PL-1001-1 acknowledged.' );
	expect( screen.queryByText( ALERTED.alert.message ) ).toBeNull();
	expect( screen.getByRole( 'listitem' ) ).toHaveFocus();
} );

it( 'accepts the payment and reads the balance again', async () => {
	const user = await openDialog( 'Accept payment' );
	expect( screen.getByRole( 'dialog' ) ).toHaveTextContent(
		/marks order 1001 as paid with this payment of €80\.00/
	);

	await user.click( button( 'Accept payment' ) );

	await dialogClosed();
	expect( client.acknowledge ).toHaveBeenCalledWith( 7, {
		note: '',
		accept_payment: true,
	} );
	expect( speak ).toHaveBeenCalledWith(
		'Payment accepted. Order 1001 is paid.'
	);
	expect(
		await screen.findByText( 'Paid €80.00 · Due €0.00' )
	).toBeVisible();
} );

it( 'keeps the alert on request', async () => {
	const user = await openDialog( 'Acknowledge' );

	await user.click( button( 'Cancel' ) );

	await dialogClosed();
	expect( client.acknowledge ).not.toHaveBeenCalled();
	expect( button( 'Acknowledge PL-1001-1' ) ).toHaveFocus();
} );

it( 'offers only to acknowledge a payment that cannot be accepted', () => {
	showPanel( {
		links: [ { ...ALERTED, alert: anAlert( { can_be_accepted: false } ) } ],
	} );

	expect( button( 'Acknowledge PL-1001-1' ) ).toBeVisible();
	expect(
		screen.queryByRole( 'button', { name: /^Accept payment/ } )
	).toBeNull();
} );

it( 'shows why the request failed, keeps the note and can be retried', async () => {
	client.acknowledge.mockRejectedValueOnce(
		new ApiError( {
			code: 'storage_failed',
			message: 'Try again.',
			status: 503,
		} )
	);
	const user = await openDialog( 'Acknowledge' );
	await user.type( box( 'Note (optional)' ), 'Seen' );

	await user.click( button( 'Acknowledge' ) );
	expect( await screen.findByText( 'Try again.' ) ).toBeVisible();
	expect( box( 'Note (optional)' ) ).toHaveValue( 'Seen' );

	await user.click( button( 'Acknowledge' ) );
	await dialogClosed();
} );

it( 'shows the link as it is if somebody else has acknowledged the alert', async () => {
	client.acknowledge.mockRejectedValue(
		new ApiError( {
			code: 'no_alert',
			message: 'This link has no alert.',
			status: 409,
		} )
	);
	client.read.mockResolvedValue( aLinkWithEvents( RESOLVED ) );
	const user = await openDialog( 'Acknowledge' );

	await user.click( button( 'Acknowledge' ) );

	await dialogClosed();
	expect( screen.queryByText( ALERTED.alert.message ) ).toBeNull();
	expect( speak ).toHaveBeenCalledWith(
		'This link has no alert.',
		'assertive'
	);
} );
