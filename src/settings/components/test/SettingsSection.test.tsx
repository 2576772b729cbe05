import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import {
	toSettingsForm,
	toSettingsBody,
	settingsFormReducer,
} from '../../form';
import type { Field, SettingValues } from '../../schemas';
import { config } from '../../test/config';
import { SettingsSection } from '../SettingsSection';

const form = toSettingsForm( config.settings );

function renderSections( values: SettingValues = form.values ) {
	const onChange = jest.fn();
	render(
		<>
			{ config.sections.map( ( section ) => (
				<SettingsSection
					key={ section.title }
					section={ section }
					values={ values }
					shopName="Vazen"
					errors={ {} }
					onChange={ onChange }
				/>
			) ) }
		</>
	);
	return onChange;
}

function renderField( field: Partial< Field >, value: string ) {
	const onChange = jest.fn();
	render(
		<SettingsSection
			section={ {
				title: 'Other',
				fields: [
					{
						name: 'other',
						label: 'Other setting',
						help: 'Its help text.',
						type: 'string',
						default: '',
						options: [],
						...field,
					},
				],
			} }
			values={ { other: value } }
			shopName="Vazen"
			errors={ { other: 'Not this one.' } }
			onChange={ onChange }
		/>
	);
	return onChange;
}

describe( 'SettingsSection', () => {
	it( 'shows the saved settings', () => {
		renderSections();

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

	it( 'has all other switches off by default', () => {
		renderSections();

		expect(
			screen
				.getAllByRole( 'checkbox', { checked: true } )
				.map( ( checkbox ) => checkbox.id )
		).toHaveLength( 1 );
	} );

	it.each( [
		[ 'Cancel open links automatically', 'auto_cancel', false ],
		[ 'Keep unpaid orders while a link is open', 'keep_held_orders', true ],
		[ 'Delete all payment links with the plugin', 'delete_data', true ],
		[
			'Create a link when staff make a pending order',
			'auto_create',
			true,
		],
		[
			'Also for orders made over the WooCommerce REST API',
			'auto_create_rest',
			true,
		],
		[ 'Send automatic links to the customer by e-mail', 'auto_send', true ],
		[
			'Show the open link in WooCommerce’s “Order details” e-mail',
			'link_in_order_email',
			true,
		],
	] )( 'changes only “%s”', async ( label, name, value ) => {
		const onChange = renderSections();

		await userEvent.click(
			screen.getByRole( 'checkbox', { name: label } )
		);

		expect( onChange.mock.calls ).toEqual( [ [ name, value ] ] );
		const body = toSettingsBody( form );
		expect(
			toSettingsBody(
				settingsFormReducer( form, { type: 'changed', name, value } )
			)
		).toEqual( { ...body, values: { ...body.values, [ name ]: value } } );
	} );

	it( 'keeps a custom number of calls', async () => {
		const onChange = renderSections( {
			...form.values,
			bulk_concurrency: 12,
		} );
		const select = screen.getByRole( 'combobox', { name: /at once/ } );
		expect( select ).toHaveValue( '12' );

		await userEvent.selectOptions( select, '16' );

		expect( onChange.mock.calls ).toEqual( [ [ 'bulk_concurrency', 16 ] ] );
	} );

	it( 'shows a setting that it does not know, with its error', async () => {
		const onChange = renderField( {}, 'a' );
		const input = screen.getByRole( 'textbox', { name: 'Other setting' } );

		expect( input ).toBeInvalid();
		expect( input ).toHaveAccessibleDescription(
			/Not this one.*Its help text/
		);
		await userEvent.type( input, 'b' );
		expect( onChange.mock.calls ).toEqual( [ [ 'other', 'ab' ] ] );
	} );

	it( 'shows a choice between texts', async () => {
		const onChange = renderField(
			{
				options: [
					{ value: 'a', label: 'First' },
					{ value: 'b', label: 'Second' },
				],
			},
			'a'
		);

		await userEvent.selectOptions(
			screen.getByRole( 'combobox', { name: 'Other setting' } ),
			'Second'
		);

		expect( onChange.mock.calls ).toEqual( [ [ 'other', 'b' ] ] );
	} );
} );
