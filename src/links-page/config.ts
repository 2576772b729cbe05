import * as z from 'zod/mini';

import { environmentSchema, linksSchema } from '../shared/api/schemas';
import { screenConfigSchema } from '../shared/api/screen-config';

const linkPageSchema = z.object( {
	links: linksSchema,
	/** Counted up to a limit of some thousands. */
	total: z.int(),
	/** Whether there are more links than `total` says. */
	has_more: z.boolean(),
} );

/** Config of the page of all links. */
export const linksConfigSchema = z.object( {
	...screenConfigSchema.shape,
	/** The page of links that the URL selects. */
	page: linkPageSchema,
	sites: z.array(
		z.object( {
			id: z.string(),
			label: z.string(),
			environment: environmentSchema,
		} )
	),
	hidden_columns: z.array( z.string() ),
	/** Whether this user is allowed to create orders. */
	can_create_orders: z.boolean(),
	export_url: z.string(),
} );

export type LinkPage = z.infer< typeof linkPageSchema >;
export type LinksConfig = z.infer< typeof linksConfigSchema >;
