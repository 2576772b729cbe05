import checked from '../../../tests/fixtures/wire/settings-check.json';
import declarations from '../../../tests/fixtures/wire/settings-config.json';
import put from '../../../tests/fixtures/wire/settings-put.json';
import settings from '../../../tests/fixtures/wire/settings.json';
import {
	checkedKeySchema,
	settingsConfigSchema,
	settingsSchema,
	toWire,
} from '../schemas';

describe( 'the schemas of the settings', () => {
	it( 'match the examples', () => {
		const parsed = settingsSchema.parse( settings );
		expect( {
			...toWire( parsed ),
			official_plugin: parsed.official_plugin,
		} ).toEqual( settings );
		expect(
			toWire( settingsSchema.parse( { ...put, official_plugin: null } ) )
		).toEqual( put );
		expect( checkedKeySchema.parse( checked ) ).toEqual( checked );
	} );

	it( 'accept a missing official plugin', () => {
		const config = {
			...declarations,
			settings: { ...settings, official_plugin: null },
			shop_name: 'Shop',
		};

		const parsed = settingsConfigSchema.parse( config );
		expect( parsed.settings.official_plugin ).toBeNull();
		expect( parsed.shop_name ).toBe( 'Shop' );
	} );

	it( 'reject an unknown environment', () => {
		const broken = {
			...settings,
			sites: [ { ...settings.sites[ 0 ], environment: 'acceptance' } ],
		};

		expect( settingsSchema.safeParse( broken ).success ).toBe( false );
	} );
} );
