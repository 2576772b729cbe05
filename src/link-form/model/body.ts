import type { CreateBody, Draft } from '../../shared/api/schemas';
import { amountOf, kindOf } from './amount';
import { toLifetime, type ShopTime } from './expiry';
import { mapOptionalTexts, type LinkFormValues } from './fields';
import { suggestedOrderId } from './values';

/** Converts the form values to the body of a create request. Returns null if a number or a date is invalid. */
export function toCreateBody(
	draft: Draft,
	values: LinkFormValues,
	intent: {
		readonly idempotencyKey: string;
		readonly isAmountConfirmed: boolean;
	},
	time: ShopTime
): CreateBody | null {
	const { currency } = draft.values;
	const amount = amountOf( values, draft );
	const lifetime = toLifetime( values, time );
	if ( ! amount.ok || lifetime === null ) {
		return null;
	}

	const kind = kindOf( amount.amount, draft );
	const orderId = values.order_id.trim();
	const isCustomOrderId =
		orderId !== '' && orderId !== suggestedOrderId( draft, values.site );

	return {
		...( isCustomOrderId ? { order_id: orderId } : {} ),
		...( kind === null ? {} : { kind } ),
		...lifetime,
		site: values.site,
		amount: amount.amount,
		currency,
		description: values.description.trim(),
		second_chance: values.second_chance,
		customer: customerOf( values ),
		delivery: values.has_delivery ? deliveryOf( values ) : null,
		include_cart: values.include_cart,
		...mapOptionalTexts( ( name ) => orNull( values[ name ] ) ),
		note: values.note.trim(),
		confirm_amount: intent.isAmountConfirmed,
		idempotency_key: intent.idempotencyKey,
	};
}

function customerOf( values: LinkFormValues ): CreateBody[ 'customer' ] {
	return {
		first_name: values[ 'customer.first_name' ].trim(),
		last_name: values[ 'customer.last_name' ].trim(),
		email: values[ 'customer.email' ].trim(),
		phone: values[ 'customer.phone' ].trim(),
		company_name: values[ 'customer.company_name' ].trim(),
		address1: values[ 'customer.address1' ].trim(),
		address2: values[ 'customer.address2' ].trim(),
		house_number: values[ 'customer.house_number' ].trim(),
		zip_code: values[ 'customer.zip_code' ].trim(),
		city: values[ 'customer.city' ].trim(),
		state: values[ 'customer.state' ].trim(),
		country: values[ 'customer.country' ],
		locale: values[ 'customer.locale' ],
		birthday: orNull( values[ 'customer.birthday' ] ),
	};
}

function deliveryOf( values: LinkFormValues ): CreateBody[ 'delivery' ] {
	return {
		first_name: values[ 'delivery.first_name' ].trim(),
		last_name: values[ 'delivery.last_name' ].trim(),
		address1: values[ 'delivery.address1' ].trim(),
		house_number: values[ 'delivery.house_number' ].trim(),
		zip_code: values[ 'delivery.zip_code' ].trim(),
		city: values[ 'delivery.city' ].trim(),
		country: values[ 'delivery.country' ],
		phone: values[ 'delivery.phone' ].trim(),
		email: values[ 'delivery.email' ].trim(),
	};
}

function orNull( text: string ): string | null {
	return text.trim() === '' ? null : text.trim();
}
