import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { PaymentLinksPanel } from '../../order-panel/components/PaymentLinksPanel';
import type { PanelConfig } from '../../order-panel/config';
import { client } from './client';
import { aConfig } from './wire';

/** Called when the surrounding order form is submitted. */
export const submitOrder = jest.fn();

/** Renders the panel inside an order form, as on the order screen. */
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

/** Opens the form for a second link and keeps the open one. */
export async function createAnother(
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

/** Opens the form for an order without links. */
export async function openForm( config: Partial< PanelConfig > = {} ) {
	const user = showPanel( { links: [], ...config } );
	await user.click( button( 'Generate payment link' ) );
	await screen.findByRole( 'group' );
	return user;
}

/** Chooses a partial amount in the open form and enters it. */
export async function enterAmount(
	user: ReturnType< typeof showPanel >,
	amount: string
): Promise< void > {
	await user.click( screen.getByRole( 'radio', { name: 'Partial amount' } ) );
	await user.clear( box( /Amount/ ) );
	await user.type( box( /Amount/ ), amount );
}

export function button( name: string | RegExp ): HTMLElement {
	return screen.getByRole( 'button', { name } );
}

export function box( name: string | RegExp ): HTMLElement {
	return screen.getByRole( 'textbox', { name } );
}
