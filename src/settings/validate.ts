import { __, sprintf } from '@wordpress/i18n';

import { byteLength } from '../shared/utils/bytes';
import type { SettingsForm } from './form';
import type { Field, SettingsConfig, SettingValue } from './schemas';
import {
	orderIdTemplateError,
	unknownPlaceholder,
	type OrderIdTemplateError,
} from './templates';

/** Messages by field. Fields of a site are named `{key}.{field}`. */
export type FieldErrors = Readonly< Record< string, string > >;

export function validate(
	form: SettingsForm,
	config: Pick< SettingsConfig, 'sections' | 'site_fields' >
): FieldErrors {
	const siteFields = config.site_fields;
	const errors: Record< string, string > = {};

	function check( name: string, error: string | null ) {
		if ( error !== null ) {
			errors[ name ] = error;
		}
	}

	for ( const site of form.sites ) {
		const { key, values } = site;
		check( `${ key }.label`, fieldError( siteFields.label, site.label ) );
		check(
			`${ key }.order_id_template`,
			orderIdTemplateMessage(
				siteFields.order_id_template,
				site.order_id_template.trim()
			)
		);
		for ( const [ name, field ] of Object.entries( siteFields.others ) ) {
			check( `${ key }.${ name }`, fieldError( field, values[ name ] ) );
		}
	}
	for ( const field of config.sections.flatMap( ( { fields } ) => fields ) ) {
		check( field.name, fieldError( field, form.values[ field.name ] ) );
	}

	return errors;
}

/** Returns the error message for a value; null if it is valid. The rules are those of the server. */
export function fieldError(
	field: Field,
	value: SettingValue | undefined
): string | null {
	switch ( field.type ) {
		case 'boolean':
			return null;
		case 'integer':
			return numberError( field, Number( value ) );
		case 'string':
			return textError( field, String( value ?? '' ).trim() );
	}
}

function numberError(
	{ minimum = -Infinity, maximum = Infinity }: Field,
	value: number
): string | null {
	return Number.isInteger( value ) && value >= minimum && value <= maximum
		? null
		: sprintf(
				/* translators: 1: lowest number, 2: highest number. */
				__(
					'Enter a whole number from %1$d to %2$d.',
					'multisafepay-payment-links'
				),
				minimum,
				maximum
		  );
}

function textError( field: Field, text: string ): string | null {
	const {
		minLength = 0,
		maxLength = Infinity,
		max_bytes: maxBytes = Infinity,
		placeholders,
		required_placeholder: requiredPlaceholder = '',
	} = field;
	if ( text === '' && minLength > 0 ) {
		return emptyMessage( field.name );
	}
	if ( byteLength( text ) > maxBytes ) {
		return sprintf(
			/* translators: %d: number of bytes. */
			__(
				'This is too long: MultiSafepay takes %d bytes.',
				'multisafepay-payment-links'
			),
			maxBytes
		);
	}
	if ( [ ...text ].length > maxLength ) {
		return sprintf(
			/* translators: %d: number of characters. */
			__( 'At most %d characters.', 'multisafepay-payment-links' ),
			maxLength
		);
	}
	const unknown =
		placeholders === undefined
			? null
			: unknownPlaceholder( text, placeholders );
	if ( unknown !== null ) {
		return sprintf(
			/* translators: 1: an unknown placeholder. 2: list of placeholders. */
			__(
				'%1$s is not known. Use one of: %2$s.',
				'multisafepay-payment-links'
			),
			unknown,
			placeholders?.join( ' ' ) ?? ''
		);
	}
	return text.includes( requiredPlaceholder )
		? null
		: sprintf(
				/* translators: %s: a placeholder such as {payment_url}. */
				__(
					'Put %s into the message: without it the customer cannot pay.',
					'multisafepay-payment-links'
				),
				requiredPlaceholder
		  );
}

function emptyMessage( name: string ): string {
	switch ( name ) {
		case 'label':
			return __( 'Enter a label.', 'multisafepay-payment-links' );
		case 'description_template':
			return __( 'Enter a description.', 'multisafepay-payment-links' );
		case 'message_template':
			return __( 'Enter a message.', 'multisafepay-payment-links' );
		default:
			return __( 'This field is needed.', 'multisafepay-payment-links' );
	}
}

function orderIdTemplateMessage(
	field: Field,
	template: string
): string | null {
	const max = field.max_fixed_characters ?? Infinity;
	const error = orderIdTemplateError( template, max );
	return error === null ? null : orderIdTemplateErrorMessage( error, max );
}

function orderIdTemplateErrorMessage(
	error: OrderIdTemplateError,
	maxFixedCharacters: number
): string {
	switch ( error ) {
		case 'placeholders':
			return __(
				'Use {order_number} and {n} once each.',
				'multisafepay-payment-links'
			);
		case 'characters':
			return __(
				'Use only letters, digits and - _ . around the placeholders.',
				'multisafepay-payment-links'
			);
		case 'too_long':
			return sprintf(
				/* translators: %d: number of characters. */
				__(
					'Use at most %d characters besides the placeholders.',
					'multisafepay-payment-links'
				),
				maxFixedCharacters
			);
		case 'adjacent':
			return __(
				'Put a character between the placeholders.',
				'multisafepay-payment-links'
			);
	}
}

/** Assigns messages of the server for `sites.{index}.{field}` to the cards that were sent at that index. */
export function toFieldErrors(
	params: FieldErrors,
	form: SettingsForm
): FieldErrors {
	return Object.fromEntries(
		Object.entries( params ).map( ( [ field, message ] ) => {
			const [ , index, rest ] =
				/^sites\.(\d+)\.(.+)$/.exec( field ) ?? [];
			const site =
				index === undefined ? undefined : form.sites[ Number( index ) ];
			return [
				site === undefined ? field : `${ site.key }.${ rest }`,
				message,
			];
		} )
	);
}
