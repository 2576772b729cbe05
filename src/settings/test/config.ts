import declarations from '../../../tests/fixtures/wire/settings-config.json';
import settings from '../../../tests/fixtures/wire/settings.json';
import { settingsConfigSchema, type Field } from '../schemas';

/** The data that the settings screen gets from PHP. */
export const config = settingsConfigSchema.parse( {
	...declarations,
	settings,
	shop_name: 'Vazen',
} );

export function fieldOf( name: string ): Field {
	const field = config.sections
		.flatMap( ( { fields } ) => fields )
		.find( ( other ) => other.name === name );
	if ( field === undefined ) {
		throw new Error( `no setting ${ name }` );
	}
	return field;
}
