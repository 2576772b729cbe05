import * as z from 'zod/mini';

/*
 * The only place where the shapes of the REST contract are written down on this side. Amounts are whole numbers in the
 * currency's smallest unit; times are ISO 8601 in UTC. Unknown fields are dropped, so that a newer server can talk to a
 * page that was opened before an update.
 */

export const linkStatusSchema = z.enum( [
	'creating',
	'unconfirmed',
	'failed',
	'active',
	'uncleared',
	'completed',
	'declined',
	'cancelled',
	'expired',
	'duplicate',
	'refunded',
	'partial_refunded',
	'chargeback',
] );

export const environmentSchema = z.enum( [ 'test', 'live' ] );

/*
 * The list shows this address as a link: only http(s) may reach an href, whatever the answer says.
 */
const webAddressSchema = z.string().check( z.regex( /^https?:\/\//i ) );

/*
 * Like `z.iso.datetime()`, in a tenth of the code.
 */
const momentSchema = z
	.string()
	.check(
		z.regex( /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d(?:\.\d+)?Z$/ )
	);

const actorSchema = z.nullable( z.object( { id: z.int(), name: z.string() } ) );

const linkFields = {
	id: z.int(),
	wc_order_id: z.int(),
	wc_order_number: z.string(),
	site: z.string(),
	environment: environmentSchema,
	order_id: z.string(),
	status: linkStatusSchema,
	status_reason: z.nullable( z.string() ),
	amount: z.int(),
	currency: z.string(),
	description: z.string(),
	payment_url: z.nullable( webAddressSchema ),
	created_at: momentSchema,
	created_by: actorSchema,
	expires_at: z.nullable( momentSchema ),
	paid_at: z.nullable( momentSchema ),
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
	sent_at: z.nullable( momentSchema ),
	/** For staff only. */
	note: z.string(),
	include_cart: z.boolean(),
	/** What a person has to look at. */
	alarm: z.nullable( z.object( { code: z.string(), message: z.string() } ) ),
};

export const linkSchema = z.object( linkFields );

export const linksSchema = z.array( linkSchema );

export const linkEventSchema = z.object( {
	at: momentSchema,
	/** Null where it was not a person. */
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
	/** Of the customer, in international form, or empty. */
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
	confirm_paid: z.boolean(),
	idempotency_key: z.string(),
} );

export const siteOptionSchema = z.object( {
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

/** Items as the customer will see them; totals with tax, in the currency's smallest unit. */
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

export const draftSchema = z.object( {
	values: createBodySchema,
	options: z.object( {
		sites: z.array( siteOptionSchema ),
		locales: z.array( namedCodeSchema ),
		countries: z.array( namedCodeSchema ),
		/** Empty until they were asked for: MultiSafepay has to be called for them. */
		gateways: z.array( z.object( { id: z.string(), name: z.string() } ) ),
		/** Null where there is none to send. */
		cart: z.nullable( cartSchema ),
	} ),
	warnings: z.array( messageSchema ),
} );

export const preferencesSchema = z.object( { advanced: z.boolean() } );

const missingStockSchema = z.object( {
	name: z.string(),
	wanted: z.number(),
	left: z.number(),
} );

/** A WordPress REST error. */
export const errorBodySchema = z.object( {
	code: z.string(),
	message: z.string(),
	data: z.optional(
		z.nullable(
			z.object( {
				status: z.optional( z.int() ),
				// Messages by field; their reader takes what is text.
				params: z.optional( z.unknown() ),
				error_code: z.optional( z.nullable( z.int() ) ),
				/** Of `link_not_open`. */
				link_id: z.optional( z.int() ),
				/** Of `stock_gone`. */
				items: z.optional( z.array( missingStockSchema ) ),
				/** Where an order was copied, but its link failed. */
				wc_order_number: z.optional( z.string() ),
				edit_url: z.optional( z.string() ),
			} )
		)
	),
} );

export type LinkStatus = z.infer< typeof linkStatusSchema >;
export type Link = z.infer< typeof linkSchema >;
export type LinkEvent = z.infer< typeof linkEventSchema >;
export type LinkWithEvents = z.infer< typeof linkWithEventsSchema >;
export type CreateBody = z.infer< typeof createBodySchema >;
export type SiteOption = z.infer< typeof siteOptionSchema >;
export type Draft = z.infer< typeof draftSchema >;
export type MissingStock = z.infer< typeof missingStockSchema >;
export type Preferences = z.infer< typeof preferencesSchema >;
export type WireMessage = z.infer< typeof messageSchema >;
