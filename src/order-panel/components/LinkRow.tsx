import { __, sprintf } from '@wordpress/i18n';

import type { LinkCommands } from '../../link-actions/commands';
import { AlertNotice } from '../../link-actions/components/AlertNotice';
import { LinkActionButtons } from '../../link-actions/components/LinkActionButtons';
import { StaleLinkNotice } from '../../link-actions/components/StaleLinkNotice';
import { isRenewable } from '../../link-actions/due';
import { PaymentFacts } from '../../payments/PaymentFacts';
import type { Balance, Link } from '../../shared/api/schemas';
import { StatusBadge, TestBadge } from '../../shared/components/Badges';
import { formatTime } from '../../shared/utils/dates';
import { formatMoney } from '../../shared/utils/money';
import { rowId } from '../../shared/utils/row-id';
import { displayStatus } from '../../shared/utils/status';
import { chainLabels } from '../chain';
import type { RowState } from '../reducer';
import { remoteChangeMessage } from '../remote-change';
import { LinkTimes } from './LinkTimes';

type Props = {
	link: Link;
	/** All links of the order. */
	links: readonly Link[];
	now: Date;
	row: RowState | undefined;
	commands: LinkCommands;
	balance: Balance | null;
	/** False while a form is open: renewing would close it and discard its values. */
	canRenew: boolean;
};

export function LinkRow( {
	link,
	links,
	now,
	row,
	commands,
	balance,
	canRenew,
}: Props ) {
	const status = displayStatus( link, now );

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
			<PaymentFacts link={ link } />
			{ chainLabels( link, links ).map( ( label ) => (
				<p key={ label } className="msp-payment-links__times">
					{ label }
				</p>
			) ) }
			{ link.status_reason !== null && (
				<p className="msp-payment-links__reason">
					{ link.status_reason }
				</p>
			) }
			{ status === 'uncleared' && (
				<p className="msp-payment-links__reason">
					{ __(
						'The customer has paid, but MultiSafepay does not have the money for certain yet. Wait before you ship.',
						'multisafepay-payment-links'
					) }
				</p>
			) }
			<AlertNotice link={ link } now={ now } commands={ commands } />
			{ isRenewable( link ) && (
				<StaleLinkNotice
					link={ link }
					balance={ balance }
					isRenewing={ row?.kind === 'renewing' }
					onRenew={
						canRenew ? () => void commands.renew( link ) : null
					}
				/>
			) }
			<LinkActionButtons
				link={ link }
				now={ now }
				busyAction={ row?.kind === 'refreshing' ? 'refresh' : null }
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
			{ row?.kind === 'remote_change' && (
				<p className="msp-payment-links__remote-change">
					{ remoteChangeMessage( link, now ) }
				</p>
			) }
			{ row?.kind === 'failed' && (
				<p className="msp-payment-links__error">{ row.message }</p>
			) }
		</li>
	);
}
