import * as z from 'zod/mini';

/** Fields of the config that several screens share. */
export const screenConfigSchema = z.object( {
	settings_url: z.string(),
	can_manage_settings: z.boolean(),
	share: z.object( {
		message_template: z.string(),
		/** In international format; empty when it is unknown. */
		phone: z.string(),
		shop_name: z.string(),
		email_enabled: z.boolean(),
	} ),
	/** Time zone of the shop: a name such as `Europe/Amsterdam` or an offset such as `+02:00`. */
	timezone: z.string(),
	poll_seconds: z.int(),
	/** The currencies that do not have two decimals. */
	currency_exponents: z.array(
		z.object( { code: z.string(), exponent: z.int() } )
	),
} );

export type ScreenConfig = z.infer< typeof screenConfigSchema >;

/** Reads the config that the server printed on the mount node; null when it does not match the schema. */
export function readConfig< T >(
	schema: z.ZodMiniType< T >,
	node: HTMLElement
): T | null {
	let raw: unknown;
	try {
		raw = JSON.parse( node.dataset[ 'config' ] ?? '' );
	} catch {
		return null;
	}

	const parsed = schema.safeParse( raw );
	return parsed.success ? parsed.data : null;
}
