import { __, sprintf } from '@wordpress/i18n';

import { TestBadge } from '../components/Badges';
import { formatMoney } from '../utils/money';
import type { Total } from './client';

/** Number and sum of what is open, paid and expired in the view. */
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
							/* translators: 1: open, paid or expired. 2: how many links. */
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
