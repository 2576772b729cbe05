import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../shared/api/schemas';
import { formatMoney } from '../shared/utils/money';
import { displayStatus, statusLabel } from '../shared/utils/status';

/** Returns the links that are new or have another status than before. */
export function findRemoteChanges(
	previousLinks: readonly Link[],
	links: readonly Link[],
	at: Date
): readonly Link[] {
	return links.filter( ( link ) => {
		const before = previousLinks.find( ( { id } ) => id === link.id );

		return (
			before === undefined ||
			displayStatus( before, at ) !== displayStatus( link, at )
		);
	} );
}

export function remoteChangeMessage( link: Link, at: Date ): string {
	const { order_id: orderId } = link;
	const status = displayStatus( link, at );

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
					'%s has been cancelled meanwhile: nobody can pay it any more.',
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
