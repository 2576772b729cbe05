import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../api/schemas';
import type { RowState } from '../hooks/payment-links-reducer';
import type { LinkCommands } from '../hooks/usePaymentLinks';
import { formatTime } from '../utils/dates';
import { formatMoney } from '../utils/money';
import { shownStatus } from '../utils/status';
import { StatusBadge, TestBadge } from './Badges';
import { LinkActions } from './LinkActions';
import { LinkTimes } from './LinkTimes';

type Props = {
	link: Link;
	now: Date;
	row: RowState | undefined;
	commands: LinkCommands;
};

/** Where the focus goes when the button that had it is gone. */
export function rowId( linkId: number ): string {
	return `msp-payment-link-${ linkId }`;
}

export function LinkRow( { link, now, row, commands }: Props ) {
	const status = shownStatus( link, now );

	return (
		<li
			id={ rowId( link.id ) }
			className="msp-payment-links__row"
			tabIndex={ -1 }
		>
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
			<LinkActions
				link={ link }
				status={ status }
				row={ row }
				commands={ commands }
			/>
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
