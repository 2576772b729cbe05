import { __, sprintf } from '@wordpress/i18n';

import type { Balance } from '../../shared/api/schemas';
import { formatMoney } from '../../shared/utils/money';

/** What was paid through the links, refunded, and is due. Nothing before the first payment. */
export function BalanceLine( {
	balance: { currency, received, refunded, due },
}: {
	balance: Balance;
} ) {
	const movements = [
		...( received > 0
			? [
					sprintf(
						/* translators: %s: amount. */
						__( 'Paid %s', 'multisafepay-payment-links' ),
						formatMoney( received, currency )
					),
			  ]
			: [] ),
		...( refunded > 0
			? [
					sprintf(
						/* translators: %s: amount. */
						__( 'Refunded %s', 'multisafepay-payment-links' ),
						formatMoney( refunded, currency )
					),
			  ]
			: [] ),
	];

	return movements.length === 0 ? null : (
		<p className="msp-payment-links__balance">
			{ [
				...movements,
				sprintf(
					/* translators: %s: amount. */
					__( 'Due %s', 'multisafepay-payment-links' ),
					formatMoney( due, currency )
				),
			].join( ' · ' ) }
		</p>
	);
}
