import { __, sprintf } from '@wordpress/i18n';

import { byteLength } from '../../shared/utils/bytes';
import type { SettingsForm } from '../form';
import { descriptionExample, MAX_DESCRIPTION_BYTES } from '../templates';
import type { FieldErrors } from '../validate';
import { MessageTemplateField } from './MessageTemplateField';
import { TextField } from './TextField';

type NewLinkDefaultsProps = {
	form: SettingsForm;
	shopName: string;
	errors: FieldErrors;
	onChange: ( change: Partial< Omit< SettingsForm, 'sites' > > ) => void;
};

export function NewLinkDefaults( {
	form,
	shopName,
	errors,
	onChange,
}: NewLinkDefaultsProps ) {
	const example = descriptionExample(
		form.description_template.trim(),
		shopName
	);

	return (
		<>
			<TextField
				className="msp-payment-links-settings__days"
				inputMode="numeric"
				maxLength={ 3 }
				label={ __(
					'Days a link can be paid',
					'multisafepay-payment-links'
				) }
				value={ form.default_days_active }
				onChange={ ( value ) =>
					onChange( { default_days_active: value } )
				}
				error={ errors[ 'default_days_active' ] }
				help={ __(
					'From 1 to 365. Staff can change it for each link.',
					'multisafepay-payment-links'
				) }
			/>
			<TextField
				label={ __( 'Description', 'multisafepay-payment-links' ) }
				value={ form.description_template }
				onChange={ ( value ) =>
					onChange( { description_template: value } )
				}
				error={ errors[ 'description_template' ] }
				help={
					<>
						{ __(
							'The customer sees it. {order_number} and {shop_name} are filled in.',
							'multisafepay-payment-links'
						) }{ ' ' }
						{ sprintf(
							/* translators: 1: example of a description, 2: its length, 3: the longest possible length. */
							__(
								'Example: “%1$s” (%2$d of %3$d bytes).',
								'multisafepay-payment-links'
							),
							example,
							byteLength( example ),
							MAX_DESCRIPTION_BYTES
						) }
					</>
				}
			/>
			<MessageTemplateField
				value={ form.message_template }
				error={ errors[ 'message_template' ] }
				onChange={ ( value ) =>
					onChange( { message_template: value } )
				}
			/>
		</>
	);
}
