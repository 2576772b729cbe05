import type { Draft } from '../../shared/api/schemas';
import { amountToText } from '../../shared/utils/amount-input';
import { kindOf } from './amount';
import type { ExpiryUnit, ShopTime } from './expiry';
import { expiryFieldOf, initialExpiry } from './expiry';
import type { FieldName, LinkFormValues } from './fields';
import { isFieldName, mapOptionalTexts } from './fields';

/**
 * Returns the form field that shows a message of the server.
 *
 * @param param  Parameter of the REST API.
 * @param expiry Selected unit of the expiry.
 */
export function fieldForParam(
	param: string,
	expiry: ExpiryUnit
): FieldName | null {
	switch ( param ) {
		case 'currency':
			return 'amount';
		case 'days_active':
		case 'seconds_active':
			return expiryFieldOf( expiry );
		default:
			return isFieldName( param ) ? param : null;
	}
}

/** Returns the order ID that the server assigns to the next link of the site. */
export function suggestedOrderId( draft: Draft, siteId: string ): string {
	const site = draft.options.sites.find( ( { id } ) => id === siteId );

	return (
		site?.order_id ??
		( siteId === draft.values.site ? draft.values.order_id ?? '' : '' )
	);
}

export function initialValues( draft: Draft, time: ShopTime ): LinkFormValues {
	const { values } = draft;
	const { customer, delivery } = values;

	return {
		...initialExpiry( values, time ),
		site: values.site,
		kind: kindOf( values.amount, draft ) ?? 'partial',
		amount: amountToText( values.amount, values.currency ),
		order_id: suggestedOrderId( draft, values.site ),
		description: values.description,
		second_chance: values.second_chance,
		include_cart: values.include_cart,
		has_delivery: delivery !== null,
		...mapOptionalTexts( ( name ) => values[ name ] ?? '' ),
		note: values.note ?? '',
		'customer.first_name': customer.first_name,
		'customer.last_name': customer.last_name,
		'customer.email': customer.email,
		'customer.country': customer.country,
		'customer.locale': customer.locale,
		'customer.company_name': customer.company_name,
		'customer.phone': customer.phone,
		'customer.birthday': customer.birthday ?? '',
		'customer.address1': customer.address1,
		'customer.house_number': customer.house_number,
		'customer.address2': customer.address2,
		'customer.zip_code': customer.zip_code,
		'customer.city': customer.city,
		'customer.state': customer.state,
		'delivery.first_name': delivery?.first_name ?? '',
		'delivery.last_name': delivery?.last_name ?? '',
		'delivery.address1': delivery?.address1 ?? '',
		'delivery.house_number': delivery?.house_number ?? '',
		'delivery.zip_code': delivery?.zip_code ?? '',
		'delivery.city': delivery?.city ?? '',
		'delivery.country': delivery?.country ?? '',
		'delivery.phone': delivery?.phone ?? '',
		'delivery.email': delivery?.email ?? '',
	};
}
