import { __ } from '@wordpress/i18n';

import type { Link } from '../api/schemas';
import {
	LINK_STATUSES,
	OPEN_STATUSES,
	type LinkStatus,
	type StatusTone,
} from './link-statuses';

/** `mismatch` only exists in the interface: the customer paid an amount that differs from the amount of the link. */
export type DisplayStatus = LinkStatus | 'mismatch';

/** Returns the status to display. A link can expire while the page is open. */
export function displayStatus( link: Link, now: Date ): DisplayStatus {
	if ( link.alert !== null && isPayable( link.status ) ) {
		return 'mismatch';
	}

	const isExpired =
		link.expires_at !== null &&
		Date.parse( link.expires_at ) <= now.getTime();

	return isExpired && isPayable( link.status ) ? 'expired' : link.status;
}

/** Whether the customer can pay now. */
export function isPayable( status: DisplayStatus ): boolean {
	return OPEN_STATUSES.some( ( open ) => open === status );
}

/** Returns the links that can be paid now, newest first. */
export function openLinks( links: readonly Link[], now: Date ): Link[] {
	return links.filter(
		( link ) =>
			link.payment_url !== null && isPayable( displayStatus( link, now ) )
	);
}

/** Whether the status can be requested from MultiSafepay. A failed link was never created there. */
export function isRefreshable( status: DisplayStatus ): boolean {
	return status !== 'failed';
}

export function statusLabel( status: DisplayStatus ): string {
	return status === 'mismatch'
		? __( 'Paid, check amount', 'multisafepay-payment-links' )
		: LINK_STATUSES[ status ].label();
}

export function statusTone( status: DisplayStatus ): StatusTone {
	return status === 'mismatch' ? 'bad' : LINK_STATUSES[ status ].tone;
}
