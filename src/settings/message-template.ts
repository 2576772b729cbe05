import { __, sprintf } from '@wordpress/i18n';

export const MAX_MESSAGE_CHARACTERS = 500;

export const MESSAGE_PLACEHOLDERS = [
	'{first_name}',
	'{last_name}',
	'{order_number}',
	'{amount}',
	'{shop_name}',
	'{payment_url}',
	'{expires}',
] as const;

/** Returns the error message for a template; null if it is valid. The rules are those of the server. */
export function messageTemplateError( template: string ): string | null {
	if ( template === '' ) {
		return __( 'Enter a message.', 'multisafepay-payment-links' );
	}
	if ( [ ...template ].length > MAX_MESSAGE_CHARACTERS ) {
		return sprintf(
			/* translators: %d: number of characters. */
			__( 'At most %d characters.', 'multisafepay-payment-links' ),
			MAX_MESSAGE_CHARACTERS
		);
	}
	const unknown = unknownPlaceholder( template );
	if ( unknown !== null ) {
		return sprintf(
			/* translators: 1: an unknown placeholder. 2: list of placeholders. */
			__(
				'%1$s is not known. Use one of: %2$s.',
				'multisafepay-payment-links'
			),
			unknown,
			MESSAGE_PLACEHOLDERS.join( ' ' )
		);
	}
	return template.includes( '{payment_url}' )
		? null
		: __(
				'Put {payment_url} into the message: without it the customer cannot pay.',
				'multisafepay-payment-links'
		  );
}

function unknownPlaceholder( template: string ): string | null {
	const rest = MESSAGE_PLACEHOLDERS.reduce(
		( text, placeholder ) => text.replaceAll( placeholder, '' ),
		template
	);
	return /\{[^{}]*\}/.exec( rest )?.[ 0 ] ?? null;
}
