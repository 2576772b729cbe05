import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../shared/api/schemas';
import { TestBadge } from '../shared/components/Badges';
import { formatDateTime } from '../shared/utils/dates';
import { formatMoney } from '../shared/utils/money';

type Props = { link: Link };

/** Amount, order number and expiry date of a link. */
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

export function expiryLine( date: string ): string {
	return sprintf(
		/* translators: %s: date and time. */
		__( 'Can be paid until %s', 'multisafepay-payment-links' ),
		date
	);
}
