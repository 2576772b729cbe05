import { __ } from '@wordpress/i18n';

import type { Link, LinkStatus } from '../api/schemas';

/** A customer has paid something else than the link asks: it has a status of its own only here, where people look. */
export type ShownStatus = LinkStatus | 'mismatch';

export type StatusTone = 'open' | 'good' | 'attention' | 'bad' | 'over';

/** Returns the status as it is now: a link runs out while the page stays open, too. */
export function shownStatus( link: Link, now: Date ): ShownStatus {
	if ( link.alarm !== null && isPayable( link.status ) ) {
		return 'mismatch';
	}

	const hasRunOut =
		link.expires_at !== null &&
		Date.parse( link.expires_at ) <= now.getTime();

	return hasRunOut && isPayable( link.status ) ? 'expired' : link.status;
}

/** Tells whether the customer can pay now. After a decline the provider lets the customer try again. */
export function isPayable( status: ShownStatus ): boolean {
	return status === 'active' || status === 'declined';
}

/** Returns the links that the customer can pay now, newest first. */
export function openLinks( links: readonly Link[], now: Date ): Link[] {
	return links.filter(
		( link ) =>
			link.payment_url !== null && isPayable( shownStatus( link, now ) )
	);
}

/** Tells whether asking MultiSafepay can bring news; it never had a failed link. */
export function isRefreshable( status: ShownStatus ): boolean {
	return status !== 'failed';
}

export function statusLabel( status: ShownStatus ): string {
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

export function statusTone( status: ShownStatus ): StatusTone {
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
