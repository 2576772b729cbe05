import { __ } from '@wordpress/i18n';

import type { Link, LinkStatus } from '../api/schemas';

/** `mismatch` only exists in the interface: the customer paid an amount that differs from the amount of the link. */
export type DisplayStatus = LinkStatus | 'mismatch';

export type StatusTone = 'open' | 'good' | 'attention' | 'bad' | 'over';

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

/** Whether the customer can pay now. MultiSafepay allows another attempt after a declined payment. */
export function isPayable( status: DisplayStatus ): boolean {
	return status === 'active' || status === 'declined';
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
	switch ( status ) {
		case 'creating':
			return __( 'Being created', 'multisafepay-payment-links' );
		case 'unconfirmed':
			return __( 'Not confirmed', 'multisafepay-payment-links' );
		case 'failed':
			return __( 'Failed', 'multisafepay-payment-links' );
		case 'active':
			return __( 'Active', 'multisafepay-payment-links' );
		case 'uncleared':
			return __( 'Uncleared', 'multisafepay-payment-links' );
		case 'completed':
			return __( 'Completed', 'multisafepay-payment-links' );
		case 'declined':
			return __( 'Declined', 'multisafepay-payment-links' );
		case 'cancelled':
			return __( 'Cancelled', 'multisafepay-payment-links' );
		case 'expired':
			return __( 'Expired', 'multisafepay-payment-links' );
		case 'duplicate':
			return __( 'Duplicate', 'multisafepay-payment-links' );
		case 'refunded':
			return __( 'Refunded', 'multisafepay-payment-links' );
		case 'partial_refunded':
			return __( 'Partially refunded', 'multisafepay-payment-links' );
		case 'chargeback':
			return __( 'Chargeback', 'multisafepay-payment-links' );
		case 'mismatch':
			return __( 'Paid, check amount', 'multisafepay-payment-links' );
	}
}

export function statusTone( status: DisplayStatus ): StatusTone {
	switch ( status ) {
		case 'active':
		case 'creating':
			return 'open';
		case 'completed':
			return 'good';
		case 'unconfirmed':
		case 'uncleared':
		case 'declined':
			return 'attention';
		case 'failed':
		case 'chargeback':
		case 'mismatch':
			return 'bad';
		case 'cancelled':
		case 'expired':
		case 'duplicate':
		case 'refunded':
		case 'partial_refunded':
			return 'over';
	}
}
