import { __ } from '@wordpress/i18n';

import type { Draft } from '../../shared/api/schemas';
import type { LinkForm } from '../hooks/useLinkForm';
import { CheckboxField, SelectField, TextField } from './FormFields';
import { withCurrentOption } from './select-options';

type Props = {
	form: LinkForm;
	draft: Draft;
};

/** Delivery address, if it differs from the address of the customer. */
export function DeliveryFields( { form, draft }: Props ) {
	return (
		<div className="msp-payment-links__fields">
			<CheckboxField
				form={ form }
				name="has_delivery"
				label={ __(
					'Send a delivery address',
					'multisafepay-payment-links'
				) }
				hint={ __(
					'For payment methods that check where the goods go.',
					'multisafepay-payment-links'
				) }
			/>
			{ form.values.has_delivery && (
				<>
					<TextField
						form={ form }
						name="delivery.first_name"
						label={ __(
							'First name of the receiver',
							'multisafepay-payment-links'
						) }
					/>
					<TextField
						form={ form }
						name="delivery.last_name"
						label={ __(
							'Last name of the receiver',
							'multisafepay-payment-links'
						) }
					/>
					<TextField
						form={ form }
						name="delivery.address1"
						label={ __(
							'Delivery street',
							'multisafepay-payment-links'
						) }
					/>
					<TextField
						form={ form }
						name="delivery.house_number"
						label={ __(
							'Delivery house number',
							'multisafepay-payment-links'
						) }
					/>
					<TextField
						form={ form }
						name="delivery.zip_code"
						label={ __(
							'Delivery postal code',
							'multisafepay-payment-links'
						) }
					/>
					<TextField
						form={ form }
						name="delivery.city"
						label={ __(
							'Delivery city',
							'multisafepay-payment-links'
						) }
					/>
					<SelectField
						form={ form }
						name="delivery.country"
						label={ __(
							'Delivery country',
							'multisafepay-payment-links'
						) }
						options={ withCurrentOption(
							draft.options.countries,
							form.values[ 'delivery.country' ]
						) }
					/>
					<TextField
						form={ form }
						name="delivery.phone"
						label={ __(
							'Phone of the receiver',
							'multisafepay-payment-links'
						) }
						inputMode="tel"
						dir="ltr"
					/>
					<TextField
						form={ form }
						name="delivery.email"
						label={ __(
							'E-mail of the receiver',
							'multisafepay-payment-links'
						) }
						inputMode="email"
						dir="ltr"
					/>
				</>
			) }
		</div>
	);
}
