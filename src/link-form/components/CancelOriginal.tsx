import { CheckboxControl, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../api/schemas';
import { isPayable, shownStatus, statusLabel } from '../utils/status';

type Props = {
	/** As it is now. */
	original: Link;
	isChosen: boolean;
	onChange: ( isChosen: boolean ) => void;
};

/** Offers to end the link that the new one takes the place of, or says what became of it meanwhile. */
export function RetireOriginal( { original, isChosen, onChange }: Props ) {
	const { order_id: orderId } = original;
	const status = shownStatus( original, new Date() );

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
			className="msp-payment-links__retire-original"
			label={ sprintf(
				/* translators: %s: order ID of a link. */
				__(
					'Retire %s when the new link is there',
					'multisafepay-payment-links'
				),
				orderId
			) }
			help={ __(
				'Then nobody can pay it any more. Otherwise both links can be paid.',
				'multisafepay-payment-links'
			) }
			checked={ isChosen }
			onChange={ onChange }
		/>
	);
}
