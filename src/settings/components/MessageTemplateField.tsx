import { TextareaControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import {
	MAX_MESSAGE_CHARACTERS,
	MESSAGE_PLACEHOLDERS,
} from '../message-template';

type MessageTemplateFieldProps = {
	value: string;
	error: string | undefined;
	onChange: ( value: string ) => void;
};

/** Text area for the message template, with the error before the help text. */
export function MessageTemplateField( {
	value,
	error,
	onChange,
}: MessageTemplateFieldProps ) {
	return (
		<TextareaControl
			__nextHasNoMarginBottom
			label={ __( 'Message with a link', 'multisafepay-payment-links' ) }
			value={ value }
			onChange={ onChange }
			rows={ 4 }
			aria-invalid={ error !== undefined }
			help={
				<>
					{ error !== undefined && (
						<span className="msp-payment-links-settings__error">
							{ error }{ ' ' }
						</span>
					) }
					{ sprintf(
						/* translators: 1: list of placeholders, 2: number of characters. */
						__(
							'For WhatsApp, text messages and copying. %1$s are filled in; at most %2$d characters.',
							'multisafepay-payment-links'
						),
						MESSAGE_PLACEHOLDERS.join( ' ' ),
						MAX_MESSAGE_CHARACTERS
					) }
				</>
			}
		/>
	);
}
