import { Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../shared/api/schemas';
import { isPayable, displayStatus, statusLabel } from '../shared/utils/status';

/** Returns the URL if the link can be paid now, otherwise null. */
export function payableUrl( link: Link ): string | null {
	return isPayable( displayStatus( link, new Date() ) )
		? link.payment_url
		: null;
}

/** Replaces the content of a dialog when its link cannot be paid any more. */
export function NotPayableNotice( { link }: { link: Link } ) {
	const message = [
		sprintf(
			/* translators: 1: order ID of the link. 2: its status. */
			__(
				'Payment link %1$s cannot be paid now. Status: %2$s.',
				'multisafepay-payment-links'
			),
			link.order_id,
			statusLabel( displayStatus( link, new Date() ) )
		),
		link.alert?.message,
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
