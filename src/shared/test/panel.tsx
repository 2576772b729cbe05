import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import type { PanelConfig } from '../api/panel-config';
import type { PaymentLinksClient } from '../api/payment-links';
import type { CreateBody } from '../api/schemas';
import { PaymentLinksPanel } from '../components/PaymentLinksPanel';
import { aConfig, aDraft, aLink } from './wire';

/** What the shop answers when a form is sent, unless a test says otherwise. */
export const NEW_LINK = aLink( {
	id: 8,
	order_id: 'PL-1001-2',
	payment_url: 'https://testpayv2.multisafepay.com/connect/new/',
} );

/** A shop without a network; `resetShop()` before each test. */
export const client = {
	list: mockOf< 'list' >(),
	read: mockOf< 'read' >(),
	draft: mockOf< 'draft' >(),
	linkDraft: mockOf< 'linkDraft' >(),
	create: mockOf< 'create' >(),
	duplicateLink: mockOf< 'duplicateLink' >(),
	duplicateOrder: mockOf< 'duplicateOrder' >(),
	refresh: mockOf< 'refresh' >(),
	retire: mockOf< 'retire' >(),
	email: mockOf< 'email' >(),
	share: mockOf< 'share' >(),
	savePreferences: mockOf< 'savePreferences' >(),
};

function mockOf< Name extends keyof PaymentLinksClient >() {
	return jest.fn<
		ReturnType< PaymentLinksClient[ Name ] >,
		Parameters< PaymentLinksClient[ Name ] >
	>();
}

/** Called when the order form around the panel is submitted. */
export const submitOrder = jest.fn();

export function resetShop(): void {
	jest.resetAllMocks();
	client.list.mockResolvedValue( [ aLink() ] );
	client.draft.mockResolvedValue( aDraft() );
	client.linkDraft.mockResolvedValue( aDraft() );
	client.create.mockResolvedValue( NEW_LINK );
	client.savePreferences.mockImplementation( async ( wish ) => wish );
}

/** Shows the panel where it stands in a shop: inside the order form. */
export function showPanel( config: Partial< PanelConfig > = {} ) {
	render(
		<form
			name="order"
			id="order"
			onSubmit={ ( event ) => {
				event.preventDefault();
				submitOrder();
			} }
		>
			<label htmlFor="_billing_first_name">Billing first name</label>
			<input
				id="_billing_first_name"
				name="_billing_first_name"
				defaultValue="Eva"
			/>
			<PaymentLinksPanel config={ aConfig( config ) } client={ client } />
			<button type="submit">Update</button>
		</form>
	);
	return userEvent.setup();
}

/** Opens the form although a link can be paid, and keeps that link. */
export async function makeAnother(
	user: ReturnType< typeof showPanel >
): Promise< void > {
	await user.click( button( 'Generate payment link' ) );
	await user.click(
		await screen.findByRole( 'button', {
			name: 'Keep it and make another',
		} )
	);
	await screen.findByRole( 'group' );
}

/** Of an order without a link, which would be asked about first. */
export async function openForm( config: Partial< PanelConfig > = {} ) {
	const user = showPanel( { links: [], ...config } );
	await user.click( button( 'Generate payment link' ) );
	await screen.findByRole( 'group' );
	return user;
}

export function button( name: string | RegExp ): HTMLElement {
	return screen.getByRole( 'button', { name } );
}

export function box( name: string | RegExp ): HTMLElement {
	return screen.getByRole( 'textbox', { name } );
}

export function sentBody( call: number ): CreateBody {
	const body = client.create.mock.calls[ call ]?.[ 1 ];
	if ( body === undefined ) {
		throw new Error( `Nothing was sent ${ call + 1 } times` );
	}
	return body;
}
