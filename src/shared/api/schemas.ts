import * as z from 'zod/mini';

import { isLinkStatus, LINK_STATUSES } from '../utils/link-statuses';

/*
 * The schemas of the REST contract. Amounts are integers in the smallest unit of the currency. Times are ISO 8601 in
 * UTC. Unknown fields are dropped, so a page that was opened before an update works with a newer server.
 */

const linkStatusSchema = z.enum(
	Object.keys( LINK_STATUSES ).filter( isLinkStatus )
);

export const environmentSchema = z.enum( [ 'test', 'live' ] );

/*
 * The address is used as the href of a link, so only http and https are allowed.
 */
const webAddressSchema = z.string().check( z.regex( /^https?:\/\//i ) );

/*
 * Matches the same strings as `z.iso.datetime()`, but adds much less code to the bundle.
 */
const dateTimeSchema = z
	.string()
	.check(
		z.regex( /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d(?:\.\d+)?Z$/ )
	);

const linkKindSchema = z.enum( [ 'full', 'partial' ] );

const actorSchema = z.nullable( z.object( { id: z.int(), name: z.string() } ) );

const linkFields = {
	id: z.int(),
	wc_order_id: z.int(),
	wc_order_number: z.string(),
	site: z.string(),
	environment: environmentSchema,
	order_id: z.string(),
	kind: linkKindSchema,
	status: linkStatusSchema,
	status_reason: z.nullable( z.string() ),
	amount: z.int(),
	currency: z.string(),
	description: z.string(),
	payment_url: z.nullable( webAddressSchema ),
	created_at: dateTimeSchema,
	created_by: actorSchema,
	expires_at: z.nullable( dateTimeSchema ),
	paid_at: z.nullable( dateTimeSchema ),
	transaction_id: z.nullable( z.string() ),
	payment_method: z.nullable( z.string() ),
	customer: z.object( {
		first_name: z.string(),
		last_name: z.string(),
		email: z.string(),
		country: z.string(),
		locale: z.string(),
	} ),
	gateway: z.nullable( z.string() ),
	second_chance: z.boolean(),
	duplicate_of: z.nullable( z.int() ),
	stale: z.boolean(),
	edit_url: z.nullable( z.string() ),
	sent_at: z.nullable( dateTimeSchema ),
	/** Internal note, only for staff. */
	note: z.string(),
	include_cart: z.boolean(),
	/** Set if staff must check the payment. */
	alert: z.nullable(
		z.object( {
			code: z.string(),
			message: z.string(),
			/** Whether staff can mark the order as paid with this payment. */
			can_be_accepted: z.boolean(),
		} )
	),
};

export const linkSchema = z.object( linkFields );

export const linksSchema = z.array( linkSchema );

const linkEventSchema = z.object( {
	at: dateTimeSchema,
	/** Null if the event was not caused by a person. */
	by: actorSchema,
	source: z.enum( [ 'staff', 'system', 'provider' ] ),
	from: z.nullable( linkStatusSchema ),
	to: linkStatusSchema,
	reason: z.string(),
	message: z.string(),
	detail: z.string(),
} );

export const linkWithEventsSchema = z.object( {
	...linkFields,
	events: z.array( linkEventSchema ),
	/** Phone number of the customer in international format; empty when it is unknown. */
	phone: z.string(),
} );

const customerSchema = z.object( {
	first_name: z.string(),
	last_name: z.string(),
	email: z.string(),
	phone: z.string(),
	company_name: z.string(),
	address1: z.string(),
	address2: z.string(),
	house_number: z.string(),
	zip_code: z.string(),
	city: z.string(),
	state: z.string(),
	country: z.string(),
	locale: z.string(),
	birthday: z.nullable( z.string() ),
} );

const deliverySchema = z.object( {
	first_name: z.string(),
	last_name: z.string(),
	address1: z.string(),
	house_number: z.string(),
	zip_code: z.string(),
	city: z.string(),
	country: z.string(),
	phone: z.string(),
	email: z.string(),
} );

export const createBodySchema = z.object( {
	site: z.string(),
	order_id: z.optional( z.nullable( z.string() ) ),
	kind: z.optional( z.nullable( linkKindSchema ) ),
	amount: z.int(),
	currency: z.string(),
	description: z.string(),
	days_active: z.optional( z.nullable( z.int() ) ),
	seconds_active: z.optional( z.nullable( z.int() ) ),
	second_chance: z.boolean(),
	gateway: z.nullable( z.string() ),
	customer: customerSchema,
	delivery: z.nullable( deliverySchema ),
	include_cart: z.boolean(),
	redirect_url: z.nullable( z.string() ),
	cancel_url: z.nullable( z.string() ),
	note: z.nullable( z.string() ),
	confirm_amount: z.boolean(),
	idempotency_key: z.string(),
} );

const siteOptionSchema = z.object( {
	id: z.string(),
	label: z.string(),
	environment: environmentSchema,
	is_default: z.boolean(),
	configured: z.boolean(),
	order_id: z.string(),
} );

const namedCodeSchema = z.object( { code: z.string(), name: z.string() } );

export const messageSchema = z.object( {
	code: z.string(),
	message: z.string(),
} );

/** Items as the payment page shows them. Totals include tax, in the smallest unit of the currency. */
const cartSchema = z.object( {
	items: z.array(
		z.object( {
			name: z.string(),
			quantity: z.number(),
			total: z.int(),
		} )
	),
	total: z.int(),
} );

const balanceSchema = z.object( {
	currency: z.string(),
	total: z.int(),
	refunded: z.int(),
	/** Paid through the links of the order, less everything refunded on these links. */
	received: z.int(),
	due: z.int(),
	paid: z.boolean(),
} );

export const draftSchema = z.object( {
	values: createBodySchema,
	options: z.object( {
		sites: z.array( siteOptionSchema ),
		locales: z.array( namedCodeSchema ),
		countries: z.array( namedCodeSchema ),
		/** Empty unless the request asked for them. */
		gateways: z.array( z.object( { id: z.string(), name: z.string() } ) ),
		/** Null if the link has no items. */
		cart: z.nullable( cartSchema ),
	} ),
	warnings: z.array( messageSchema ),
	/** Null if there is no order yet. */
	balance: z.nullable( balanceSchema ),
} );

export const preferencesSchema = z.object( { advanced: z.boolean() } );

const missingStockSchema = z.object( {
	name: z.string(),
	required: z.number(),
	available: z.number(),
} );

/** Error response of the WordPress REST API. */
export const errorBodySchema = z.object( {
	code: z.string(),
	message: z.string(),
	data: z.optional(
		z.nullable(
			z.object( {
				status: z.optional( z.int() ),
				// Messages by field. `readApiError` validates them.
				params: z.optional( z.unknown() ),
				error_code: z.optional( z.nullable( z.int() ) ),
				/** Set for `link_not_open`. */
				link_id: z.optional( z.int() ),
				/** Set for `insufficient_stock`. */
				items: z.optional( z.array( missingStockSchema ) ),
				/** Set if an order was created, but its link failed. */
				wc_order_number: z.optional( z.string() ),
				edit_url: z.optional( z.string() ),
			} )
		)
	),
} );

export type Link = z.infer< typeof linkSchema >;
export type LinkEvent = z.infer< typeof linkEventSchema >;
export type LinkWithEvents = z.infer< typeof linkWithEventsSchema >;
export type LinkKind = z.infer< typeof linkKindSchema >;
export type Balance = z.infer< typeof balanceSchema >;
export type CreateBody = z.infer< typeof createBodySchema >;
export type SiteOption = z.infer< typeof siteOptionSchema >;
export type Draft = z.infer< typeof draftSchema >;
export type MissingStock = z.infer< typeof missingStockSchema >;
export type Preferences = z.infer< typeof preferencesSchema >;
export type WireMessage = z.infer< typeof messageSchema >;
