import { OPTIONAL_TEXT_LIMITS, type FieldName } from './fields';

/** Maximum number of characters by field. A test compares them with the limits of the server. */
export const LIMITS: Partial< Readonly< Record< FieldName, number > > > = {
	'customer.first_name': 25,
	'customer.last_name': 25,
	'customer.email': 254,
	'customer.phone': 25,
	'customer.company_name': 100,
	'customer.address1': 64,
	'customer.address2': 64,
	'customer.house_number': 10,
	'customer.zip_code': 10,
	'customer.city': 50,
	'customer.state': 6,
	'delivery.first_name': 25,
	'delivery.last_name': 25,
	'delivery.address1': 64,
	'delivery.house_number': 9,
	'delivery.zip_code': 10,
	'delivery.city': 50,
	'delivery.phone': 25,
	'delivery.email': 254,
	order_id: 50,
	...OPTIONAL_TEXT_LIMITS,
	note: 1000,
};

/** MultiSafepay gets no longer email address and then cannot send Second Chance reminders. */
export const MAX_PROVIDER_EMAIL = 64;

export const MIN_NAME_LENGTH = 2;

export const MAX_DESCRIPTION_BYTES = 200;
