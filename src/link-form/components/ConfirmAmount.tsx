import { CheckboxControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { LinkForm } from '../hooks/useLinkForm';
import { formatMoney } from '../utils/money';
import { FieldHelp } from './FormFields';

type Props = {
	form: LinkForm;
	/** What the order owes, in the currency's smallest unit; null when only the shop knows. */
	due: number | null;
	currency: string;
};

/** The one confirmation: the customer will pay more than the order still owes. */
export function ConfirmPaid( { form, due, currency }: Props ) {
	const { submission } = form;
	const isPaid =
		submission.kind === 'refused' &&
		submission.error.code === 'order_already_paid';
	const reason = isPaid ? submission.error.message : owes( due, currency );

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

function owes( due: number | null, currency: string ): string | undefined {
	return due === null
		? undefined
		: sprintf(
				/* translators: %s: amount. */
				__( 'The order still owes %s.', 'multisafepay-payment-links' ),
				formatMoney( Math.max( 0, due ), currency )
		  );
}
