import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../api/schemas';
import type { RowState } from '../hooks/payment-links-reducer';
import type { LinkCommands } from '../hooks/useLinkCommands';
import { chainWords } from '../utils/chain';
import { formatTime } from '../utils/dates';
import { formatMoney } from '../utils/money';
import { newsWords } from '../utils/news';
import type { Owed } from '../utils/owed';
import { shownStatus } from '../utils/status';
import { AlarmNotice } from './Alarms';
import { StatusBadge, TestBadge } from './Badges';
import { LinkActions } from './LinkActions';
import { LinkTimes } from './LinkTimes';
import { PaymentFacts } from './PaymentFacts';
import { rowId } from './row-id';
import { StaleMark } from './StaleMark';

type Props = {
	link: Link;
	/** All of the order, among them what the link replaces. */
	links: readonly Link[];
	now: Date;
	row: RowState | undefined;
	commands: LinkCommands;
	owed: Owed | null;
	/** False while a form is open: renewing would take its place, and what was typed with it. */
	canRenew: boolean;
};

export function LinkRow( {
	link,
	links,
	now,
	row,
	commands,
	owed,
	canRenew,
}: Props ) {
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
			<PaymentFacts link={ link } />
			{ chainWords( link, links ).map( ( words ) => (
				<p key={ words } className="msp-payment-links__times">
					{ words }
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
			{ link.alarm !== null && (
				<AlarmNotice message={ link.alarm.message } />
			) }
			{ link.stale && (
				<StaleMark
					link={ link }
					owed={ owed }
					isRenewing={ row?.kind === 'renewing' }
					onRenew={
						canRenew ? () => void commands.renew( link ) : null
					}
				/>
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
			{ row?.kind === 'news' && (
				<p className="msp-payment-links__news">
					{ newsWords( link, now ) }
				</p>
			) }
			{ row?.kind === 'failed' && (
				<p className="msp-payment-links__error">{ row.message }</p>
			) }
		</li>
	);
}
