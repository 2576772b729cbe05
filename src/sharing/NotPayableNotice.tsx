import { Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../api/schemas';
import { isPayable, shownStatus, statusLabel } from '../utils/status';

/** Returns the address that a customer can pay at now; null when there is none. */
export function payableUrl( link: Link ): string | null {
	return isPayable( shownStatus( link, new Date() ) )
		? link.payment_url
		: null;
}

/** Stands where the link was: nobody should be sent to it any more. */
export function NotPayable( { link }: { link: Link } ) {
	const message = [
		sprintf(
			/* translators: 1: order ID of the link. 2: its status. */
			__(
				'Payment link %1$s cannot be paid now. Status: %2$s.',
				'multisafepay-payment-links'
			),
			link.order_id,
			statusLabel( shownStatus( link, new Date() ) )
		),
		link.alarm?.message,
	]
		.join( ' ' )
		.trim();

	return (
		<Notice
			className="msp-payment-links__notice"
			status="warning"
			isDismissible={ false }
			spokenMessage={ message }
		>
			{ message }
		</Notice>
	);
}
