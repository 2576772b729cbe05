import * as z from 'zod/mini';

import { environmentSchema } from '../shared/api/schemas';

const keySourceSchema = z.enum( [
	'none',
	'stored',
	'official',
	'constant',
	'environment',
] );

export type SettingValue = boolean | number | string;
export type SettingValues = Readonly< Record< string, SettingValue > >;

// Smaller than z.union() and z.record().
const settingValueSchema = z.custom< SettingValue >( isSettingValue );
const settingValuesSchema = z.custom< SettingValues >(
	( values ) =>
		typeof values === 'object' &&
		values !== null &&
		Object.values( values ).every( isSettingValue )
);

function isSettingValue( value: unknown ): boolean {
	return [ 'boolean', 'number', 'string' ].includes( typeof value );
}

/** Moves all fields that are not known into a record, so that a new setting needs no change here. */
function withOthers( known: readonly string[], others: 'values' | 'others' ) {
	return z.transform( ( input: unknown ) => {
		if ( typeof input !== 'object' || input === null ) {
			return input;
		}
		const fields = Object.entries( input );
		return {
			...Object.fromEntries(
				fields.filter( ( [ name ] ) => known.includes( name ) )
			),
			[ others ]: Object.fromEntries(
				fields.filter( ( [ name ] ) => ! known.includes( name ) )
			),
		};
	} );
}

const SITE_FIELDS = [
	'id',
	'label',
	'environment',
	'api_key',
	'key_source',
	'order_id_template',
	'is_default',
];

const siteSchema = z.pipe(
	withOthers( SITE_FIELDS, 'values' ),
	z.object( {
		id: z.string(),
		label: z.string(),
		environment: environmentSchema,
		/** Masked; empty if there is no key. */
		api_key: z.string(),
		key_source: keySourceSchema,
		order_id_template: z.string(),
		is_default: z.boolean(),
		values: settingValuesSchema,
	} )
);

export const settingsSchema = z.pipe(
	withOthers( [ 'sites', 'official_plugin' ], 'values' ),
	z.object( {
		sites: z.array( siteSchema ),
		official_plugin: z.nullable(
			z.object( {
				keys: z.array(
					z.object( {
						environment: environmentSchema,
						api_key: z.string(),
					} )
				),
			} )
		),
		values: settingValuesSchema,
	} )
);

/** Returns the body as it is sent: the values are fields like the others. */
export function toWire( { sites, values }: SettingsPut ) {
	return {
		sites: sites.map( ( { values: siteValues, ...site } ) => ( {
			...site,
			...siteValues,
		} ) ),
		...values,
	};
}

/** The declaration of a setting: part of its JSON schema, its texts, and hints for the screen. */
const fieldSchema = z.object( {
	name: z.string(),
	label: z.string(),
	help: z.string(),
	type: z.enum( [ 'boolean', 'integer', 'string' ] ),
	default: z.nullable( settingValueSchema ),
	/** Not empty if the screen offers a choice. */
	options: z.array( z.object( { value: z.string(), label: z.string() } ) ),
	minimum: z.optional( z.number() ),
	maximum: z.optional( z.number() ),
	minLength: z.optional( z.number() ),
	maxLength: z.optional( z.number() ),
	max_bytes: z.optional( z.number() ),
	/** Without placeholders. */
	max_fixed_characters: z.optional( z.number() ),
	placeholders: z.optional( z.array( z.string() ) ),
	required_placeholder: z.optional( z.string() ),
	is_multiline: z.optional( z.boolean() ),
} );

const siteFieldsSchema = z.pipe(
	withOthers(
		[
			'label',
			'environment',
			'api_key',
			'order_id_template',
			'is_default',
		],
		'others'
	),
	z.object( {
		label: fieldSchema,
		environment: fieldSchema,
		api_key: fieldSchema,
		order_id_template: fieldSchema,
		is_default: fieldSchema,
		others: z.record( z.string(), fieldSchema ),
	} )
);

export const checkedKeySchema = z.object( {
	ok: z.literal( true ),
	account_id: z.string(),
	site_id: z.string(),
	environment: environmentSchema,
} );

export const settingsConfigSchema = z.object( {
	settings: settingsSchema,
	sections: z.array(
		z.object( { title: z.string(), fields: z.array( fieldSchema ) } )
	),
	site_fields: siteFieldsSchema,
	max_sites: z.number(),
	shop_name: z.string(),
} );

export type Environment = z.infer< typeof environmentSchema >;
export type Field = z.infer< typeof fieldSchema >;
export type SiteFields = z.infer< typeof siteFieldsSchema >;
export type Site = z.infer< typeof siteSchema >;
export type Settings = z.infer< typeof settingsSchema >;
/** Body of PUT /settings. A key that is left out is not changed, an empty one is removed. */
export type SettingsPut = {
	readonly sites: readonly ( Omit< Site, 'api_key' > & {
		readonly api_key?: string;
	} )[];
	readonly values: SettingValues;
};
/** Body of POST /settings/check: a saved site, an entered key or the key of the official plugin. */
export type KeyToCheck = { readonly environment: Environment } & (
	| { readonly site: string }
	| { readonly api_key: string }
	| { readonly key_source: 'official' }
);
export type CheckedKey = z.infer< typeof checkedKeySchema >;
export type SettingsConfig = z.infer< typeof settingsConfigSchema >;
