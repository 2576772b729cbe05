import { __, sprintf } from '@wordpress/i18n';

import { TestBadge } from '../../shared/components/Badges';
import { formatMoney } from '../../shared/utils/money';
import type { Total } from '../client';

/** Number and sum of open, paid and expired links that match the filters. */
export function Totals( { totals }: { totals: readonly Total[] } ) {
	const titles = {
		open: __( 'Open', 'multisafepay-payment-links' ),
		paid: __( 'Paid', 'multisafepay-payment-links' ),
		expired: __( 'Expired', 'multisafepay-payment-links' ),
	};

	return (
		<ul
			className="msp-payment-links__totals"
			aria-label={ __( 'Totals', 'multisafepay-payment-links' ) }
		>
			{ totals.map( ( total ) => (
				<li
					key={ `${ total.state } ${ total.environment } ${ total.currency }` }
				>
					<span>
						{ sprintf(
							/* translators: 1: open, paid or expired. 2: number of links. */
							__( '%1$s: %2$d', 'multisafepay-payment-links' ),
							titles[ total.state ],
							total.count
						) }
					</span>
					<strong>
						{ formatMoney( total.amount, total.currency ) }
					</strong>
					{ total.environment === 'test' && <TestBadge /> }
				</li>
			) ) }
		</ul>
	);
}
