import { CheckboxControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Balance } from '../../shared/api/schemas';
import { FieldHelp } from '../../shared/components/FieldHelp';
import { formatMoney } from '../../shared/utils/money';
import type { LinkForm } from '../hooks/useLinkForm';

type Props = {
	form: LinkForm;
	balance: Balance | null;
};

/** Confirms an amount that is higher than the amount due. */
export function ConfirmAmount( { form, balance }: Props ) {
	const { submission } = form;
	const isPaid =
		submission.kind === 'failed' &&
		submission.error.code === 'order_already_paid';
	const reason = isPaid ? submission.error.message : dueMessage( balance );

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
			checked={ form.isAmountConfirmed }
			onChange={ form.confirm }
			aria-invalid={ form.isConfirmationMissing }
		/>
	);
}

function dueMessage( balance: Balance | null ): string | undefined {
	return balance === null
		? undefined
		: sprintf(
				/* translators: %s: amount. */
				__( 'The order still owes %s.', 'multisafepay-payment-links' ),
				formatMoney( balance.due, balance.currency )
		  );
}
