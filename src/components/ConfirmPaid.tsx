import { CheckboxControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Draft } from '../api/schemas';
import type { LinkForm } from '../hooks/useLinkForm';
import { formatMoney } from '../utils/money';
import { FieldHelp } from './FormFields';

type Props = {
	form: LinkForm;
	draft: Draft;
};

/** The one confirmation: the customer will pay more than the order still owes. */
export function ConfirmPaid( { form, draft }: Props ) {
	const { submission } = form;
	const { amount, currency } = draft.values;
	const reason =
		submission.kind === 'refused' &&
		submission.error.code === 'order_already_paid'
			? submission.error.message
			: sprintf(
					/* translators: %s: amount. */
					__(
						'The order still owes %s.',
						'multisafepay-payment-links'
					),
					formatMoney( Math.max( 0, amount ), currency )
			  );

	return (
		<CheckboxControl
			__nextHasNoMarginBottom
			className="msp-payment-links__confirm"
			label={ __(
				'Yes, the customer will pay more than the order still owes',
				'multisafepay-payment-links'
			) }
			help={
				<FieldHelp
					hint={ reason }
					error={
						form.isConfirmationMissing
							? __(
									'Tick this box if that is what you want, or lower the amount.',
									'multisafepay-payment-links'
							  )
							: undefined
					}
				/>
			}
			checked={ form.confirmPaid }
			onChange={ form.confirm }
			aria-invalid={ form.isConfirmationMissing }
		/>
	);
}
