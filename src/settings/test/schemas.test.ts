import checked from '../../../tests/fixtures/wire/settings-check.json';
import put from '../../../tests/fixtures/wire/settings-put.json';
import settings from '../../../tests/fixtures/wire/settings.json';
import {
	checkedKeySchema,
	settingsConfigSchema,
	settingsPutSchema,
	settingsSchema,
} from '../schemas';

describe( 'the schemas of the settings', () => {
	it( 'match the examples', () => {
		expect( settingsSchema.parse( settings ) ).toEqual( settings );
		expect( settingsPutSchema.parse( put ) ).toEqual( put );
		expect( checkedKeySchema.parse( checked ) ).toEqual( checked );
	} );

	it( 'accept a missing official plugin', () => {
		const config = {
			settings: { ...settings, official_plugin: null },
			shop_name: 'Shop',
		};

		expect( settingsConfigSchema.parse( config ) ).toEqual( config );
	} );

	it( 'reject an unknown environment', () => {
		const broken = {
			...settings,
			sites: [ { ...settings.sites[ 0 ], environment: 'acceptance' } ],
		};

		expect( settingsSchema.safeParse( broken ).success ).toBe( false );
	} );
} );
