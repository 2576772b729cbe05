import { speak } from '@wordpress/a11y';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import checked from '../../../../tests/fixtures/wire/settings-check.json';
import { ApiError } from '../../../shared/api/errors';
import type { SettingsClient } from '../../client';
import {
	checkedKeySchema,
	type Settings,
	type SettingsPut,
} from '../../schemas';
import { config } from '../../test/config';
import { SettingsScreen } from '../SettingsScreen';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

const { settings } = config;

function renderScreen( client: Partial< SettingsClient > = {}, of = settings ) {
	const complete = {
		save: jest.fn( () => Promise.resolve( of ) ),
		check: jest.fn( () =>
			Promise.resolve( checkedKeySchema.parse( checked ) )
		),
		...client,
	};
	render(
		<form onSubmit={ () => submitted() }>
			<SettingsScreen
				config={ { ...config, settings: of } }
				client={ complete }
			/>
		</form>
	);
	return { ...complete, user: userEvent.setup() };
}

const submitted = jest.fn();

function site( name: RegExp ) {
	return within( screen.getByRole( 'group', { name } ) );
}

function saveButton() {
	return screen.getByRole( 'button', { name: 'Save changes' } );
}

function fixed( source: 'constant' | 'environment' ): Settings {
	return {
		...settings,
		sites: settings.sites.map( ( other ) =>
			other.id === 'main' ? { ...other, key_source: source } : other
		),
	};
}

describe( 'SettingsScreen', () => {
	it( 'shows every site with its environment and masked key', () => {
		renderScreen();

		expect(
			site( /Main shop Test/ ).getByText( '••••••••4567' )
		).toBeVisible();
		expect(
			site( /Live shop Live/ ).getByText( 'No key yet.' )
		).toBeVisible();
	} );

	it( 'saves changes, announces that and keeps the focus', async () => {
		const save = jest.fn( ( put: SettingsPut ) =>
			Promise.resolve( {
				...settings,
				values: put.values,
			} )
		);
		const { user } = renderScreen( { save } );
		const days = screen.getByRole( 'textbox', {
			name: 'Days a link can be paid',
		} );

		await user.clear( days );
		await user.type( days, '14' );
		expect( screen.getByText( /not saved/ ) ).toBeVisible();
		await user.click( saveButton() );

		expect( await screen.findByText( 'Settings saved.' ) ).toBeVisible();
		expect( save ).toHaveBeenCalledWith(
			expect.objectContaining( {
				values: { ...settings.values, default_days_active: 14 },
			} )
		);
		expect( speak ).toHaveBeenCalledWith( 'Settings saved.' );
		expect( saveButton() ).toHaveFocus();
		expect( screen.queryByText( /not saved/ ) ).toBeNull();
	} );

	it( 'does not send invalid input and moves the focus to the field', async () => {
		const { user, save } = renderScreen();
		const label = site( /Main shop/ ).getByRole( 'textbox', {
			name: 'Label',
		} );

		await user.clear( label );
		await user.click( saveButton() );

		expect( save ).not.toHaveBeenCalled();
		await waitFor( () => expect( label ).toHaveFocus() );
		expect( label ).toBeInvalid();
		expect( label ).toHaveAccessibleDescription( /Enter a label/ );
	} );

	it( 'shows errors of the server at their fields', async () => {
		const { user } = renderScreen( {
			save: () =>
				Promise.reject(
					new ApiError( {
						code: 'rest_invalid_param',
						message: 'Please check the fields below.',
						status: 400,
						params: { 'sites.1.label': 'Not this one.' },
					} )
				),
		} );

		await user.click( saveButton() );

		const label = site( /Live shop/ ).getByRole( 'textbox', {
			name: 'Label',
		} );
		await waitFor( () => expect( label ).toHaveFocus() );
		expect( label ).toHaveAccessibleDescription( /Not this one/ );
		expect(
			screen.getByText( 'Please check the marked fields.' )
		).toBeVisible();
	} );

	it( 'checks an entered key and announces the result', async () => {
		const { user, check } = renderScreen();
		const live = site( /Live shop/ );

		await user.click( live.getByRole( 'button', { name: 'Enter a key' } ) );
		const field = live.getByRole( 'textbox', { name: 'API key' } );
		expect( field ).toHaveFocus();
		await user.type( field, 'abcdef0123456789' );
		await user.click( live.getByRole( 'button', { name: 'Check key' } ) );

		expect( check ).toHaveBeenCalledWith( {
			environment: 'live',
			api_key: 'abcdef0123456789',
		} );
		expect(
			await live.findByText( /account 1001001, site 12345/ )
		).toBeVisible();
		expect( speak ).toHaveBeenCalledWith(
			expect.stringContaining( '1001001' ),
			'polite'
		);

		await user.type( field, '0' );
		expect( live.queryByText( /1001001/ ) ).toBeNull();
	} );

	it( 'shows why a key is rejected', async () => {
		const { user } = renderScreen( {
			check: () =>
				Promise.reject(
					new ApiError( {
						code: 'multisafepay_rejected',
						message: 'MultiSafepay does not accept this key.',
						status: 422,
						errorCode: 1032,
					} )
				),
		} );

		await user.click(
			site( /Main shop/ ).getByRole( 'button', { name: 'Check key' } )
		);

		expect(
			await site( /Main shop/ ).findByText( /does not accept this key/ )
		).toBeVisible();
	} );

	it.each( [
		[ 'constant' as const, /From the constant MULTISAFEPAY_API_KEY_TEST/ ],
		[
			'environment' as const,
			/From the environment variable MULTISAFEPAY_API_KEY_TEST/,
		],
	] )( 'does not offer to edit a key from the %s', ( source, text ) => {
		renderScreen( {}, fixed( source ) );
		const main = site( /Main shop/ );

		expect( main.getByText( text ) ).toBeVisible();
		expect( main.queryByRole( 'button', { name: /Replace/ } ) ).toBeNull();
	} );

	it( 'offers the key of the MultiSafepay plugin for its environment', async () => {
		const { user, save } = renderScreen();
		expect(
			site( /Live shop/ ).queryByRole( 'button', {
				name: /MultiSafepay plugin/,
			} )
		).toBeNull();

		await user.click(
			site( /Main shop/ ).getByRole( 'button', {
				name: 'Use the key of the MultiSafepay plugin (••••••••9876)',
			} )
		);
		await user.click( saveButton() );

		expect( save ).toHaveBeenCalledWith(
			expect.objectContaining( {
				sites: expect.arrayContaining( [
					expect.objectContaining( {
						id: 'main',
						key_source: 'official',
					} ),
				] ),
			} )
		);
	} );

	it( 'adds a site and moves the focus to it', async () => {
		const { user } = renderScreen();

		await user.click( screen.getByRole( 'button', { name: 'Add site' } ) );

		const label = site( /New site/ ).getByRole( 'textbox', {
			name: 'Label',
		} );
		await waitFor( () => expect( label ).toHaveFocus() );
		expect( label ).toBeValid();
	} );

	it( 'asks for confirmation before a site is removed', async () => {
		const { user } = renderScreen();
		const remove = { name: 'Remove site “Live shop”' };

		await user.click( screen.getByRole( 'button', remove ) );
		await user.click( screen.getByRole( 'button', { name: 'Keep site' } ) );
		expect( site( /Live shop/ ) ).toBeDefined();

		await user.click( screen.getByRole( 'button', remove ) );
		await user.click(
			within( screen.getByRole( 'dialog' ) ).getByRole( 'button', {
				name: 'Remove site',
			} )
		);
		expect(
			screen.queryByRole( 'group', { name: /Live shop/ } )
		).toBeNull();
		expect(
			screen.queryByRole( 'button', { name: /Remove site/ } )
		).toBeNull();
	} );

	it( 'does not submit the surrounding form', async () => {
		const { user } = renderScreen();

		await user.type(
			site( /Main shop/ ).getByRole( 'textbox', { name: 'Label' } ),
			'{Enter}'
		);

		expect( submitted ).not.toHaveBeenCalled();
	} );

	it( 'warns before unsaved changes are lost', async () => {
		const { user } = renderScreen();
		const leave = () => {
			const event = new Event( 'beforeunload', { cancelable: true } );
			window.dispatchEvent( event );
			return event.defaultPrevented;
		};
		expect( leave() ).toBe( false );

		await user.type(
			site( /Main shop/ ).getByRole( 'textbox', { name: 'Label' } ),
			'x'
		);
		expect( leave() ).toBe( true );
	} );

	it( 'counts the bytes of the description', async () => {
		const { user } = renderScreen();
		const description = screen.getByRole( 'textbox', {
			name: 'Description',
		} );

		await user.clear( description );
		await user.type( description, 'é{{shop_name}' );

		expect( description ).toHaveAccessibleDescription(
			/“éVazen” \(7 of 200 bytes\)/
		);
	} );
} );
