import * as z from 'zod/mini';

import { draftSchema, linksSchema, messageSchema } from './schemas';

/** What the server wrote on the mount node, so that the first paint needs no request. */
export const panelConfigSchema = z.object( {
	wc_order_id: z.int(),
	wc_order_number: z.string(),
	links: linksSchema,
	draft: z.nullable( draftSchema ),
	draft_error: z.optional( z.nullable( messageSchema ) ),
	not_configured: z.boolean(),
	settings_url: z.string(),
	can_manage_settings: z.boolean(),
	/** Whether this user wants to see every field of the form. */
	advanced: z.boolean(),
	share: z.object( {
		message_template: z.string(),
		/** In international form, or empty. */
		phone: z.string(),
		shop_name: z.string(),
		email_enabled: z.boolean(),
	} ),
	/** Of the shop: a place such as `Europe/Amsterdam`, or a distance such as `+02:00`. */
	timezone: z.string(),
	/** A link of MultiSafepay's own plugin on this order. */
	official_link: z.nullable( z.object( { url: z.string() } ) ),
	poll_seconds: z.int(),
} );

export type PanelConfig = z.infer< typeof panelConfigSchema >;

/** Reads what the server wrote on the mount node; null when it cannot be understood. */
export function readPanelConfig( node: HTMLElement ): PanelConfig | null {
	let raw: unknown;
	try {
		raw = JSON.parse( node.dataset[ 'config' ] ?? '' );
	} catch {
		return null;
	}

	const parsed = panelConfigSchema.safeParse( raw );
	return parsed.success ? parsed.data : null;
}
