import { CheckboxControl, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../../shared/api/schemas';
import {
	isPayable,
	displayStatus,
	statusLabel,
} from '../../shared/utils/status';

type Props = {
	original: Link;
	isChecked: boolean;
	onChange: ( isChecked: boolean ) => void;
};

/** Offers to cancel the original link. If it is no longer open, the current status is shown instead. */
export function CancelOriginal( { original, isChecked, onChange }: Props ) {
	const { order_id: orderId } = original;
	const status = displayStatus( original, new Date() );

	if ( ! isPayable( status ) ) {
		return (
			<Notice
				className="msp-payment-links__notice"
				status="info"
				isDismissible={ false }
			>
				<p>
					{ sprintf(
						/* translators: 1: order ID of a link. 2: its status. */
						__(
							'%1$s cannot be paid any more. Status: %2$s.',
							'multisafepay-payment-links'
						),
						orderId,
						statusLabel( status )
					) }
				</p>
			</Notice>
		);
	}

	return (
		<CheckboxControl
			__nextHasNoMarginBottom
			className="msp-payment-links__cancel-original"
			label={ sprintf(
				/* translators: %s: order ID of a link. */
				__(
					'Cancel %s when the new link is there',
					'multisafepay-payment-links'
				),
				orderId
			) }
			help={ __(
				'Then nobody can pay it any more. Otherwise both links can be paid.',
				'multisafepay-payment-links'
			) }
			checked={ isChecked }
			onChange={ onChange }
		/>
	);
}
