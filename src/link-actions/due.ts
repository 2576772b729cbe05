import { __, sprintf } from '@wordpress/i18n';

import type { Balance, Link } from '../shared/api/schemas';
import { formatMoney } from '../shared/utils/money';

/** Whether the link should be renewed. If it has an alert, money was paid, and its amount must not be asked again. */
export function isRenewable( { stale, alert }: Link ): boolean {
	return stale && alert === null;
}

/** Explains why a link is stale. */
export function staleMessage( link: Link, balance: Balance | null ): string {
	const requested = formatMoney( link.amount, link.currency );
	if ( balance === null ) {
		return sprintf(
			/* translators: %s: amount. */
			__(
				'The amount due has changed: this link is for %s.',
				'multisafepay-payment-links'
			),
			requested
		);
	}
	if ( balance.due === 0 ) {
		return sprintf(
			/* translators: %s: amount. */
			__(
				'Nothing is due any more, but this link is for %s. Cancel it, so that the customer does not pay by mistake.',
				'multisafepay-payment-links'
			),
			requested
		);
	}

	return sprintf(
		/* translators: 1: amount of the link. 2: amount due. */
		__(
			'The amount due has changed: this link is for %1$s, %2$s is due.',
			'multisafepay-payment-links'
		),
		requested,
		formatMoney( balance.due, balance.currency )
	);
}
