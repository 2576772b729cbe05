import type { Draft } from '../../shared/api/schemas';
import { amountOf } from './amount';
import {
	checkAmount,
	checkBirthday,
	checkDescription,
	checkEmail,
	checkLength,
	checkLifetime,
	checkOrderId,
	checkRecipientName,
	checkSite,
	checkUrl,
	required,
} from './checks';
import { expiryFieldOf, type ShopTime } from './expiry';
import { FIELD_NAMES, type FieldName, type LinkFormValues } from './fields';
import { LIMITS } from './limits';

/*
 * The server validates everything again. These checks show errors immediately.
 */

export type FieldErrors = Partial< Record< FieldName, string > >;

export function validate(
	values: LinkFormValues,
	draft: Draft,
	time: ShopTime
): FieldErrors {
	const errors: FieldErrors = {};
	for ( const field of FIELD_NAMES ) {
		const message = isSent( field, values )
			? check( field, values, draft, time ) ??
			  checkLength( values[ field ], LIMITS[ field ] )
			: null;
		if ( message !== null ) {
			errors[ field ] = message;
		}
	}

	return errors;
}

/** Hidden fields are not sent, so they are not validated. */
function isSent( field: FieldName, values: LinkFormValues ): boolean {
	switch ( field ) {
		case 'days_active':
		case 'hours_active':
		case 'expires_at':
			return field === expiryFieldOf( values.expiry );
		default:
			return values.has_delivery || ! field.startsWith( 'delivery.' );
	}
}

function check(
	field: FieldName,
	values: LinkFormValues,
	draft: Draft,
	time: ShopTime
): string | null {
	switch ( field ) {
		case 'site':
			return checkSite( values.site, draft );
		case 'amount':
			return checkAmount(
				amountOf( values, draft ),
				draft.values.currency
			);
		case 'order_id':
			return checkOrderId( values.order_id.trim() );
		case 'description':
			return checkDescription( values.description.trim() );
		case 'days_active':
		case 'hours_active':
		case 'expires_at':
			return checkLifetime( values, time );
		case 'customer.email':
			return checkEmail( values[ field ].trim(), values.second_chance );
		case 'customer.birthday':
			return checkBirthday( values[ field ].trim(), time );
		case 'delivery.email':
			return checkEmail( values[ field ].trim(), false );
		case 'delivery.first_name':
		case 'delivery.last_name':
			return checkRecipientName( values[ field ].trim() );
		case 'delivery.address1':
		case 'delivery.house_number':
		case 'delivery.zip_code':
		case 'delivery.city':
		case 'delivery.country':
			return values[ field ].trim() === '' ? required() : null;
		case 'redirect_url':
		case 'cancel_url':
			return checkUrl( values[ field ].trim() );
		default:
			return null;
	}
}
