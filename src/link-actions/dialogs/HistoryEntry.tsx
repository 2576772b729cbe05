import { __, sprintf } from '@wordpress/i18n';

import type { LinkEvent } from '../../shared/api/schemas';
import { statusLabel } from '../../shared/utils/status';
import { formatInZone } from '../../shared/utils/zone-dates';

type Props = {
	event: LinkEvent;
	timeZone: string;
};

export function HistoryEntry( { event, timeZone }: Props ) {
	const change = statusChangeLabel( event );

	return (
		<li>
			<p>
				<strong>{ event.message }</strong>
			</p>
			{ event.detail !== '' && (
				<p className="msp-payment-links__detail">
					{ detailLabel( event ) }
				</p>
			) }
			{ change !== null && <p>{ change }</p> }
			<p className="msp-payment-links__times">
				<time dateTime={ event.at }>
					{ formatInZone( event.at, timeZone ) }
				</time>
				<span>{ actorLabel( event ) }</span>
			</p>
		</li>
	);
}

function statusChangeLabel( { from, to }: LinkEvent ): string | null {
	if ( from === null || from === to ) {
		return null;
	}

	return sprintf(
		/* translators: 1: previous status of a link. 2: new status. */
		__( 'Status: from %1$s to %2$s', 'multisafepay-payment-links' ),
		statusLabel( from ),
		statusLabel( to )
	);
}

function actorLabel( { by, source }: LinkEvent ): string {
	if ( by !== null ) {
		return by.name;
	}

	return source === 'provider'
		? __( 'MultiSafepay', 'multisafepay-payment-links' )
		: __( 'The shop', 'multisafepay-payment-links' );
}

/** For e-mails the detail is the recipient, for shared links the channel. */
function detailLabel( { reason, detail }: LinkEvent ): string {
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
