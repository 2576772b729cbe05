import { __ } from '@wordpress/i18n';

export type StatusTone = 'open' | 'good' | 'attention' | 'bad' | 'over';

/** Every status of a link, with its label and the color of its badge. `LinkMessages` has the same labels and tones. */
export const LINK_STATUSES = {
	creating: {
		tone: 'open',
		label: () => __( 'Being created', 'multisafepay-payment-links' ),
	},
	unconfirmed: {
		tone: 'attention',
		label: () => __( 'Not confirmed', 'multisafepay-payment-links' ),
	},
	failed: {
		tone: 'bad',
		label: () => __( 'Failed', 'multisafepay-payment-links' ),
	},
	active: {
		tone: 'open',
		label: () => __( 'Active', 'multisafepay-payment-links' ),
	},
	uncleared: {
		tone: 'attention',
		label: () => __( 'Uncleared', 'multisafepay-payment-links' ),
	},
	completed: {
		tone: 'good',
		label: () => __( 'Completed', 'multisafepay-payment-links' ),
	},
	declined: {
		tone: 'attention',
		label: () => __( 'Declined', 'multisafepay-payment-links' ),
	},
	cancelled: {
		tone: 'over',
		label: () => __( 'Cancelled', 'multisafepay-payment-links' ),
	},
	expired: {
		tone: 'over',
		label: () => __( 'Expired', 'multisafepay-payment-links' ),
	},
	duplicate: {
		tone: 'over',
		label: () => __( 'Superseded', 'multisafepay-payment-links' ),
	},
	refunded: {
		tone: 'over',
		label: () => __( 'Refunded', 'multisafepay-payment-links' ),
	},
	partial_refunded: {
		tone: 'over',
		label: () => __( 'Partially refunded', 'multisafepay-payment-links' ),
	},
	chargeback: {
		tone: 'bad',
		label: () => __( 'Chargeback', 'multisafepay-payment-links' ),
	},
} satisfies Record< string, { tone: StatusTone; label: () => string } >;

export type LinkStatus = keyof typeof LINK_STATUSES;

/** The customer can pay. MultiSafepay allows another attempt after a declined payment. */
export const OPEN_STATUSES: readonly LinkStatus[] = [ 'active', 'declined' ];

/** The customer can pay, or MultiSafepay holds a payment for review. */
export const AWAITING_PAYMENT_STATUSES: readonly LinkStatus[] = [
	...OPEN_STATUSES,
	'uncleared',
];

/** The payment counts as received. */
export const RECEIVED_STATUSES: readonly LinkStatus[] = [
	'completed',
	'partial_refunded',
];

/** The customer has paid, even if the money was returned later. */
export const PAID_STATUSES: readonly LinkStatus[] = [
	...RECEIVED_STATUSES,
	'refunded',
	'chargeback',
];

export function isLinkStatus( value: string ): value is LinkStatus {
	return value in LINK_STATUSES;
}
