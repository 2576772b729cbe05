import { __ } from '@wordpress/i18n';

import type { Draft } from '../../shared/api/schemas';
import type { LinkForm } from '../hooks/useLinkForm';
import { SelectField, TextField } from './FormFields';
import { withCurrentOption } from './select-options';

type Props = {
	form: LinkForm;
	draft: Draft;
};

export function CustomerFields( { form, draft }: Props ) {
	const { countries, locales } = draft.options;

	return (
		<div className="msp-payment-links__fields">
			<TextField
				form={ form }
				name="customer.first_name"
				label={ __( 'First name', 'multisafepay-payment-links' ) }
			/>
			<TextField
				form={ form }
				name="customer.last_name"
				label={ __( 'Last name', 'multisafepay-payment-links' ) }
			/>
			<TextField
				form={ form }
				name="customer.email"
				label={ __( 'E-mail', 'multisafepay-payment-links' ) }
				inputMode="email"
				dir="ltr"
			/>
			<SelectField
				form={ form }
				name="customer.country"
				label={ __( 'Country', 'multisafepay-payment-links' ) }
				options={ withCurrentOption(
					countries,
					form.values[ 'customer.country' ]
				) }
			/>
			<SelectField
				form={ form }
				name="customer.locale"
				label={ __(
					'Language of the payment page',
					'multisafepay-payment-links'
				) }
				options={ withCurrentOption(
					locales,
					form.values[ 'customer.locale' ]
				) }
			/>
		</div>
	);
}
