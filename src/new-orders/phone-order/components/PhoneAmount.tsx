import { SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import {
	AmountField,
	DescriptionField,
} from '../../../link-form/fields/link-fields';
import { withCurrentOption } from '../../../link-form/fields/select-options';
import type { PhoneOrder } from '../hooks/usePhoneOrder';

type Props = {
	phoneOrder: PhoneOrder;
	/** The order already exists, so its amount cannot be changed. */
	isFixed: boolean;
};

export function PhoneAmount( {
	phoneOrder: { form, draft, setCurrency },
	isFixed,
}: Props ) {
	const { currencies } = draft.options;
	const { currency } = draft.values;

	return (
		<div className="msp-payment-links__fields">
			<fieldset
				className="msp-payment-links__amount-fields"
				disabled={ isFixed }
			>
				<AmountField form={ form } currency={ currency } />
				{ currencies.length > 1 && (
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						className="msp-payment-links__field"
						label={ __( 'Currency', 'multisafepay-payment-links' ) }
						value={ currency }
						options={ withCurrentOption( currencies, currency ) }
						onChange={ setCurrency }
					/>
				) }
			</fieldset>
			<DescriptionField form={ form } />
		</div>
	);
}
