import { SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { AmountField } from '../components/PaymentParts';
import { withCurrent } from '../utils/select-options';
import type { PhoneOrder } from './usePhoneOrder';

/** What is to be paid: first, since it is what the customer says first. */
export function PhoneAmount( {
	phoneOrder: { form, draft, setCurrency },
}: {
	phoneOrder: PhoneOrder;
} ) {
	const { currencies } = draft.options;
	const { currency } = draft.values;

	return (
		<div className="msp-payment-links__fields">
			<AmountField form={ form } currency={ currency } />
			{ currencies.length > 1 && (
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					className="msp-payment-links__field"
					label={ __( 'Currency', 'multisafepay-payment-links' ) }
					value={ currency }
					options={ withCurrent( currencies, currency ) }
					onChange={ setCurrency }
				/>
			) }
		</div>
	);
}
