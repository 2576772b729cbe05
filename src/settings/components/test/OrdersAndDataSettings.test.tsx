import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import fixture from '../../../../tests/fixtures/wire/settings.json';
import {
	toSettingsForm,
	toSettingsBody,
	settingsFormReducer,
} from '../../form';
import { settingsSchema } from '../../schemas';
import { OrdersAndDataSettings } from '../OrdersAndDataSettings';

const form = toSettingsForm( settingsSchema.parse( fixture ) );

describe( 'OrdersAndDataSettings', () => {
	it( 'shows the saved settings', () => {
		render(
			<OrdersAndDataSettings form={ form } onChange={ jest.fn() } />
		);

		expect(
			screen.getByRole( 'checkbox', {
				name: 'Cancel open links automatically',
			} )
		).toBeChecked();
		expect(
			screen.getByRole( 'checkbox', {
				name: 'Keep unpaid orders while a link is open',
			} )
		).not.toBeChecked();
	} );

	it.each( [
		[ 'Cancel open links automatically', { auto_cancel: false } ],
		[
			'Keep unpaid orders while a link is open',
			{ keep_held_orders: true },
		],
		[ 'Delete all payment links with the plugin', { delete_data: true } ],
	] )( 'changes only “%s”', async ( name, expected ) => {
		const onChange = jest.fn();
		render( <OrdersAndDataSettings form={ form } onChange={ onChange } /> );

		await userEvent.click( screen.getByRole( 'checkbox', { name } ) );

		expect( onChange ).toHaveBeenCalledWith( expected );
		expect(
			toSettingsBody(
				settingsFormReducer( form, {
					type: 'changed',
					change: expected,
				} )
			)
		).toEqual( { ...toSettingsBody( form ), ...expected } );
	} );
} );
