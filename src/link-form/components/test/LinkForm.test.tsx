import { screen, waitFor } from '@testing-library/react';

import { ApiError } from '../../../shared/api/errors';
import {
	NEW_LINK,
	client,
	resetShop,
	sentBody,
} from '../../../shared/test/client';
import { box, button, enterAmount, openForm } from '../../../shared/test/panel';
import { aDraft, aLink } from '../../../shared/test/wire';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

beforeEach( resetShop );

describe( 'form errors', () => {
	it( 'are shown after the field was edited', async () => {
		const user = await openForm();
		const email = box( 'E-mail' );
		expect( email ).toHaveAttribute( 'aria-invalid', 'false' );

		await user.clear( email );
		await user.type( email, 'eva@' );
		await user.tab();

		expect( email ).toHaveAttribute( 'aria-invalid', 'true' );
		expect( email ).toHaveAccessibleDescription(
			'This is not an e-mail address.'
		);
	} );

	it( 'prevent the request and get the focus', async () => {
		const user = await openForm();
		await enterAmount( user, '80.001' );
		await user.clear( box( 'Description' ) );
		await user.click( button( 'Generate link' ) );

		expect( client.create ).not.toHaveBeenCalled();
		expect( box( /Amount/ ) ).toHaveFocus();
		expect( box( /Amount/ ) ).toHaveAccessibleDescription(
			/at most 2 decimals/
		);
	} );

	it( 'from the server are shown at their fields, others above the buttons', async () => {
		client.create.mockRejectedValueOnce(
			new ApiError( {
				code: 'rest_invalid_param',
				message: 'Please check the fields below.',
				status: 400,
				params: {
					'customer.email': 'No mail is taken there.',
					idempotency_key: 'The form is damaged.',
				},
			} )
		);
		const user = await openForm();
		await user.type( box( 'Description' ), ' by phone' );
		await user.click( button( 'Generate link' ) );

		await waitFor( () => expect( box( 'E-mail' ) ).toHaveFocus() );
		expect( box( 'E-mail' ) ).toHaveAccessibleDescription(
			'No mail is taken there.'
		);
		expect(
			screen.getByText( 'idempotency_key: The form is damaged.' )
		).toBeVisible();
		expect( box( 'Description' ) ).toHaveValue( 'Order 1001 by phone' );

		await user.type( box( 'E-mail' ), 'x' );
		expect( box( 'E-mail' ) ).toHaveAttribute( 'aria-invalid', 'false' );
	} );

	it( 'for a taken order ID are shown at the order ID', async () => {
		client.create.mockRejectedValueOnce(
			new ApiError( {
				code: 'order_id_taken',
				message: 'This order ID has been used before.',
				status: 409,
				params: { order_id: 'This order ID has been used before.' },
			} )
		);
		const user = await openForm();
		await user.clear( box( 'Order ID' ) );
		await user.type( box( 'Order ID' ), 'VIP-7{Enter}' );

		await waitFor( () => expect( box( 'Order ID' ) ).toHaveFocus() );
		expect( sentBody( 0 ).order_id ).toBe( 'VIP-7' );
	} );

	it( 'are based on the bytes of the description', async () => {
		const user = await openForm();
		await user.clear( box( 'Description' ) );
		await user.type( box( 'Description' ), 'é' );

		expect( box( 'Description' ) ).toHaveAccessibleDescription(
			/Length: 2 of 200/
		);
	} );
} );

describe( 'an amount that is higher than the amount due', () => {
	const confirmation = /will pay more than the order still owes/;

	it( 'has to be confirmed', async () => {
		const user = await openForm();
		expect( screen.queryByRole( 'checkbox', { name: confirmation } ) ).toBe(
			null
		);
		await enterAmount( user, '95' );
		await user.click( button( 'Generate link' ) );

		const checkbox = screen.getByRole( 'checkbox', { name: confirmation } );
		expect( client.create ).not.toHaveBeenCalled();
		expect( checkbox ).toHaveFocus();
		expect( checkbox ).toHaveAccessibleDescription( /still owes €80\.00/ );

		await user.click( checkbox );
		await user.click( button( 'Generate link' ) );
		expect( sentBody( 0 ) ).toMatchObject( {
			amount: 9500,
			confirm_amount: true,
		} );
	} );

	it( 'has to be confirmed when the server reports a paid order', async () => {
		client.create.mockRejectedValueOnce(
			new ApiError( {
				code: 'order_already_paid',
				message: 'This order is paid already.',
				status: 409,
			} )
		);
		const user = await openForm();
		await user.click( button( 'Generate link' ) );

		const checkbox = await screen.findByRole( 'checkbox', {
			name: confirmation,
		} );
		expect( checkbox ).toHaveFocus();
		expect( checkbox ).toHaveAccessibleDescription(
			/This order is paid already/
		);

		await user.click( checkbox );
		await user.click( button( 'Generate link' ) );
		expect( sentBody( 0 ).confirm_amount ).toBe( false );
		expect( sentBody( 1 ).confirm_amount ).toBe( true );
	} );

	it( 'needs no confirmation after it was lowered', async () => {
		const user = await openForm();
		await enterAmount( user, '95' );
		await user.click(
			screen.getByRole( 'checkbox', { name: confirmation } )
		);
		await enterAmount( user, '40{Enter}' );
		await screen.findByRole( 'textbox', { name: 'Payment link' } );

		expect( sentBody( 0 ) ).toMatchObject( {
			amount: 4000,
			confirm_amount: false,
		} );
	} );
} );

describe( 'the amount', () => {
	function radio( name: string ): HTMLElement {
		return screen.getByRole( 'radio', { name } );
	}

	it( 'is the full amount due, which cannot be edited', async () => {
		const user = await openForm();
		expect( screen.getByRole( 'radiogroup', { name: 'Amount' } ) ).toBe(
			radio( 'Full amount (€80.00)' ).closest( 'fieldset' )
		);
		expect( radio( 'Full amount (€80.00)' ) ).toBeChecked();
		expect(
			screen.queryByRole( 'textbox', { name: /Amount/ } )
		).toBeNull();

		await user.click( button( 'Generate link' ) );
		expect( sentBody( 0 ) ).toMatchObject( { kind: 'full', amount: 8000 } );
	} );

	it( 'can be a part; the form shows what remains due', async () => {
		const user = await openForm();
		await user.click( radio( 'Partial amount' ) );
		expect( box( /Amount/ ) ).toHaveValue( '' );

		await user.type( box( /Amount/ ), '3' );
		expect( box( /Amount/ ) ).toHaveAccessibleDescription(
			'€77.00 remains due after this link.'
		);
		await user.type( box( /Amount/ ), '0' );
		expect( box( /Amount/ ) ).toHaveAccessibleDescription(
			'€50.00 remains due after this link.'
		);

		await user.click( button( 'Generate link' ) );
		expect( sentBody( 0 ) ).toMatchObject( {
			kind: 'partial',
			amount: 3000,
			confirm_amount: false,
		} );
	} );

	it( 'must not be zero', async () => {
		const user = await openForm();
		await enterAmount( user, '0' );
		await user.click( button( 'Generate link' ) );

		expect( client.create ).not.toHaveBeenCalled();
		expect( box( /Amount/ ) ).toHaveFocus();
		expect( box( /Amount/ ) ).toHaveAccessibleDescription(
			/at least 0\.01 EUR/
		);
	} );

	it( 'is the deposit of the draft', async () => {
		const user = await openForm( {
			draft: aDraft( { amount: 2000 }, [], { due: 8000 } ),
		} );
		expect( radio( 'Partial amount' ) ).toBeChecked();
		expect( box( /Amount/ ) ).toHaveValue( '20.00' );

		await user.click( button( 'Generate link' ) );
		expect( sentBody( 0 ) ).toMatchObject( {
			kind: 'partial',
			amount: 2000,
		} );
	} );

	it( 'of a paid order is entered and confirmed', async () => {
		const user = await openForm( {
			draft: aDraft( { amount: 0 }, [], { due: 0, paid: true } ),
		} );
		expect( screen.queryByRole( 'radio' ) ).toBeNull();
		await user.clear( box( /Amount/ ) );
		await user.type( box( /Amount/ ), '10' );
		await user.click(
			screen.getByRole( 'checkbox', { name: /will pay more/ } )
		);
		await user.click( button( 'Generate link' ) );

		expect( sentBody( 0 ) ).toMatchObject( {
			amount: 1000,
			confirm_amount: true,
		} );
		expect( sentBody( 0 ) ).not.toHaveProperty( 'kind' );
	} );

	it( 'due is read again when the server knows another one', async () => {
		client.create.mockRejectedValueOnce(
			new ApiError( {
				code: 'rest_invalid_param',
				message: 'Please check the fields below.',
				status: 400,
				params: { amount: 'The amount due is 50.00 EUR.' },
			} )
		);
		client.draft.mockResolvedValue( aDraft( { amount: 5000 } ) );
		const user = await openForm();
		await user.click( button( 'Generate link' ) );

		const full = await screen.findByRole( 'radio', {
			name: 'Full amount (€50.00)',
		} );
		expect( full ).toHaveFocus();
		expect( full.closest( 'fieldset' ) ).toHaveAccessibleDescription(
			'The amount due is 50.00 EUR.'
		);
		expect(
			screen.queryByRole( 'checkbox', { name: /will pay more/ } )
		).toBe( null );

		await user.click( button( 'Generate link' ) );
		expect( sentBody( 1 ) ).toMatchObject( { kind: 'full', amount: 5000 } );
	} );
} );

describe( 'a failed request', () => {
	it.each( [
		[
			'the network',
			{ code: 'fetch_error', message: 'The shop did not answer.' },
			/one link, not two/,
		],
		[
			'MultiSafepay',
			{
				code: 'multisafepay_unavailable',
				message: 'MultiSafepay did not answer.',
				status: 502,
			},
			/MultiSafepay did not answer/,
		],
	] )(
		'because of %s keeps the input and the key',
		async ( _, error, text ) => {
			client.create.mockRejectedValueOnce( new ApiError( error ) );
			const user = await openForm();
			await user.type( box( 'Description' ), ' by phone' );
			await user.click( button( 'Generate link' ) );

			expect( await screen.findByText( text ) ).toBeVisible();
			await user.click( button( 'Generate link' ) );

			expect( sentBody( 1 ) ).toEqual( sentBody( 0 ) );
			expect( box( 'Payment link' ) ).toHaveValue( NEW_LINK.payment_url );
		}
	);

	it( 'shows the link of the failed attempt', async () => {
		client.create.mockRejectedValueOnce(
			new ApiError( {
				code: 'multisafepay_unavailable',
				message: 'MultiSafepay did not confirm PL-1001-2.',
				status: 502,
			} )
		);
		client.list.mockResolvedValue( [
			aLink( {
				id: 8,
				order_id: 'PL-1001-2',
				status: 'unconfirmed',
				status_reason: 'It is being cancelled.',
				payment_url: null,
			} ),
			aLink(),
		] );
		const user = await openForm();
		await user.click( button( 'Generate link' ) );

		const row = (
			await screen.findByText( 'It is being cancelled.' )
		).closest( 'li' );
		expect( row ).toHaveTextContent( 'Not confirmed' );
	} );

	it( 'shows when an earlier attempt created the link with another amount', async () => {
		client.create.mockRejectedValueOnce(
			new ApiError( { code: 'fetch_error', message: 'No answer.' } )
		);
		const user = await openForm();
		await user.click( button( 'Generate link' ) );
		await enterAmount( user, '75{Enter}' );

		expect(
			await screen.findByText( /earlier try .* for €80\.00/ )
		).toBeVisible();
	} );
} );

it( 'shows the warnings of the draft', async () => {
	await openForm( {
		draft: aDraft( {}, [
			{ code: 'open_link', message: 'A link is still open.' },
		] ),
	} );

	expect( screen.getByText( 'A link is still open.' ) ).toBeVisible();
} );
