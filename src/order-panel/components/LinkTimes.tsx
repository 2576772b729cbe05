import { createInterpolateElement } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../../shared/api/schemas';
import { isPayable, type DisplayStatus } from '../../shared/utils/status';
import { TimeText } from './TimeText';

type Props = {
	link: Link;
	status: DisplayStatus;
	now: Date;
};

/** Shows the date that matters most for the status, and who created the link. */
export function LinkTimes( { link, status, now }: Props ) {
	return (
		<p className="msp-payment-links__times">
			<MainDate link={ link } status={ status } now={ now } />
			{ link.created_by !== null && (
				<span>
					{ sprintf(
						/* translators: %s: name of a member of staff. */
						__( 'Made by %s', 'multisafepay-payment-links' ),
						link.created_by.name
					) }
				</span>
			) }
			{ link.sent_at !== null && (
				<span>
					{ createInterpolateElement(
						/* translators: <time/>: a date, e.g. "2 hours ago (24 Dec 2026, 11:00)". */
						__( 'Sent <time/>', 'multisafepay-payment-links' ),
						{ time: <TimeText iso={ link.sent_at } now={ now } /> }
					) }
				</span>
			) }
		</p>
	);
}

function MainDate( { link, status, now }: Props ) {
	if ( link.paid_at !== null ) {
		return (
			<span>
				{ createInterpolateElement(
					/* translators: <time/>: a date, e.g. "2 hours ago (24 Dec 2026, 11:00)". */
					__( 'Paid <time/>', 'multisafepay-payment-links' ),
					{ time: <TimeText iso={ link.paid_at } now={ now } /> }
				) }
			</span>
		);
	}
	if ( link.expires_at !== null && isPayable( status ) ) {
		return (
			<span>
				{ createInterpolateElement(
					/* translators: <time/>: a date, e.g. "in 30 days (24 Dec 2026, 11:00)". */
					__( 'Expires <time/>', 'multisafepay-payment-links' ),
					{ time: <TimeText iso={ link.expires_at } now={ now } /> }
				) }
			</span>
		);
	}
	if ( link.expires_at !== null && status === 'expired' ) {
		return (
			<span>
				{ createInterpolateElement(
					/* translators: <time/>: a date, e.g. "2 days ago (24 Dec 2026, 11:00)". */
					__( 'Expired <time/>', 'multisafepay-payment-links' ),
					{ time: <TimeText iso={ link.expires_at } now={ now } /> }
				) }
			</span>
		);
	}

	return (
		<span>
			{ createInterpolateElement(
				/* translators: <time/>: a date, e.g. "2 days ago (24 Dec 2026, 11:00)". */
				__( 'Made <time/>', 'multisafepay-payment-links' ),
				{ time: <TimeText iso={ link.created_at } now={ now } /> }
			) }
		</span>
	);
}
