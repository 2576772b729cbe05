import * as z from 'zod/mini';

import { environmentSchema } from '../shared/api/schemas';

const keySourceSchema = z.enum( [
	'none',
	'stored',
	'official',
	'constant',
	'environment',
] );

const siteSchema = z.object( {
	id: z.string(),
	label: z.string(),
	environment: environmentSchema,
	/** Masked; empty if there is no key. */
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
	auto_cancel: z.boolean(),
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

/** Body of PUT /settings. A key that is left out is not changed, an empty one is removed. */
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
	auto_cancel: z.boolean(),
	keep_held_orders: z.boolean(),
	delete_data: z.boolean(),
	bulk_concurrency: z.number(),
	auto_create: z.boolean(),
	auto_send: z.boolean(),
	auto_create_rest: z.boolean(),
	link_in_order_email: z.boolean(),
} );

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
/** Body of POST /settings/check: a saved site, an entered key or the key of the official plugin. */
export type KeyToCheck = { readonly environment: Environment } & (
	| { readonly site: string }
	| { readonly api_key: string }
	| { readonly key_source: 'official' }
);
export type CheckedKey = z.infer< typeof checkedKeySchema >;
export type SettingsConfig = z.infer< typeof settingsConfigSchema >;
