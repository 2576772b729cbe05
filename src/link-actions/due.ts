import { __, sprintf } from '@wordpress/i18n';

import type { Draft, Link } from '../api/schemas';
import { formatMoney } from './money';

/** What an order still owes, in the currency's smallest unit. */
export type Owed = {
	readonly amount: number;
	readonly currency: string;
};

/** Null as long as nobody has asked the shop again. */
export function owedOf( draft: Draft | null ): Owed | null {
	return draft === null
		? null
		: { amount: draft.values.amount, currency: draft.values.currency };
}

/** Says what is wrong with a stale link. */
export function staleWords( link: Link, owed: Owed | null ): string {
	const asked = formatMoney( link.amount, link.currency );
	if ( owed === null ) {
		return sprintf(
			/* translators: %s: amount. */
			__(
				'This link asks %s, which is not what the order owes now.',
				'multisafepay-payment-links'
			),
			asked
		);
	}
	if ( owed.amount <= 0 ) {
		return sprintf(
			/* translators: %s: amount. */
			__(
				'This link asks %s, but the order owes nothing any more. Retire it, so that the customer does not pay by mistake.',
				'multisafepay-payment-links'
			),
			asked
		);
	}

	return sprintf(
		/* translators: 1: amount of the link. 2: amount that the order owes. */
		__(
			'This link asks %1$s, but the order owes %2$s now.',
			'multisafepay-payment-links'
		),
		asked,
		formatMoney( owed.amount, owed.currency )
	);
}
