import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../../shared/api/schemas';
import type { LabelledAction } from '../actions';

type Props = {
	action: LabelledAction;
	link: Link;
	variant: 'primary' | 'secondary' | 'tertiary';
	isBusy?: boolean;
	onClick: () => void;
};

export function ActionButton( {
	action,
	link,
	variant,
	isBusy = false,
	onClick,
}: Props ) {
	return (
		<Button
			variant={ variant }
			isBusy={ isBusy }
			disabled={ isBusy }
			accessibleWhenDisabled
			aria-label={ labelWithOrderId( action, link.order_id ) }
			onClick={ onClick }
		>
			{ action.label() }
		</Button>
	);
}

/** Screen readers can list buttons without their rows, so the label contains the order ID. */
function labelWithOrderId( action: LabelledAction, orderId: string ): string {
	return (
		action.labelWithOrderId?.( orderId ) ??
		sprintf(
			/* translators: 1: label of an action, e.g. "Refresh". 2: order ID of the link. */
			__( '%1$s %2$s', 'multisafepay-payment-links' ),
			action.label(),
			orderId
		)
	);
}
