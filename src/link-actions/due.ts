import { __, sprintf } from '@wordpress/i18n';

import type { Draft, Link } from '../shared/api/schemas';
import { formatMoney } from '../shared/utils/money';

/** In the smallest unit of the currency. */
export type AmountDue = {
	readonly amount: number;
	readonly currency: string;
};

/** Null if there is no current draft. */
export function amountDueOf( draft: Draft | null ): AmountDue | null {
	return draft === null
		? null
		: { amount: draft.values.amount, currency: draft.values.currency };
}

/** Explains why a link is stale. */
export function staleMessage( link: Link, due: AmountDue | null ): string {
	const requested = formatMoney( link.amount, link.currency );
	if ( due === null ) {
		return sprintf(
			/* translators: %s: amount. */
			__(
				'This link asks %s, which is not what the order owes now.',
				'multisafepay-payment-links'
			),
			requested
		);
	}
	if ( due.amount <= 0 ) {
		return sprintf(
			/* translators: %s: amount. */
			__(
				'This link asks %s, but the order owes nothing any more. Cancel it, so that the customer does not pay by mistake.',
				'multisafepay-payment-links'
			),
			requested
		);
	}

	return sprintf(
		/* translators: 1: amount of the link. 2: amount due. */
		__(
			'This link asks %1$s, but the order owes %2$s now.',
			'multisafepay-payment-links'
		),
		requested,
		formatMoney( due.amount, due.currency )
	);
}
