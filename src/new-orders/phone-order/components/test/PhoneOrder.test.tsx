import { act, screen, render, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { ApiError } from '../../../../shared/api/errors';
import { paymentLinksClient } from '../../../../shared/api/payment-links';
import { setTestDate } from '../../../../shared/test/clock';
import { aLinksConfig } from '../../../../shared/test/links';
import { aCustomerResult, aPhoneDraft } from '../../../../shared/test/phone';
import { aLink } from '../../../../shared/test/wire';
import type { PhoneOrderClient } from '../../client';
import { NewLinkButton } from '../NewLinkButton';

const LINK = aLink( {
	order_id: 'PL-77-1',
	wc_order_number: '77',
	amount: 4250,
	edit_url: 'https://shop.example/77',
} );

const client = {
	draft: jest.fn< ReturnType< PhoneOrderClient[ 'draft' ] >, [] >(),
	customers: jest.fn< ReturnType< PhoneOrderClient[ 'customers' ] >, [] >(),
	create: jest.fn<
		ReturnType< PhoneOrderClient[ 'create' ] >,
		Parameters< PhoneOrderClient[ 'create' ] >
	>(),
};
const onCreated = jest.fn();

beforeEach( () => {
	setTestDate( { advances: true } );
	jest.resetAllMocks();
	client.draft.mockResolvedValue( aPhoneDraft() );
	client.customers.mockResolvedValue( [] );
	client.create.mockResolvedValue( LINK );
} );

async function open() {
	render(
		<NewLinkButton
			config={ aLinksConfig() }
			client={ client }
			links={ paymentLinksClient }
			onCreated={ onCreated }
		/>
	);
	const user = userEvent.setup();
	await user.click( button( 'New payment link' ) );
	await screen.findByRole( 'dialog', { name: 'New payment link' } );
	return user;
}

function button( name: string | RegExp ): HTMLElement {
	return screen.getByRole( 'button', { name } );
}

function box( name: string | RegExp ): HTMLElement {
	return screen.getByRole( 'textbox', { name } );
}

/** Waits until the dialog has faded out. */
function dialogClosed(): Promise< void > {
	return waitFor( () => expect( screen.queryByRole( 'dialog' ) ).toBeNull() );
}

function search(): HTMLElement {
	return screen.getByRole( 'combobox', { name: 'Find a customer' } );
}

function sent( call: number ) {
	const body = client.create.mock.calls[ call ]?.[ 0 ];
	if ( body === undefined ) {
		throw new Error( `Nothing was sent ${ call + 1 } times` );
	}
	return body;
}

it( 'creates a link from an amount and an entered customer', async () => {
	const user = await open();
	expect( box( 'Amount (EUR)' ) ).toHaveFocus();
	await user.keyboard( '42,50' );
	await user.type( box( 'First name' ), 'Noor' );
	await user.type( box( 'E-mail' ), 'noor@example.com' );
	await user.click( button( 'Generate link' ) );

	expect(
		await screen.findByRole( 'button', { name: 'Copy link PL-77-1' } )
	).toHaveFocus();
	expect( sent( 0 ) ).toMatchObject( {
		amount: 4250,
		currency: 'EUR',
		description: 'Payment to Shop',
		customer_id: 0,
		tax_class: '',
		customer: { first_name: 'Noor', email: 'noor@example.com' },
	} );
	expect( sent( 0 ) ).not.toHaveProperty( 'order_id' );
	expect(
		screen.getByRole( 'link', { name: 'Open order 77' } )
	).toHaveAttribute( 'href', 'https://shop.example/77' );
	expect( onCreated ).toHaveBeenCalledTimes( 1 );
	await user.click( button( 'Done' ) );
	await dialogClosed();
} );

it( 'fills in a customer who was found with the keyboard', async () => {
	client.customers.mockResolvedValue( [
		aCustomerResult( { id: 0, name: 'Guest One', is_guest: true } ),
		aCustomerResult(),
	] );
	const user = await open();
	await user.type( box( 'First name' ), 'Nobody' );
	await user.type( search(), 'rob' );
	expect( await screen.findByText( '2 customers found.' ) ).toBeVisible();
	await user.keyboard( '{ArrowDown}{ArrowDown}' );
	expect(
		screen.getByRole( 'option', { name: /^Robin Smit/ } )
	).toHaveAttribute( 'aria-selected', 'true' );
	await user.keyboard( '{Enter}' );

	expect( client.create ).not.toHaveBeenCalled();
	expect( search() ).toHaveFocus();
	expect( search() ).toHaveValue( '' );
	expect( box( 'First name' ) ).toHaveValue( 'Robin' );
	expect( box( 'E-mail' ) ).toHaveValue( 'robin@example.test' );
	await user.type( box( 'Amount (EUR)' ), '10' );
	await user.click( button( 'Generate link' ) );
	await waitFor( () => expect( client.create ).toHaveBeenCalledTimes( 1 ) );
	expect( sent( 0 ) ).toMatchObject( {
		customer_id: 12,
		customer: { first_name: 'Robin', zip_code: '1016 GV' },
	} );
} );

it( 'restores the input when the selection of a customer is undone', async () => {
	client.customers.mockResolvedValue( [ aCustomerResult() ] );
	const user = await open();
	await user.type( box( 'First name' ), 'Nobody' );
	await user.type( search(), 'rob' );
	await user.click(
		await screen.findByRole( 'option', { name: /^Robin Smit/ } )
	);
	await user.click( button( 'Undo' ) );

	expect( box( 'First name' ) ).toHaveValue( 'Nobody' );
	expect( box( 'E-mail' ) ).toHaveValue( '' );
	expect( search() ).toHaveFocus();
	await user.type( box( 'Amount (EUR)' ), '10' );
	await user.click( button( 'Generate link' ) );
	await waitFor( () => expect( client.create ).toHaveBeenCalledTimes( 1 ) );
	expect( sent( 0 ).customer_id ).toBe( 0 );
} );

it( 'shows when no customer is found and when the search fails', async () => {
	client.customers
		.mockResolvedValueOnce( [] )
		.mockRejectedValueOnce(
			new ApiError( { code: 'fetch_error', message: 'No answer.' } )
		);
	const user = await open();
	await user.type( search(), 'xy' );
	expect( await screen.findByText( /^Nobody found/ ) ).toBeVisible();
	await user.type( search(), 'z' );
	expect( await screen.findByText( 'No answer.' ) ).toBeVisible();
} );

it( 'searches from two characters on, once per input', async () => {
	const user = await open();
	await user.type( search(), 'r' );
	await act( () => Promise.resolve() );
	await user.type( search(), 'obin' );
	await waitFor( () =>
		expect( client.customers ).toHaveBeenCalledTimes( 1 )
	);
	expect( client.customers ).toHaveBeenCalledWith(
		'robin',
		expect.anything()
	);
} );

it( 'parses the amount in the selected currency', async () => {
	const user = await open();
	await user.selectOptions( screen.getByLabelText( 'Currency' ), 'JPY' );
	await user.type( box( 'Amount (JPY)' ), '12.50' );
	await user.click( button( 'Generate link' ) );
	expect( screen.getByText( /JPY has no decimals/ ) ).toBeVisible();
	expect( box( 'Amount (JPY)' ) ).toHaveFocus();

	await user.clear( box( 'Amount (JPY)' ) );
	await user.type( box( 'Amount (JPY)' ), '1250' );
	await user.selectOptions(
		screen.getByLabelText( 'Tax in the amount' ),
		'No tax'
	);
	await user.click( button( 'Generate link' ) );
	await waitFor( () => expect( client.create ).toHaveBeenCalledTimes( 1 ) );
	expect( sent( 0 ) ).toMatchObject( {
		amount: 1250,
		currency: 'JPY',
		tax_class: 'none',
	} );
} );

it( 'keeps order and key when only the link fails', async () => {
	client.create.mockRejectedValueOnce(
		new ApiError( {
			code: 'multisafepay_rejected',
			message: 'Order 77 is there, but it has no payment link yet.',
			status: 422,
			createdOrder: { number: '77', editUrl: 'https://shop.example/77' },
		} )
	);
	const user = await open();
	await user.type( box( 'Amount (EUR)' ), '10' );
	await user.click( button( 'Generate link' ) );

	expect(
		await screen.findByText( /^Order 77 is there/, { selector: 'p' } )
	).toBeVisible();
	expect(
		screen.getByRole( 'link', { name: 'Open order 77' } )
	).toBeVisible();
	expect( onCreated ).toHaveBeenCalledTimes( 1 );
	expect( box( 'Amount (EUR)' ) ).toBeDisabled();
	await user.click( button( 'Try again' ) );
	await screen.findByRole( 'button', { name: 'Copy link PL-77-1' } );
	expect( sent( 1 ).idempotency_key ).toBe( sent( 0 ).idempotency_key );
} );

it( 'shows errors at their fields and never asks to confirm the amount', async () => {
	client.create.mockRejectedValueOnce(
		new ApiError( {
			code: 'rest_invalid_param',
			message: 'Invalid parameter(s)',
			status: 400,
			params: {
				amount: 'This amount is too high.',
				tax_class: 'This tax class is gone.',
				customer_id: 'This customer is gone.',
			},
		} )
	);
	const user = await open();
	await user.type( box( 'Amount (EUR)' ), '10' );
	await user.click( button( 'Generate link' ) );

	expect(
		await screen.findByText( 'This amount is too high.' )
	).toBeVisible();
	expect( screen.getByText( 'This tax class is gone.' ) ).toBeVisible();
	expect( screen.getByText( 'This customer is gone.' ) ).toBeVisible();
	expect( screen.queryByText( /customer_id/ ) ).toBeNull();
	await user.click( button( 'Generate link' ) );
	await waitFor( () => expect( client.create ).toHaveBeenCalledTimes( 2 ) );
} );

it( 'asks before input is discarded', async () => {
	const user = await open();
	await user.keyboard( '{Escape}' );
	await dialogClosed();

	await user.click( button( 'New payment link' ) );
	await user.type( await screen.findByLabelText( 'Amount (EUR)' ), '10' );
	await user.keyboard( '{Escape}' );
	expect( screen.getByText( /will be lost/ ) ).toHaveFocus();
	await user.click( button( 'Go on typing' ) );
	expect( box( 'Amount (EUR)' ) ).toHaveValue( '10' );
	await user.click( button( 'Cancel' ) );
	await user.click( button( 'Close without a link' ) );
	await dialogClosed();
} );

it( 'closes the list of customers before the dialog', async () => {
	client.customers.mockResolvedValue( [ aCustomerResult() ] );
	const user = await open();
	await user.type( search(), 'rob' );
	await screen.findByRole( 'option', { name: /^Robin Smit/ } );
	await user.keyboard( '{Escape}' );
	expect(
		screen.queryByRole( 'option', { name: /^Robin Smit/ } )
	).toBeNull();
	expect( screen.getByRole( 'dialog' ) ).toBeVisible();
} );

it( 'hides options without alternatives', async () => {
	const draft = aPhoneDraft();
	client.draft.mockResolvedValue( {
		...draft,
		options: {
			...draft.options,
			sites: draft.options.sites.slice( 0, 1 ).map( ( site ) => ( {
				...site,
				environment: 'live' as const,
			} ) ),
			currencies: draft.options.currencies.slice( 0, 1 ),
			tax_classes: draft.options.tax_classes.slice( 0, 1 ),
		},
	} );
	await open();
	for ( const name of [ 'Currency', 'Tax in the amount', /^Site/ ] ) {
		expect( screen.queryByLabelText( name ) ).toBeNull();
	}
} );

it( 'shows why the form cannot be opened', async () => {
	client.draft.mockRejectedValue(
		new ApiError( {
			code: 'not_configured',
			message: 'No site has an API key.',
			status: 503,
		} )
	);
	render(
		<NewLinkButton
			config={ aLinksConfig() }
			client={ client }
			links={ paymentLinksClient }
			onCreated={ onCreated }
		/>
	);
	await userEvent.click( button( 'New payment link' ) );
	expect(
		await screen.findByText( 'No site has an API key.', { selector: 'p' } )
	).toBeVisible();
} );
