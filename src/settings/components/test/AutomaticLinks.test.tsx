import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import fixture from '../../tests/fixtures/wire/settings.json';
import { AutomaticLinks } from './AutomaticLinks';
import { formOf, putOf, reduceForm } from './form';
import { settingsSchema } from './schemas';

const form = formOf( settingsSchema.parse( fixture ) );

describe( 'AutomaticLinks', () => {
	it( 'is off until somebody turns it on', () => {
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
	] )( 'changes “%s” alone', async ( name, field ) => {
		const onChange = jest.fn();
		const expected = { [ field ]: true };
		render( <AutomaticLinks form={ form } onChange={ onChange } /> );

		await userEvent.click( screen.getByRole( 'checkbox', { name } ) );

		expect( onChange ).toHaveBeenCalledWith( expected );
		expect(
			putOf( reduceForm( form, { type: 'changed', change: expected } ) )
		).toEqual( { ...putOf( form ), ...expected } );
	} );

	it( 'keeps a number of calls that somebody set another way', async () => {
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
