import * as z from 'zod/mini';

import { panelConfigSchema, type PanelConfig } from '../api/panel-config';
import { environmentSchema, linksSchema, type Link } from '../api/schemas';

const panel = panelConfigSchema.shape;

export const linkPageSchema = z.object( {
	links: linksSchema,
	/** Counted no further than some thousands. */
	total: z.int(),
	/** There are more than were counted. */
	has_more: z.boolean(),
} );

const linksConfigSchema = z.object( {
	/** The page that the address asks for. */
	page: linkPageSchema,
	sites: z.array(
		z.object( {
			id: z.string(),
			label: z.string(),
			environment: environmentSchema,
		} )
	),
	hidden_columns: z.array( z.string() ),
	/** Whether this user may make orders. */
	can_create_orders: z.boolean(),
	export_url: z.string(),
	settings_url: panel.settings_url,
	can_manage_settings: panel.can_manage_settings,
	share: panel.share,
	timezone: panel.timezone,
	poll_seconds: panel.poll_seconds,
} );

export type LinkPage = z.infer< typeof linkPageSchema >;
export type LinksConfig = z.infer< typeof linksConfigSchema >;

/** Reads what the server wrote on the mount node; null when it cannot be understood. */
export function readLinksConfig( node: HTMLElement ): LinksConfig | null {
	let raw: unknown;
	try {
		raw = JSON.parse( node.dataset[ 'config' ] ?? '' );
	} catch {
		return null;
	}

	const parsed = linksConfigSchema.safeParse( raw );
	return parsed.success ? parsed.data : null;
}

/** What the dialogs of the order panel want to know, for one link of the list. */
export function dialogConfig(
	config: LinksConfig,
	link: Link,
	phone: string
): PanelConfig {
	return {
		wc_order_id: link.wc_order_id,
		wc_order_number: link.wc_order_number,
		links: [ link ],
		draft: null,
		not_configured: false,
		settings_url: config.settings_url,
		can_manage_settings: config.can_manage_settings,
		advanced: false,
		share: { ...config.share, phone },
		timezone: config.timezone,
		official_link: null,
		poll_seconds: config.poll_seconds,
	};
}
