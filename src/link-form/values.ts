import type { CreateBody, Draft } from '../api/schemas';
import { amountToText, parseAmount } from '../utils/money';

/** What a person types in simple mode, by the field's name on the wire, with dots for nested ones. */
export type LinkFormValues = {
	readonly site: string;
	/** Decimal text as typed, not yet an amount. */
	readonly amount: string;
	readonly order_id: string;
	readonly description: string;
	readonly days_active: string;
	readonly second_chance: boolean;
	readonly 'customer.first_name': string;
	readonly 'customer.last_name': string;
	readonly 'customer.email': string;
	readonly 'customer.country': string;
	readonly 'customer.locale': string;
};

export type FieldName = keyof LinkFormValues;

/** In the order of the form, so that the first wrong field is the first one to the eye. */
export const FIELD_NAMES = [
	'site',
	'amount',
	'order_id',
	'description',
	'days_active',
	'second_chance',
	'customer.first_name',
	'customer.last_name',
	'customer.email',
	'customer.country',
	'customer.locale',
] as const satisfies readonly FieldName[];

/** Tells which field of the form shows a message that the server gave for one of its names. */
export function fieldForParam( param: string ): FieldName | null {
	switch ( param ) {
		case 'currency':
			return 'amount';
		case 'seconds_active':
			return 'days_active';
		default:
			return FIELD_NAMES.find( ( name ) => name === param ) ?? null;
	}
}

/** Returns the order ID that the shop would give to the next link of this site. */
export function suggestedOrderId( draft: Draft, siteId: string ): string {
	const site = draft.options.sites.find( ( { id } ) => id === siteId );

	return (
		site?.order_id ??
		( siteId === draft.values.site ? draft.values.order_id ?? '' : '' )
	);
}

export function initialValues( draft: Draft ): LinkFormValues {
	const { values } = draft;

	return {
		site: values.site,
		amount: amountToText( values.amount, values.currency ),
		order_id: suggestedOrderId( draft, values.site ),
		description: values.description,
		days_active: String( values.days_active ?? '' ),
		second_chance: values.second_chance,
		'customer.first_name': values.customer.first_name,
		'customer.last_name': values.customer.last_name,
		'customer.email': values.customer.email,
		'customer.country': values.customer.country,
		'customer.locale': values.customer.locale,
	};
}

/**
 * Makes the request of what was typed; what the form does not show goes back as the draft had it.
 *
 * Returns null when a number cannot be read, which validation finds first.
 */
export function toCreateBody(
	draft: Draft,
	values: LinkFormValues,
	intent: { readonly idempotencyKey: string; readonly confirmPaid: boolean }
): CreateBody | null {
	const { currency, customer } = draft.values;
	const amount = parseAmount( values.amount, currency );
	const days = Number( values.days_active );
	if ( ! amount.ok || ! Number.isInteger( days ) ) {
		return null;
	}

	const {
		order_id: ignoredSuggestion,
		seconds_active: ignoredSeconds,
		...hidden
	} = draft.values;
	const orderId = values.order_id.trim();
	const isOwnOrderId =
		orderId !== '' && orderId !== suggestedOrderId( draft, values.site );

	return {
		...hidden,
		...( isOwnOrderId ? { order_id: orderId } : {} ),
		site: values.site,
		amount: amount.amount,
		description: values.description.trim(),
		days_active: days,
		second_chance: values.second_chance,
		customer: {
			...customer,
			first_name: values[ 'customer.first_name' ].trim(),
			last_name: values[ 'customer.last_name' ].trim(),
			email: values[ 'customer.email' ].trim(),
			country: values[ 'customer.country' ],
			locale: values[ 'customer.locale' ],
		},
		confirm_paid: intent.confirmPaid,
		idempotency_key: intent.idempotencyKey,
	};
}
