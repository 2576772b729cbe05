import checked from '../../tests/fixtures/wire/settings-check.json';
import put from '../../tests/fixtures/wire/settings-put.json';
import settings from '../../tests/fixtures/wire/settings.json';
import {
	checkedKeySchema,
	settingsConfigSchema,
	settingsPutSchema,
	settingsSchema,
} from './schemas';

describe( 'the wire shapes of the settings', () => {
	it( 'are the ones of the fixtures', () => {
		expect( settingsSchema.parse( settings ) ).toEqual( settings );
		expect( settingsPutSchema.parse( put ) ).toEqual( put );
		expect( checkedKeySchema.parse( checked ) ).toEqual( checked );
	} );

	it( 'let the official plugin be absent', () => {
		const config = {
			settings: { ...settings, official_plugin: null },
			shop_name: 'Shop',
		};

		expect( settingsConfigSchema.parse( config ) ).toEqual( config );
	} );

	it( 'refuse an environment that does not exist', () => {
		const broken = {
			...settings,
			sites: [ { ...settings.sites[ 0 ], environment: 'acceptance' } ],
		};

		expect( settingsSchema.safeParse( broken ).success ).toBe( false );
	} );
} );
