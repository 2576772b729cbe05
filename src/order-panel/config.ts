import * as z from 'zod/mini';

import { draftSchema, linksSchema, messageSchema } from '../shared/api/schemas';
import { screenConfigSchema } from '../shared/api/screen-config';

/** Config of the panel on the order screen. It holds the links, so that the panel renders without a request. */
export const panelConfigSchema = z.object( {
	...screenConfigSchema.shape,
	wc_order_id: z.int(),
	wc_order_number: z.string(),
	links: linksSchema,
	draft: z.nullable( draftSchema ),
	draft_error: z.optional( z.nullable( messageSchema ) ),
	not_configured: z.boolean(),
	can_create_orders: z.boolean(),
	/** Whether this user prefers to see all fields of the form. */
	advanced: z.boolean(),
	/** A link of the official MultiSafepay plugin on this order. */
	official_link: z.nullable( z.object( { url: z.string() } ) ),
} );

export type PanelConfig = z.infer< typeof panelConfigSchema >;
