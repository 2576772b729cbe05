import { __ } from '@wordpress/i18n';

import type { LinkForm } from '../hooks/useLinkForm';
import { TextField } from './FormFields';

export function AddressFields( { form }: { form: LinkForm } ) {
	return (
		<div className="msp-payment-links__fields">
			<TextField
				form={ form }
				name="customer.company_name"
				label={ __( 'Company', 'multisafepay-payment-links' ) }
			/>
			<TextField
				form={ form }
				name="customer.phone"
				label={ __( 'Phone', 'multisafepay-payment-links' ) }
				inputMode="tel"
				dir="ltr"
			/>
			<TextField
				form={ form }
				name="customer.birthday"
				label={ __( 'Birthday', 'multisafepay-payment-links' ) }
				hint={ __(
					'Some payment methods for paying later ask for it.',
					'multisafepay-payment-links'
				) }
				type="date"
			/>
			<TextField
				form={ form }
				name="customer.address1"
				label={ __( 'Street', 'multisafepay-payment-links' ) }
			/>
			<TextField
				form={ form }
				name="customer.house_number"
				label={ __( 'House number', 'multisafepay-payment-links' ) }
			/>
			<TextField
				form={ form }
				name="customer.address2"
				label={ __(
					'Address, second line',
					'multisafepay-payment-links'
				) }
			/>
			<TextField
				form={ form }
				name="customer.zip_code"
				label={ __( 'Postal code', 'multisafepay-payment-links' ) }
			/>
			<TextField
				form={ form }
				name="customer.city"
				label={ __( 'City', 'multisafepay-payment-links' ) }
			/>
			<TextField
				form={ form }
				name="customer.state"
				label={ __( 'State (code)', 'multisafepay-payment-links' ) }
			/>
		</div>
	);
}
