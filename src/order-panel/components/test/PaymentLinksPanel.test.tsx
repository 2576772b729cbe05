import { screen, waitFor } from '@testing-library/react';
import { speak } from '@wordpress/a11y';

import { ApiError } from '../../../shared/api/errors';
import {
	NEW_LINK,
	client,
	resetShop,
	sentBody,
} from '../../../shared/test/client';
import {
	box,
	button,
	createAnother,
	openForm,
	showPanel,
	submitOrder,
} from '../../../shared/test/panel';
import { aConfig, aDraft } from '../../../shared/test/wire';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

beforeEach( resetShop );

describe( 'creating a link', () => {
	it( 'takes two clicks, and Enter copies the link', async () => {
		const user = await openForm();
		expect( client.draft ).not.toHaveBeenCalled();
		expect(
			screen.getByRole( 'heading', { name: 'New payment link' } )
		).toHaveFocus();

		await user.click( button( 'Generate link' ) );

		expect( client.create ).toHaveBeenCalledTimes( 1 );
		expect( sentBody( 0 ) ).toMatchObject( {
			amount: 8000,
			currency: 'EUR',
			confirm_amount: false,
		} );
		expect( sentBody( 0 ) ).not.toHaveProperty( 'order_id' );
		expect( box( 'Payment link' ) ).toHaveValue( NEW_LINK.payment_url );
		expect( speak ).toHaveBeenCalledWith(
			expect.stringMatching( /PL-1001-2 for €80\.00 is ready/ ),
			'polite'
		);

		await user.keyboard( '{Enter}' );

		await waitFor( async () =>
			expect( await navigator.clipboard.readText() ).toBe(
				NEW_LINK.payment_url
			)
		);
		expect( submitOrder ).not.toHaveBeenCalled();
	} );

	it( 'shows the new link first in the list', async () => {
		const user = await openForm();
		await user.click( button( 'Generate link' ) );

		const [ first ] = screen.getAllByRole( 'listitem' );
		expect( first ).toHaveTextContent( 'PL-1001-2' );
	} );

	it( 'is possible with Enter in a field, without submitting the order', async () => {
		const user = await openForm();
		await user.type( box( 'Description' ), ' by phone{Enter}' );

		expect(
			await screen.findByRole( 'textbox', { name: 'Payment link' } )
		).toBeVisible();
		expect( client.create ).toHaveBeenCalledTimes( 1 );
		expect( sentBody( 0 ).description ).toBe( 'Order 1001 by phone' );
		expect( submitOrder ).not.toHaveBeenCalled();
	} );

	it( 'ignores Enter in a select or a checkbox', async () => {
		const user = await openForm();
		await user.click( screen.getByRole( 'combobox', { name: 'Country' } ) );
		await user.keyboard( '{Enter}' );
		await user.click(
			screen.getByRole( 'checkbox', { name: 'Second Chance' } )
		);
		await user.keyboard( '{Enter}' );

		expect( client.create ).not.toHaveBeenCalled();
		expect( submitOrder ).not.toHaveBeenCalled();
	} );

	it( 'sends one request on a double click', async () => {
		client.create.mockReturnValue( new Promise( () => undefined ) );
		const user = await openForm();
		await user.dblClick( button( 'Generate link' ) );

		expect( client.create ).toHaveBeenCalledTimes( 1 );
		expect( button( 'Generating…' ) ).toHaveAttribute(
			'aria-disabled',
			'true'
		);
	} );

	it( 'loads a new draft the second time', async () => {
		const user = await openForm();
		await user.click( button( 'Generate link' ) );
		client.draft.mockResolvedValue( aDraft( { amount: 2500 } ) );
		await createAnother( user );

		expect(
			await screen.findByRole( 'radio', {
				name: 'Full amount (€25.00)',
			} )
		).toBeChecked();
		await user.click( button( 'Generate link' ) );
		expect( sentBody( 1 ).idempotency_key ).not.toBe(
			sentBody( 0 ).idempotency_key
		);
	} );

	it( 'adds no fields to the order form', async () => {
		await openForm();
		const form = screen
			.getByRole( 'group', { name: 'New payment link' } )
			.closest( 'form' );

		expect( form ).not.toBeNull();
		expect( [ ...new FormData( form ?? undefined ).keys() ] ).toEqual( [
			'_billing_first_name',
		] );
		expect( document.querySelectorAll( 'form' ) ).toHaveLength( 1 );
		expect(
			screen
				.getAllByRole( 'button' )
				.filter( ( { textContent } ) => textContent !== 'Update' )
				.map( ( control ) => control.getAttribute( 'type' ) )
		).not.toContainEqual( expect.not.stringMatching( /^button$/ ) );
	} );

	it( 'returns the focus to the button when the form is cancelled', async () => {
		const user = await openForm();
		await user.click( button( 'Cancel' ) );

		expect( button( 'Generate payment link' ) ).toHaveFocus();
	} );
} );

describe( 'unsaved changes of the order', () => {
	it( 'show a warning before the form opens', async () => {
		const user = showPanel( { links: [] } );
		await user.type( box( 'Billing first name' ), '-Maria' );
		await user.click( button( 'Generate payment link' ) );

		expect( screen.queryByRole( 'group' ) ).toBeNull();
		expect(
			screen.getByText( /the link uses the saved amount/ )
		).toHaveFocus();

		await user.click( button( 'Continue anyway' ) );
		expect(
			await screen.findByRole( 'group', { name: 'New payment link' } )
		).toBeVisible();
	} );

	it( 'can be kept by cancelling the warning', async () => {
		const user = showPanel();
		await user.type( box( 'Billing first name' ), '-Maria' );
		await user.click( button( 'Generate payment link' ) );
		await user.click( button( 'Cancel' ) );

		expect( button( 'Generate payment link' ) ).toHaveFocus();
	} );

	it( 'do not include the fields of the panel', async () => {
		const user = await openForm();
		await user.type( box( 'Description' ), ' by phone' );
		await user.click( button( 'Cancel' ) );
		await user.click( button( 'Generate payment link' ) );
		await screen.findByRole( 'group' );

		expect( box( 'Description' ) ).toHaveValue( 'Order 1001' );
	} );
} );

describe( 'a shop that cannot create links', () => {
	it( 'shows a link to the settings to managers', () => {
		showPanel( { not_configured: true, draft: null } );

		expect(
			screen.getByRole( 'link', { name: 'Open the settings' } )
		).toHaveAttribute( 'href', aConfig().settings_url );
		expect(
			screen.queryByRole( 'button', { name: 'Generate payment link' } )
		).toBeNull();
	} );

	it( 'refers other users to a manager', () => {
		showPanel( { not_configured: true, can_manage_settings: false } );

		expect( screen.getByText( /Ask a shop manager/ ) ).toBeVisible();
		expect(
			screen.queryByRole( 'link', { name: 'Open the settings' } )
		).toBeNull();
	} );

	it( 'offers to duplicate the order only to users who can create orders', () => {
		showPanel( { can_create_orders: false } );

		expect( button( 'Generate payment link' ) ).toBeVisible();
		expect(
			screen.queryByRole( 'button', { name: 'Duplicate order…' } )
		).toBeNull();
	} );

	it( 'shows why this order cannot have a link', () => {
		showPanel( {
			draft: null,
			draft_error: { code: 'order_not_saved', message: 'Save it first.' },
		} );

		expect( screen.getByText( 'Save it first.' ) ).toBeVisible();
		expect(
			screen.queryByRole( 'button', { name: 'Generate payment link' } )
		).toBeNull();
	} );

	it( 'can retry when the draft cannot be loaded', async () => {
		client.draft.mockRejectedValueOnce(
			new ApiError( { code: 'fetch_error', message: 'No answer.' } )
		);
		const user = showPanel( { draft: null, links: [] } );
		await user.click( button( 'Generate payment link' ) );
		expect( await screen.findByText( 'No answer.' ) ).toBeVisible();

		await user.click( button( 'Generate payment link' ) );
		expect( await screen.findByRole( 'group' ) ).toBeVisible();
	} );
} );
