import type { LinkKind } from '../../shared/api/schemas';
import type { ExpiryValues } from './expiry';

/*
 * Form fields are named after the fields of the REST API. Nested fields are separated by dots.
 */

export const CUSTOMER_PARTS = [
	'first_name',
	'last_name',
	'email',
	'country',
	'locale',
	'company_name',
	'phone',
	'birthday',
	'address1',
	'house_number',
	'address2',
	'zip_code',
	'city',
	'state',
] as const;

export type CustomerField = `customer.${ ( typeof CUSTOMER_PARTS )[ number ] }`;
type DeliveryPart =
	| 'first_name'
	| 'last_name'
	| 'address1'
	| 'house_number'
	| 'zip_code'
	| 'city'
	| 'country'
	| 'phone'
	| 'email';
type DeliveryField = `delivery.${ DeliveryPart }`;

/** Optional texts with their maximum number of characters. In the REST API they are null if they are empty. */
export const OPTIONAL_TEXT_LIMITS = {
	gateway: 32,
	redirect_url: 500,
	cancel_url: 500,
} as const;

type OptionalText = keyof typeof OPTIONAL_TEXT_LIMITS;

export function mapOptionalTexts< T >(
	read: ( name: OptionalText ) => T
): Record< OptionalText, T > {
	return {
		gateway: read( 'gateway' ),
		redirect_url: read( 'redirect_url' ),
		cancel_url: read( 'cancel_url' ),
	};
}

/** Values as they are entered: amounts, numbers and dates are text. */
export type LinkFormValues = ExpiryValues & {
	readonly site: string;
	/** Only used if staff choose between the full amount and a part of it. */
	readonly kind: LinkKind;
	readonly amount: string;
	readonly order_id: string;
	readonly description: string;
	readonly second_chance: boolean;
	readonly include_cart: boolean;
	readonly has_delivery: boolean;
	readonly note: string;
} & Readonly< Record< CustomerField | DeliveryField | OptionalText, string > >;

export type FieldName = keyof LinkFormValues;

const SIMPLE_FIELDS = [
	'site',
	'kind',
	'amount',
	'order_id',
	'expiry',
	'days_active',
	'hours_active',
	'expires_at',
	'description',
	'second_chance',
	'customer.first_name',
	'customer.last_name',
	'customer.email',
	'customer.country',
	'customer.locale',
] as const satisfies readonly FieldName[];

const ADVANCED_FIELDS = [
	'customer.company_name',
	'customer.phone',
	'customer.birthday',
	'customer.address1',
	'customer.house_number',
	'customer.address2',
	'customer.zip_code',
	'customer.city',
	'customer.state',
	'has_delivery',
	'delivery.first_name',
	'delivery.last_name',
	'delivery.address1',
	'delivery.house_number',
	'delivery.zip_code',
	'delivery.city',
	'delivery.country',
	'delivery.phone',
	'delivery.email',
	'include_cart',
	...Object.values( mapOptionalTexts( ( name ) => name ) ),
	'note',
] as const satisfies readonly FieldName[];

export const FIELD_NAMES = [ ...SIMPLE_FIELDS, ...ADVANCED_FIELDS ] as const;

/** Whether a field that is only visible in advanced mode has an error. */
export function hasAdvancedField(
	errors: Partial< Record< FieldName, string > >
): boolean {
	return ADVANCED_FIELDS.some( ( name ) => errors[ name ] !== undefined );
}

export function isFieldName( name: string ): name is FieldName {
	return FIELD_NAMES.some( ( known ) => known === name );
}
