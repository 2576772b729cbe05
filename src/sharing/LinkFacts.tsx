import { __, sprintf } from '@wordpress/i18n';

import { TestBadge } from '../components/Badges';
import type { Link } from '../api/schemas';
import { formatDateTime } from '../utils/dates';
import { formatMoney } from '../utils/money';

type Props = { link: Link };

/** What is paid, for which order, and until when. */
export function LinkFacts( { link }: Props ) {
	return (
		<div className="msp-payment-links__share-facts">
			<p className="msp-payment-links__share-amount">
				<bdi>{ formatMoney( link.amount, link.currency ) }</bdi>
				{ link.environment === 'test' && <TestBadge /> }
			</p>
			<p>{ orderLine( link ) }</p>
			{ link.expires_at !== null && (
				<p>{ expiryLine( formatDateTime( link.expires_at ) ) }</p>
			) }
		</div>
	);
}

export function orderLine( { wc_order_number: number }: Link ): string {
	return sprintf(
		/* translators: %s: order number. */
		__( 'Order %s', 'multisafepay-payment-links' ),
		number
	);
}

export function expiryLine( moment: string ): string {
	return sprintf(
		/* translators: %s: date and time. */
		__( 'Can be paid until %s', 'multisafepay-payment-links' ),
		moment
	);
}
