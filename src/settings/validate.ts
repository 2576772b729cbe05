import { __, sprintf } from '@wordpress/i18n';

import { byteLength } from '../shared/utils/bytes';
import type { SettingsForm } from './form';
import { messageTemplateError } from './message-template';
import {
	MAX_DESCRIPTION_BYTES,
	orderIdTemplateError,
	type OrderIdTemplateError,
	unknownPlaceholder,
} from './templates';

/** Messages by field. Fields of a site are named `{key}.{field}`. */
export type FieldErrors = Readonly< Record< string, string > >;

export function validate( form: SettingsForm ): FieldErrors {
	const errors: Record< string, string > = {};

	for ( const site of form.sites ) {
		if ( site.label.trim() === '' ) {
			errors[ `${ site.key }.label` ] = __(
				'Enter a label.',
				'multisafepay-payment-links'
			);
		}
		const error = orderIdTemplateError( site.order_id_template.trim() );
		if ( error !== null ) {
			errors[ `${ site.key }.order_id_template` ] =
				orderIdTemplateMessage( error );
		}
	}

	const days = Number( form.default_days_active );
	if ( ! Number.isInteger( days ) || days < 1 || days > 365 ) {
		errors[ 'default_days_active' ] = __(
			'Enter a whole number from 1 to 365.',
			'multisafepay-payment-links'
		);
	}

	const description = descriptionError( form.description_template.trim() );
	if ( description !== null ) {
		errors[ 'description_template' ] = description;
	}

	const message = messageTemplateError( form.message_template.trim() );
	if ( message !== null ) {
		errors[ 'message_template' ] = message;
	}

	return errors;
}

function orderIdTemplateMessage( error: OrderIdTemplateError ): string {
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
			return __(
				'Use at most 24 characters besides the placeholders.',
				'multisafepay-payment-links'
			);
		case 'adjacent':
			return __(
				'Put a character between the placeholders.',
				'multisafepay-payment-links'
			);
	}
}

function descriptionError( template: string ): string | null {
	if ( template === '' ) {
		return __( 'Enter a description.', 'multisafepay-payment-links' );
	}
	if ( byteLength( template ) > MAX_DESCRIPTION_BYTES ) {
		return __(
			'This is too long: MultiSafepay takes 200 bytes.',
			'multisafepay-payment-links'
		);
	}
	const unknown = unknownPlaceholder( template );
	return unknown === null
		? null
		: sprintf(
				/* translators: %s: a placeholder such as {order}. */
				__(
					'%s is not known. Use {order_number} or {shop_name}.',
					'multisafepay-payment-links'
				),
				unknown
		  );
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
