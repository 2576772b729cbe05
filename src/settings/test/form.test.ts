import {
	toSettingsForm,
	keyToCheck,
	toSettingsBody,
	settingsFormReducer,
	type SiteForm,
} from '../form';
import { toFieldErrors } from '../validate';
import { config } from './config';

const form = toSettingsForm( config.settings );

function change( key: string, siteChange: Partial< SiteForm > ) {
	return settingsFormReducer( form, {
		type: 'site_changed',
		key,
		change: siteChange,
	} );
}

function siteOf( key: string, siteChange: Partial< SiteForm > = {} ): SiteForm {
	const found = change( key, siteChange ).sites.find(
		( site ) => site.key === key
	);
	if ( found === undefined ) {
		throw new Error( `no site ${ key }` );
	}
	return found;
}

describe( 'the body of the request', () => {
	it( 'has no unchanged keys', () => {
		expect( toSettingsBody( form ).sites ).toEqual( [
			expect.not.objectContaining( { api_key: expect.anything() } ),
			expect.not.objectContaining( { api_key: expect.anything() } ),
		] );
	} );

	it.each( [
		[
			'typed',
			{ kind: 'typed', value: ' new-key ' } as const,
			{ key_source: 'stored', api_key: 'new-key' },
		],
		[
			'removed',
			{ kind: 'remove' } as const,
			{ key_source: 'stored', api_key: '' },
		],
		[
			'the official plugin’s',
			{ kind: 'official' } as const,
			{ key_source: 'official' },
		],
	] )( 'has a key that is %s', ( _, keyEdit, expected ) => {
		expect(
			toSettingsBody( change( 'main', { keyEdit } ) ).sites[ 0 ]
		).toEqual( expect.objectContaining( expected ) );
	} );

	it( 'ignores an empty key input', () => {
		const opened = change( 'main', {
			keyEdit: { kind: 'typed', value: '  ' },
		} );

		expect( toSettingsBody( opened ) ).toEqual( toSettingsBody( form ) );
	} );

	it( 'keeps the id of a renamed site', () => {
		expect(
			toSettingsBody( change( 'main', { label: 'Other name' } ) )
				.sites[ 0 ]?.id
		).toBe( 'main' );
	} );

	it( 'has unique ids for new sites', () => {
		let edited = form;
		for ( const key of [ 'new-1:', 'new-2:' ] ) {
			edited = settingsFormReducer( edited, {
				type: 'site_added',
				key,
				fields: config.site_fields,
			} );
			edited = settingsFormReducer( edited, {
				type: 'site_changed',
				key,
				change: { label: 'Main' },
			} );
		}

		expect(
			toSettingsBody( edited ).sites.map( ( { id } ) => id )
		).toEqual( [ 'main', 'live', 'main-2', 'main-3' ] );
	} );

	it( 'has the defaults of the declaration for a new site', () => {
		const declared = {
			...config.site_fields,
			others: {
				colour: {
					...config.site_fields.order_id_template,
					default: 'blue',
				},
			},
		};
		const added = settingsFormReducer( form, {
			type: 'site_added',
			key: 'new-1:',
			fields: declared,
		} );

		expect( toSettingsBody( added ).sites[ 2 ] ).toEqual(
			expect.objectContaining( {
				order_id_template: 'PL-{order_number}-{n}',
				is_default: false,
				values: { colour: 'blue' },
			} )
		);
	} );
} );

describe( 'the default site', () => {
	it( 'is unique', () => {
		const chosen = settingsFormReducer( form, {
			type: 'default_selected',
			key: 'live',
		} );

		expect( chosen.sites.map( ( site ) => site.is_default ) ).toEqual( [
			false,
			true,
		] );
	} );

	it( 'changes when it is removed', () => {
		const left = settingsFormReducer( form, {
			type: 'site_removed',
			key: 'main',
		} );

		expect( left.sites.map( ( site ) => site.is_default ) ).toEqual( [
			true,
		] );
	} );
} );

describe( 'the key to check', () => {
	it( 'is the saved key of the site', () => {
		expect( keyToCheck( siteOf( 'main' ) ) ).toEqual( {
			site: 'main',
			environment: 'test',
		} );
	} );

	it( 'is the entered key', () => {
		expect(
			keyToCheck(
				siteOf( 'live', {
					keyEdit: { kind: 'typed', value: 'abcdef' },
				} )
			)
		).toEqual( { environment: 'live', api_key: 'abcdef' } );
	} );

	it( 'is null without a key', () => {
		expect( keyToCheck( siteOf( 'live' ) ) ).toBeNull();
		expect(
			keyToCheck( siteOf( 'main', { keyEdit: { kind: 'remove' } } ) )
		).toBeNull();
	} );
} );

describe( 'errors of the server', () => {
	it( 'are assigned to the cards by index', () => {
		expect(
			toFieldErrors(
				{
					'sites.1.label': 'Words.',
					default_days_active: 'More words.',
					sites: 'Most words.',
				},
				form
			)
		).toEqual( {
			'live.label': 'Words.',
			default_days_active: 'More words.',
			sites: 'Most words.',
		} );
	} );
} );
