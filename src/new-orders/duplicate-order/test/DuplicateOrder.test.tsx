import { screen, within } from '@testing-library/react';

import { ApiError } from '../../../shared/api/errors';
import { client, resetShop } from '../../../shared/test/client';
import { box, button, showPanel } from '../../../shared/test/panel';
import { aConfig, aLink } from '../../../shared/test/wire';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

const COPY = aLink( {
	id: 9,
	wc_order_id: 1002,
	wc_order_number: '1002',
	order_id: 'PL-1002-1',
	edit_url: 'https://shop.example/wp-admin/order/1002',
	payment_url: 'https://testpayv2.multisafepay.com/connect/copy/',
} );

beforeEach( () => {
	resetShop();
	client.duplicateOrder.mockResolvedValue( COPY );
} );

async function openDialog() {
	const user = showPanel();
	await user.click( button( 'Duplicate order…' ) );
	const dialog = await screen.findByRole( 'dialog', {
		name: 'Duplicate order 1001',
	} );
	return { user, dialog: within( dialog ) };
}

function keys(): ( string | undefined )[] {
	return client.duplicateOrder.mock.calls.map(
		( [ , body ] ) => body.idempotency_key
	);
}

it( 'explains what is copied and what is not', async () => {
	const { dialog } = await openDialog();

	expect( dialog.getByText( /^Copied: items, fees/ ) ).toBeVisible();
	expect( dialog.getByText( /^Not copied: payments/ ) ).toBeVisible();
	expect( client.duplicateOrder ).not.toHaveBeenCalled();
} );

it( 'shows the new order with its link and returns the focus', async () => {
	const { user } = await openDialog();
	await user.click( button( 'Duplicate order' ) );

	expect(
		await screen.findByRole( 'link', { name: 'Open order 1002' } )
	).toHaveAttribute( 'href', COPY.edit_url );
	expect( box( 'Payment link' ) ).toHaveValue( COPY.payment_url );
	expect( button( 'Copy link PL-1002-1' ) ).toHaveFocus();
	expect( client.duplicateOrder ).toHaveBeenCalledWith(
		aConfig().wc_order_id,
		expect.objectContaining( { confirm_stock: false } )
	);

	await user.click(
		within( screen.getByRole( 'dialog' ) ).getByText( 'Close' )
	);
	expect( button( 'Duplicate order…' ) ).toHaveFocus();
} );

it( 'asks about missing stock, and a second Enter does not confirm', async () => {
	client.duplicateOrder.mockRejectedValueOnce(
		new ApiError( {
			code: 'insufficient_stock',
			message: 'Not everything of this order is in stock.',
			status: 409,
			missingStock: [ { name: 'Mug', required: 2, available: 1 } ],
		} )
	);
	const { user } = await openDialog();
	await user.click( button( 'Duplicate order' ) );

	expect( await screen.findByText( 'Mug: 2 wanted, 1 left' ) ).toBeVisible();
	expect(
		screen.getByText( 'Not everything of this order is in stock.' )
	).toHaveFocus();
	await user.keyboard( '{Enter}' );
	expect( client.duplicateOrder ).toHaveBeenCalledTimes( 1 );

	await user.click( button( 'Duplicate anyway' ) );
	await screen.findByRole( 'link', { name: 'Open order 1002' } );
	expect( client.duplicateOrder ).toHaveBeenLastCalledWith(
		1001,
		expect.objectContaining( { confirm_stock: true } )
	);
	expect( new Set( keys() ).size ).toBe( 1 );
} );

it( 'shows the order whose link failed and retries with the same key, even after the dialog was closed', async () => {
	client.duplicateOrder.mockRejectedValueOnce(
		new ApiError( {
			code: 'multisafepay_unavailable',
			message: 'Order 1002 is there, but it has no payment link yet.',
			status: 502,
			createdOrder: {
				number: '1002',
				editUrl: 'https://shop.example/wp-admin/order/1002',
			},
		} )
	);
	const { user } = await openDialog();
	await user.click( button( 'Duplicate order' ) );

	expect(
		await screen.findByRole( 'link', { name: 'Open order 1002' } )
	).toBeVisible();
	expect( button( 'Try again' ) ).toHaveFocus();
	await user.click( button( 'Cancel' ) );
	await user.click( button( 'Duplicate order…' ) );
	await screen.findByRole( 'dialog' );
	await user.click( button( 'Duplicate order' ) );
	await screen.findByRole( 'textbox', { name: 'Payment link' } );

	expect( keys() ).toHaveLength( 2 );
	expect( new Set( keys() ).size ).toBe( 1 );
} );

it( 'uses a new key for the next order', async () => {
	const { user } = await openDialog();
	await user.click( button( 'Duplicate order' ) );
	await screen.findByRole( 'textbox', { name: 'Payment link' } );
	await user.click(
		within( screen.getByRole( 'dialog' ) ).getByText( 'Close' )
	);
	await user.click( button( 'Duplicate order…' ) );
	await screen.findByRole( 'dialog' );
	await user.click( button( 'Duplicate order' ) );
	await screen.findByRole( 'textbox', { name: 'Payment link' } );

	expect( new Set( keys() ).size ).toBe( 2 );
} );

it( 'warns that unsaved changes are not copied', async () => {
	const user = showPanel();
	await user.type( box( 'Billing first name' ), '-Maria' );
	await user.click( button( 'Duplicate order…' ) );

	expect(
		await screen.findByText( /copied as it was saved last/ )
	).toBeVisible();
} );
