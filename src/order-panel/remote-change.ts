import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../api/schemas';
import { formatMoney } from './money';
import { shownStatus, statusLabel } from './status';

/** Returns the links that somebody else made or changed since the panel knew them. */
export function newsOf(
	known: readonly Link[],
	now: readonly Link[],
	at: Date
): readonly Link[] {
	return now.filter( ( link ) => {
		const before = known.find( ( { id } ) => id === link.id );

		return (
			before === undefined ||
			shownStatus( before, at ) !== shownStatus( link, at )
		);
	} );
}

/** Says what somebody else did, as it stands now. */
export function newsWords( link: Link, at: Date ): string {
	const { order_id: orderId } = link;
	const status = shownStatus( link, at );

	switch ( status ) {
		case 'completed':
			return sprintf(
				/* translators: 1: order ID of the link. 2: amount. */
				__(
					'%1$s has been paid meanwhile: %2$s.',
					'multisafepay-payment-links'
				),
				orderId,
				formatMoney( link.amount, link.currency )
			);
		case 'cancelled':
			return sprintf(
				/* translators: %s: order ID of the link. */
				__(
					'%s has been retired meanwhile: nobody can pay it any more.',
					'multisafepay-payment-links'
				),
				orderId
			);
		default:
			return sprintf(
				/* translators: 1: order ID of the link. 2: its status. */
				__(
					'News of %1$s: it is %2$s now.',
					'multisafepay-payment-links'
				),
				orderId,
				statusLabel( status )
			);
	}
}
