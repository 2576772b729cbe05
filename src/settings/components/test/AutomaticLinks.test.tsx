import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import fixture from '../../../../tests/fixtures/wire/settings.json';
import {
	toSettingsForm,
	toSettingsBody,
	settingsFormReducer,
} from '../../form';
import { settingsSchema } from '../../schemas';
import { AutomaticLinks } from '../AutomaticLinks';

const form = toSettingsForm( settingsSchema.parse( fixture ) );

describe( 'AutomaticLinks', () => {
	it( 'is disabled by default', () => {
		render( <AutomaticLinks form={ form } onChange={ jest.fn() } /> );

		for ( const checkbox of screen.getAllByRole( 'checkbox' ) ) {
			expect( checkbox ).not.toBeChecked();
		}
	} );

	it.each( [
		[ 'Create a link when staff make a pending order', 'auto_create' ],
		[
			'Also for orders made over the WooCommerce REST API',
			'auto_create_rest',
		],
		[ 'Send automatic links to the customer by e-mail', 'auto_send' ],
		[
			'Show the open link in WooCommerce’s “Order details” e-mail',
			'link_in_order_email',
		],
	] )( 'changes only “%s”', async ( name, field ) => {
		const onChange = jest.fn();
		const expected = { [ field ]: true };
		render( <AutomaticLinks form={ form } onChange={ onChange } /> );

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

	it( 'keeps a custom number of calls', async () => {
		const onChange = jest.fn();
		render(
			<AutomaticLinks
				form={ { ...form, bulk_concurrency: 12 } }
				onChange={ onChange }
			/>
		);
		const select = screen.getByRole( 'combobox', { name: /at once/ } );
		expect( select ).toHaveValue( '12' );

		await userEvent.selectOptions( select, '16' );

		expect( onChange ).toHaveBeenCalledWith( { bulk_concurrency: 16 } );
	} );
} );
