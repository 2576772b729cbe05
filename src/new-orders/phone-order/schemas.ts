import * as z from 'zod/mini';

import {
	createBodySchema,
	draftSchema,
	type CreateBody,
} from '../../shared/api/schemas';

const draft = draftSchema.shape;

/** Draft of a link for a new order. */
export const phoneDraftSchema = z.object( {
	...draft,
	values: z.object( {
		...draft.values.shape,
		customer_id: z.int(),
		tax_class: z.string(),
	} ),
	options: z.object( {
		...draft.options.shape,
		/** The currency of the shop is the first one. */
		currencies: z.array(
			z.object( { code: z.string(), name: z.string() } )
		),
		/** A single entry if there is nothing to choose. */
		tax_classes: z.array(
			z.object( { slug: z.string(), name: z.string() } )
		),
	} ),
} );

export const customerResultsSchema = z.array(
	z.object( {
		/** Zero for guests. */
		id: z.int(),
		name: z.string(),
		email: z.string(),
		/** Missing or null if the orders were not counted. */
		orders: z.optional( z.nullable( z.int() ) ),
		is_guest: z.boolean(),
		customer: createBodySchema.shape.customer,
	} )
);

export type PhoneDraft = z.infer< typeof phoneDraftSchema >;
export type CustomerResult = z.infer< typeof customerResultsSchema >[ number ];

export type PhoneOrderBody = CreateBody & {
	/** Zero for guests. */
	readonly customer_id: number;
	readonly tax_class: string;
};
