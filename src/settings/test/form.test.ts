import fixture from '../../tests/fixtures/wire/settings.json';
import { formOf, keyToCheck, putOf, reduceForm, type SiteForm } from './form';
import { settingsSchema } from './schemas';
import { fieldErrorsOf } from './validate';

const settings = settingsSchema.parse( fixture );
const form = formOf( settings );

function change( key: string, siteChange: Partial< SiteForm > ) {
	return reduceForm( form, {
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

describe( 'what is sent', () => {
	it( 'leaves untouched keys out', () => {
		expect( putOf( form ).sites ).toEqual( [
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
	] )( 'carries a key that is %s', ( _, keyEdit, expected ) => {
		expect( putOf( change( 'main', { keyEdit } ) ).sites[ 0 ] ).toEqual(
			expect.objectContaining( expected )
		);
	} );

	it( 'takes an opened and emptied field for no change', () => {
		const opened = change( 'main', {
			keyEdit: { kind: 'typed', value: '  ' },
		} );

		expect( putOf( opened ) ).toEqual( putOf( form ) );
	} );

	it( 'keeps the id of a site that is renamed', () => {
		expect(
			putOf( change( 'main', { label: 'Other name' } ) ).sites[ 0 ]?.id
		).toBe( 'main' );
	} );

	it( 'gives new sites ids of their own', () => {
		let edited = form;
		for ( const key of [ 'new-1:', 'new-2:' ] ) {
			edited = reduceForm( edited, { type: 'site_added', key } );
			edited = reduceForm( edited, {
				type: 'site_changed',
				key,
				change: { label: 'Main' },
			} );
		}

		expect( putOf( edited ).sites.map( ( { id } ) => id ) ).toEqual( [
			'main',
			'live',
			'main-2',
			'main-3',
		] );
	} );
} );

describe( 'the default site', () => {
	it( 'is one only', () => {
		const chosen = reduceForm( form, {
			type: 'default_chosen',
			key: 'live',
		} );

		expect( chosen.sites.map( ( site ) => site.is_default ) ).toEqual( [
			false,
			true,
		] );
	} );

	it( 'passes on when it is removed', () => {
		const left = reduceForm( form, { type: 'site_removed', key: 'main' } );

		expect( left.sites.map( ( site ) => site.is_default ) ).toEqual( [
			true,
		] );
	} );
} );

describe( 'the key that is checked', () => {
	it( 'is the saved one of the site', () => {
		expect( keyToCheck( siteOf( 'main' ) ) ).toEqual( {
			site: 'main',
			environment: 'test',
		} );
	} );

	it( 'is the typed one', () => {
		expect(
			keyToCheck(
				siteOf( 'live', {
					keyEdit: { kind: 'typed', value: 'abcdef' },
				} )
			)
		).toEqual( { environment: 'live', api_key: 'abcdef' } );
	} );

	it( 'is none while there is none', () => {
		expect( keyToCheck( siteOf( 'live' ) ) ).toBeNull();
		expect(
			keyToCheck( siteOf( 'main', { keyEdit: { kind: 'remove' } } ) )
		).toBeNull();
	} );
} );

describe( 'errors of the server', () => {
	it( 'move to the card that was sent at their index', () => {
		expect(
			fieldErrorsOf(
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
