import { screen, waitFor } from '@testing-library/react';
import { speak } from '@wordpress/a11y';

import { ApiError } from '../../../shared/api/errors';
import type { Draft } from '../../../shared/api/schemas';
import { client, resetShop, sentBody } from '../../../shared/test/client';
import { setTestDate } from '../../../shared/test/clock';
import {
	box,
	button,
	enterAmount,
	openForm,
	submitOrder,
} from '../../../shared/test/panel';
import { aConfig, aDraft } from '../../../shared/test/wire';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

const METHODS = [
	{ id: 'IDEAL', name: 'iDEAL' },
	{ id: 'BANKTRANS', name: 'Bank transfer' },
];

function offering(
	gateways: Draft[ 'options' ][ 'gateways' ],
	cart: Draft[ 'options' ][ 'cart' ] = null
): Draft {
	const draft = aDraft();
	return { ...draft, options: { ...draft.options, gateways, cart } };
}

beforeEach( () => {
	setTestDate( { advances: true } );
	resetShop();
	client.draft.mockResolvedValue( offering( METHODS ) );
} );

function toggle(): HTMLElement {
	return screen.getByRole( 'checkbox', { name: 'Show all fields' } );
}

function method(): HTMLElement {
	return screen.getByRole( 'combobox', { name: 'Payment method' } );
}

async function openAdvanced( draft: Draft = aDraft() ) {
	const user = await openForm( { advanced: true, draft } );
	await screen.findByRole( 'textbox', { name: 'Postal code' } );
	return user;
}

describe( 'the toggle for all fields', () => {
	it( 'shows all fields with their values and saves the preference', async () => {
		const user = await openForm();
		expect( screen.queryByRole( 'textbox', { name: 'City' } ) ).toBeNull();
		await user.click( toggle() );

		expect(
			await screen.findByRole( 'textbox', { name: 'City' } )
		).toHaveValue( 'Amsterdam' );
		expect( box( 'House number' ) ).toHaveValue( '12-A' );
		expect( client.savePreferences ).toHaveBeenCalledWith( {
			advanced: true,
		} );
		expect( toggle() ).toBeChecked();
	} );

	it( 'works when the preference cannot be saved', async () => {
		client.savePreferences.mockRejectedValue(
			new ApiError( { code: 'fetch_error', message: 'No answer.' } )
		);
		const user = await openForm();
		await user.click( toggle() );

		expect(
			await screen.findByRole( 'textbox', { name: 'City' } )
		).toBeVisible();
		expect( screen.queryByText( 'No answer.' ) ).toBeNull();
	} );

	it( 'keeps the input when the fields are hidden', async () => {
		const user = await openAdvanced();
		await user.clear( box( 'City' ) );
		await user.type( box( 'City' ), 'Utrecht' );
		await user.click( toggle() );
		await user.click( button( 'Generate link' ) );

		expect( sentBody( 0 ).customer.city ).toBe( 'Utrecht' );
	} );
} );

describe( 'an error in an advanced field', () => {
	it( 'from the server opens the fields and gets the focus', async () => {
		client.create.mockRejectedValueOnce(
			new ApiError( {
				code: 'rest_invalid_param',
				message: 'Please check the fields below.',
				status: 400,
				params: { 'customer.zip_code': 'At most 10 characters.' },
			} )
		);
		const user = await openForm();
		await user.click( button( 'Generate link' ) );

		await waitFor( () => expect( box( 'Postal code' ) ).toHaveFocus() );
		expect( box( 'Postal code' ) ).toHaveAccessibleDescription(
			'At most 10 characters.'
		);
		expect( client.savePreferences ).not.toHaveBeenCalled();
	} );

	it( 'is shown while typing', async () => {
		const user = await openAdvanced();
		await user.type( box( 'Page after paying' ), 'example.com' );

		expect( box( 'Page after paying' ) ).toHaveAccessibleDescription(
			/whole web address/
		);
		await user.click( button( 'Generate link' ) );
		expect( box( 'Page after paying' ) ).toHaveFocus();
		expect( client.create ).not.toHaveBeenCalled();
	} );
} );

describe( 'the payment method', () => {
	it( 'can be selected from those that the site offers', async () => {
		const user = await openAdvanced();
		expect( method() ).toHaveDisplayValue( 'Customer chooses' );

		await user.selectOptions(
			method(),
			await screen.findByRole( 'option', { name: 'iDEAL' } )
		);
		await user.click( button( 'Generate link' ) );

		expect( sentBody( 0 ).gateway ).toBe( 'IDEAL' );
		expect( client.draft ).toHaveBeenCalledWith(
			1001,
			expect.objectContaining( { site: 'main', amount: 8000 } )
		);
	} );

	it( 'is requested again after the amount has changed', async () => {
		const user = await openAdvanced();
		await screen.findByRole( 'option', { name: 'iDEAL' } );
		const callsBefore = client.draft.mock.calls.length;
		await enterAmount( user, '75' );

		await waitFor( () =>
			expect( client.draft ).toHaveBeenLastCalledWith(
				1001,
				expect.objectContaining( { amount: 7500 } )
			)
		);
		expect( client.draft.mock.calls.length - callsBefore ).toBeLessThan(
			4
		);
	} );

	it( 'is deselected with a message when it is not offered', async () => {
		await openAdvanced( aDraft( { gateway: 'KLARNA' } ) );

		await waitFor( () =>
			expect( method() ).toHaveAccessibleDescription(
				/KLARNA is not offered.*the customer chooses/
			)
		);
		expect( method() ).toHaveDisplayValue( 'Customer chooses' );
		expect( speak ).toHaveBeenCalledWith(
			expect.stringMatching( /KLARNA is not offered/ ),
			'assertive'
		);
	} );

	it( 'can be requested again after a failure', async () => {
		client.draft.mockRejectedValueOnce(
			new ApiError( {
				code: 'multisafepay_unavailable',
				message: 'You can go on without choosing one.',
				status: 502,
			} )
		);
		const user = await openAdvanced();
		await waitFor( () =>
			expect( method() ).toHaveAccessibleDescription(
				'You can go on without choosing one.'
			)
		);
		await user.click( button( 'Ask for payment methods again' ) );

		expect(
			await screen.findByRole( 'option', { name: 'iDEAL' } )
		).toBeInTheDocument();
	} );
} );

describe( 'items', () => {
	it( 'are shown as on the payment page until they are disabled', async () => {
		const user = await openAdvanced();
		const items = screen.getByRole( 'table', {
			name: 'As the customer sees them',
		} );
		expect( items ).toHaveTextContent( '1 × Art print "Canals"€80.00' );

		await user.click(
			screen.getByRole( 'checkbox', { name: /Show the items/ } )
		);
		expect( items ).not.toBeInTheDocument();
		await user.click( button( 'Generate link' ) );
		expect( sentBody( 0 ).include_cart ).toBe( false );
	} );

	it( 'are left out with a message when they do not add up to the amount', async () => {
		const user = await openAdvanced();
		await enterAmount( user, '75' );

		expect(
			await screen.findByText( /The items are left out/ )
		).toBeVisible();
	} );
} );

describe( 'the expiry', () => {
	it( 'can be entered in hours', async () => {
		const user = await openAdvanced();
		await user.selectOptions(
			screen.getByRole( 'combobox', { name: 'Expires' } ),
			'After some hours'
		);
		await user.clear( box( 'Expires after (hours)' ) );
		await user.type( box( 'Expires after (hours)' ), '6' );
		await user.click( button( 'Generate link' ) );

		expect( sentBody( 0 ).seconds_active ).toBe( 6 * 3600 );
	} );

	it( 'can be entered as a date in the time zone of the shop, outside of the order form', async () => {
		const user = await openAdvanced();
		await user.selectOptions(
			screen.getByRole( 'combobox', { name: 'Expires' } ),
			'At a date and time'
		);
		const field = screen.getByLabelText( /Expires at/ );

		expect( field ).toHaveAccessibleDescription(
			`Shop time: ${ aConfig().timezone }`
		);
		// An incomplete date would block saving the order.
		expect( field ).toHaveProperty( 'form', null );
		expect( screen.getByLabelText( 'Birthday' ) ).toHaveProperty(
			'form',
			null
		);
	} );
} );

it( 'shows the conditions of Second Chance', async () => {
	const user = await openForm();
	const secondChance = screen.getByRole( 'checkbox', {
		name: 'Second Chance',
	} );
	expect( secondChance ).not.toBeChecked();
	await user.click( secondChance );

	expect( secondChance ).toHaveAccessibleDescription(
		/has agreed.*at least 48 hours\.$/
	);
	await user.clear( box( /Expires after/ ) );
	await user.type( box( /Expires after/ ), '1' );
	expect( secondChance ).toHaveAccessibleDescription(
		/This link ends sooner/
	);
} );

it( 'does not submit on Enter in a note or a date', async () => {
	const user = await openAdvanced();
	await user.type( box( 'Internal note' ), 'Call{Enter}first' );
	await user.type( screen.getByLabelText( 'Birthday' ), '{Enter}' );

	expect( box( 'Internal note' ) ).toHaveValue( 'Call\nfirst' );
	expect( client.create ).not.toHaveBeenCalled();
	expect( submitOrder ).not.toHaveBeenCalled();
} );
