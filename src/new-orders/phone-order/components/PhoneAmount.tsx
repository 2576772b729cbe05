import { SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { AmountField, DescriptionField } from '../components/PaymentParts';
import { withCurrent } from '../utils/select-options';
import type { PhoneOrder } from './usePhoneOrder';

type Props = {
	phoneOrder: PhoneOrder;
	/** There is an order already, which costs what it costs. */
	isFixed: boolean;
};

/** What is to be paid, and for what: first, since it is what the customer says first. */
export function PhoneAmount( {
	phoneOrder: { form, draft, setCurrency },
	isFixed,
}: Props ) {
	const { currencies } = draft.options;
	const { currency } = draft.values;

	return (
		<div className="msp-payment-links__fields">
			<fieldset className="msp-payment-links__asked" disabled={ isFixed }>
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
			</fieldset>
			<DescriptionField form={ form } />
		</div>
	);
}
