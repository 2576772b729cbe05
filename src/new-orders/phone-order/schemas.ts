import * as z from 'zod/mini';

import { createBodySchema, draftSchema, type CreateBody } from '../api/schemas';

const draft = draftSchema.shape;

/** The form for a payment without an order: it is made with the link. */
export const phoneDraftSchema = z.object( {
	...draft,
	values: z.object( {
		...draft.values.shape,
		customer_id: z.int(),
		tax_class: z.string(),
	} ),
	options: z.object( {
		...draft.options.shape,
		/** The shop's own first. */
		currencies: z.array(
			z.object( { code: z.string(), name: z.string() } )
		),
		/** One where there is nothing to choose. */
		tax_classes: z.array(
			z.object( { slug: z.string(), name: z.string() } )
		),
	} ),
} );

export const foundCustomersSchema = z.array(
	z.object( {
		/** Zero for guests. */
		id: z.int(),
		name: z.string(),
		email: z.string(),
		/** Missing where nobody has counted. */
		orders: z.optional( z.nullable( z.int() ) ),
		is_guest: z.boolean(),
		customer: createBodySchema.shape.customer,
	} )
);

export type PhoneDraft = z.infer< typeof phoneDraftSchema >;
export type FoundCustomer = z.infer< typeof foundCustomersSchema >[ number ];

export type PhoneOrderBody = CreateBody & {
	/** Zero for a guest. */
	readonly customer_id: number;
	readonly tax_class: string;
};
