import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../shared/api/schemas';

/** Payment method and transaction of a paid link. */
export function PaymentFacts( { link }: { link: Link } ) {
	const { payment_method: method, transaction_id: transaction } = link;

	return method === null && transaction === null ? null : (
		<p className="msp-payment-links__times">
			{ method !== null && (
				<span>
					{ sprintf(
						/* translators: %s: payment method, e.g. "IDEAL". */
						__( 'Paid by %s', 'multisafepay-payment-links' ),
						method
					) }
				</span>
			) }
			{ transaction !== null && (
				<span>
					{ sprintf(
						/* translators: %s: transaction ID. */
						__( 'Transaction %s', 'multisafepay-payment-links' ),
						transaction
					) }
				</span>
			) }
		</p>
	);
}
