import * as z from 'zod/mini';

import { environmentSchema } from '../api/schemas';

export const keySourceSchema = z.enum( [
	'none',
	'stored',
	'official',
	'constant',
	'environment',
] );

export const siteSchema = z.object( {
	id: z.string(),
	label: z.string(),
	environment: environmentSchema,
	/** Always a mask, empty without a key. */
	api_key: z.string(),
	key_source: keySourceSchema,
	order_id_template: z.string(),
	is_default: z.boolean(),
} );

export const settingsSchema = z.object( {
	sites: z.array( siteSchema ),
	default_days_active: z.number(),
	description_template: z.string(),
	message_template: z.string(),
	auto_retire: z.boolean(),
	keep_held_orders: z.boolean(),
	delete_data: z.boolean(),
	bulk_concurrency: z.number(),
	auto_create: z.boolean(),
	auto_send: z.boolean(),
	auto_create_rest: z.boolean(),
	link_in_order_email: z.boolean(),
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
} );

/** What PUT /settings takes: a key that is left out stays as it is, an empty one is removed. */
export const settingsPutSchema = z.object( {
	sites: z.array(
		z.object( {
			id: z.string(),
			label: z.string(),
			environment: environmentSchema,
			api_key: z.optional( z.string() ),
			key_source: keySourceSchema,
			order_id_template: z.string(),
			is_default: z.boolean(),
		} )
	),
	default_days_active: z.number(),
	description_template: z.string(),
	message_template: z.string(),
	auto_retire: z.boolean(),
	keep_held_orders: z.boolean(),
	delete_data: z.boolean(),
	bulk_concurrency: z.number(),
	auto_create: z.boolean(),
	auto_send: z.boolean(),
	auto_create_rest: z.boolean(),
	link_in_order_email: z.boolean(),
} );

/** What POST /settings/check takes: a saved site, a key that was typed, or the official plugin's. */
export const keyToCheckSchema = z.union( [
	z.object( { site: z.string(), environment: environmentSchema } ),
	z.object( { environment: environmentSchema, api_key: z.string() } ),
	z.object( {
		environment: environmentSchema,
		key_source: z.literal( 'official' ),
	} ),
] );

export const checkedKeySchema = z.object( {
	ok: z.literal( true ),
	account_id: z.string(),
	site_id: z.string(),
	environment: environmentSchema,
} );

export const settingsConfigSchema = z.object( {
	settings: settingsSchema,
	shop_name: z.string(),
} );

export type Environment = z.infer< typeof environmentSchema >;
export type Site = z.infer< typeof siteSchema >;
export type Settings = z.infer< typeof settingsSchema >;
export type SettingsPut = z.infer< typeof settingsPutSchema >;
export type KeyToCheck = z.infer< typeof keyToCheckSchema >;
export type CheckedKey = z.infer< typeof checkedKeySchema >;
export type SettingsConfig = z.infer< typeof settingsConfigSchema >;
