import { speak } from '@wordpress/a11y';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import checked from '../../tests/fixtures/wire/settings-check.json';
import fixture from '../../tests/fixtures/wire/settings.json';
import { ApiError } from '../api/errors';
import type { SettingsClient } from './client';
import {
	checkedKeySchema,
	settingsSchema,
	type Settings,
	type SettingsPut,
} from './schemas';
import { SettingsScreen } from './SettingsScreen';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

const settings = settingsSchema.parse( fixture );

function draw( client: Partial< SettingsClient > = {}, of = settings ) {
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
				config={ { settings: of, shop_name: 'Vazen' } }
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
		sites: settings.sites.map( ( one ) =>
			one.id === 'main' ? { ...one, key_source: source } : one
		),
	};
}

describe( 'SettingsScreen', () => {
	it( 'shows every site with its environment and masked key', () => {
		draw();

		expect(
			site( /Main shop Test/ ).getByText( '••••••••4567' )
		).toBeVisible();
		expect(
			site( /Live shop Live/ ).getByText( 'No key yet.' )
		).toBeVisible();
	} );

	it( 'saves what was changed, says so and keeps the focus', async () => {
		const save = jest.fn( ( put: SettingsPut ) =>
			Promise.resolve( {
				...settings,
				default_days_active: put.default_days_active,
			} )
		);
		const { user } = draw( { save } );
		const days = screen.getByRole( 'textbox', {
			name: 'Days a link can be paid',
		} );

		await user.clear( days );
		await user.type( days, '14' );
		expect( screen.getByText( /not saved/ ) ).toBeVisible();
		await user.click( saveButton() );

		expect( await screen.findByText( 'Settings saved.' ) ).toBeVisible();
		expect( save ).toHaveBeenCalledWith(
			expect.objectContaining( { default_days_active: 14 } )
		);
		expect( speak ).toHaveBeenCalledWith( 'Settings saved.' );
		expect( saveButton() ).toHaveFocus();
		expect( screen.queryByText( /not saved/ ) ).toBeNull();
	} );

	it( 'does not send what it knows to be wrong, and goes to the field', async () => {
		const { user, save } = draw();
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
		const { user } = draw( {
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

	it( 'proves a key that was typed and announces the answer', async () => {
		const { user, check } = draw();
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

	it( 'says why a key is not accepted', async () => {
		const { user } = draw( {
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
	] )( 'leaves a key from the %s alone', ( source, words ) => {
		draw( {}, fixed( source ) );
		const main = site( /Main shop/ );

		expect( main.getByText( words ) ).toBeVisible();
		expect( main.queryByRole( 'button', { name: /Replace/ } ) ).toBeNull();
	} );

	it( 'offers the key of the MultiSafepay plugin for its environment', async () => {
		const { user, save } = draw();
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

	it( 'adds a site and goes to it', async () => {
		const { user } = draw();

		await user.click( screen.getByRole( 'button', { name: 'Add site' } ) );

		const label = site( /New site/ ).getByRole( 'textbox', {
			name: 'Label',
		} );
		await waitFor( () => expect( label ).toHaveFocus() );
		expect( label ).toBeValid();
	} );

	it( 'removes a site only after a question', async () => {
		const { user } = draw();
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

	it( 'does not send the form around it', async () => {
		const { user } = draw();

		await user.type(
			site( /Main shop/ ).getByRole( 'textbox', { name: 'Label' } ),
			'{Enter}'
		);

		expect( submitted ).not.toHaveBeenCalled();
	} );

	it( 'asks before changes are lost, and only then', async () => {
		const { user } = draw();
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
		const { user } = draw();
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
