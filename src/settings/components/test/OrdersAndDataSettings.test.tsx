import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import fixture from '../../tests/fixtures/wire/settings.json';
import { formOf, putOf, reduceForm } from './form';
import { LinkUpkeep } from './LinkUpkeep';
import { settingsSchema } from './schemas';

const form = formOf( settingsSchema.parse( fixture ) );

describe( 'LinkUpkeep', () => {
	it( 'shows what is set', () => {
		render( <LinkUpkeep form={ form } onChange={ jest.fn() } /> );

		expect(
			screen.getByRole( 'checkbox', {
				name: 'Retire open links by itself',
			} )
		).toBeChecked();
		expect(
			screen.getByRole( 'checkbox', {
				name: 'Keep unpaid orders while a link is open',
			} )
		).not.toBeChecked();
	} );

	it.each( [
		[ 'Retire open links by itself', { auto_retire: false } ],
		[
			'Keep unpaid orders while a link is open',
			{ keep_held_orders: true },
		],
		[ 'Delete all payment links with the plugin', { delete_data: true } ],
	] )( 'changes “%s” alone', async ( name, expected ) => {
		const onChange = jest.fn();
		render( <LinkUpkeep form={ form } onChange={ onChange } /> );

		await userEvent.click( screen.getByRole( 'checkbox', { name } ) );

		expect( onChange ).toHaveBeenCalledWith( expected );
		expect(
			putOf( reduceForm( form, { type: 'changed', change: expected } ) )
		).toEqual( { ...putOf( form ), ...expected } );
	} );
} );
