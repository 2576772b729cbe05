import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../shared/api/schemas';
import { PAID_STATUSES } from '../shared/utils/link-statuses';

/** Payment method and transaction. A declined attempt has both, too, but no money was received. */
export function PaymentFacts( { link }: { link: Link } ) {
	const { payment_method: method, transaction_id: transaction } = link;

	return ! PAID_STATUSES.includes( link.status ) ||
		( method === null && transaction === null ) ? null : (
		<p className="msp-payment-links__times">
			{ method !== null && (
				<span>
					{ sprintf(
						/* translators: %s: payment method, e.g. "iDEAL". */
						__( 'Paid with %s', 'multisafepay-payment-links' ),
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
