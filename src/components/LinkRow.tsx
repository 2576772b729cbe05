import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../api/schemas';
import type { RowState } from '../hooks/payment-links-reducer';
import { formatTime } from '../utils/dates';
import { formatMoney } from '../utils/money';
import { isPayable, isRefreshable, shownStatus } from '../utils/status';
import { StatusBadge, TestBadge } from './Badges';
import { CopyButton } from './CopyButton';
import { LinkTimes } from './LinkTimes';
import { OpenLink } from './OpenLink';

type Props = {
	link: Link;
	now: Date;
	row: RowState | undefined;
	onRefresh: ( link: Link ) => void;
};

export function LinkRow( { link, now, row, onRefresh }: Props ) {
	const status = shownStatus( link, now );
	const isRefreshing = row?.kind === 'refreshing';

	return (
		<li className="msp-payment-links__row">
			<div className="msp-payment-links__facts">
				<StatusBadge status={ status } />
				{ link.environment === 'test' && <TestBadge /> }
				<strong className="msp-payment-links__amount">
					{ formatMoney( link.amount, link.currency ) }
				</strong>
				<code className="msp-payment-links__order-id">
					{ link.order_id }
				</code>
			</div>
			<LinkTimes link={ link } status={ status } now={ now } />
			{ link.status_reason !== null && (
				<p className="msp-payment-links__reason">
					{ link.status_reason }
				</p>
			) }
			{ link.stale && (
				<p className="msp-payment-links__reason">
					{ __(
						'The order owes another amount than this link asks for.',
						'multisafepay-payment-links'
					) }
				</p>
			) }
			<div className="msp-payment-links__actions">
				{ link.payment_url !== null && isPayable( status ) && (
					<>
						<CopyButton
							url={ link.payment_url }
							orderId={ link.order_id }
							variant="secondary"
						/>
						<OpenLink
							url={ link.payment_url }
							orderId={ link.order_id }
						/>
					</>
				) }
				{ isRefreshable( status ) && (
					<Button
						variant="tertiary"
						isBusy={ isRefreshing }
						disabled={ isRefreshing }
						accessibleWhenDisabled
						aria-label={ sprintf(
							/* translators: %s: order ID of the link. */
							__( 'Refresh %s', 'multisafepay-payment-links' ),
							link.order_id
						) }
						onClick={ () => onRefresh( link ) }
					>
						{ __( 'Refresh', 'multisafepay-payment-links' ) }
					</Button>
				) }
			</div>
			{ row?.kind === 'checked' && (
				<p className="msp-payment-links__times">
					{ sprintf(
						/* translators: %s: time of the day. */
						__(
							'Checked at MultiSafepay, %s',
							'multisafepay-payment-links'
						),
						formatTime( row.at )
					) }
				</p>
			) }
			{ row?.kind === 'failed' && (
				<p className="msp-payment-links__error">{ row.message }</p>
			) }
		</li>
	);
}
