import { __, sprintf } from '@wordpress/i18n';

import type { LinkEvent } from '../api/schemas';
import { formatInZone } from '../utils/dates';
import { statusLabel } from '../utils/status';

type Props = {
	event: LinkEvent;
	/** Of the shop. */
	timeZone: string;
};

/** One event: what, when and by whom. */
export function HistoryEntry( { event, timeZone }: Props ) {
	const change = changeOf( event );

	return (
		<li>
			<p>
				<strong>{ event.message }</strong>
			</p>
			{ event.detail !== '' && (
				<p className="msp-payment-links__detail">
					{ detailWords( event ) }
				</p>
			) }
			{ change !== null && <p>{ change }</p> }
			<p className="msp-payment-links__times">
				<time dateTime={ event.at }>
					{ formatInZone( event.at, timeZone ) }
				</time>
				<span>{ whoseDoing( event ) }</span>
			</p>
		</li>
	);
}

function changeOf( { from, to }: LinkEvent ): string | null {
	if ( from === null || from === to ) {
		return null;
	}

	return sprintf(
		/* translators: 1: former status of a link. 2: status after it. */
		__( 'Status: from %1$s to %2$s', 'multisafepay-payment-links' ),
		statusLabel( from ),
		statusLabel( to )
	);
}

function whoseDoing( { by, source }: LinkEvent ): string {
	if ( by !== null ) {
		return by.name;
	}

	return source === 'provider'
		? __( 'MultiSafepay', 'multisafepay-payment-links' )
		: __( 'The shop', 'multisafepay-payment-links' );
}

/** Of a sending it is the address, or the way that staff took. */
function detailWords( { reason, detail }: LinkEvent ): string {
	if ( reason === 'emailed' ) {
		return sprintf(
			/* translators: %s: e-mail address. */
			__( 'To %s', 'multisafepay-payment-links' ),
			detail
		);
	}
	if ( reason === 'shared' ) {
		switch ( detail ) {
			case 'whatsapp':
				return __( 'By WhatsApp', 'multisafepay-payment-links' );
			case 'sms':
				return __( 'By text message', 'multisafepay-payment-links' );
			case 'copy':
				return __(
					'As a copied message',
					'multisafepay-payment-links'
				);
		}
	}

	return detail;
}
