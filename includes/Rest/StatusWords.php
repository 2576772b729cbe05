<?php
/**
 * Words for states.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Domain\LinkStatus;

/**
 * Says how a link stands, where PHP draws the screen; `src/utils/status.ts` says the same in the panel.
 */
final class StatusWords {

	/**
	 * Returns the word for a state.
	 */
	public function of( LinkStatus $status ): string {
		return match ( $status ) {
			LinkStatus::Creating          => __( 'Being created', 'multisafepay-payment-links' ),
			LinkStatus::Unconfirmed       => __( 'Not confirmed', 'multisafepay-payment-links' ),
			LinkStatus::Failed            => __( 'Failed', 'multisafepay-payment-links' ),
			LinkStatus::Active            => __( 'Active', 'multisafepay-payment-links' ),
			LinkStatus::Uncleared         => __( 'Uncleared', 'multisafepay-payment-links' ),
			LinkStatus::Completed         => __( 'Completed', 'multisafepay-payment-links' ),
			LinkStatus::Declined          => __( 'Declined', 'multisafepay-payment-links' ),
			LinkStatus::Cancelled         => __( 'Cancelled', 'multisafepay-payment-links' ),
			LinkStatus::Expired           => __( 'Expired', 'multisafepay-payment-links' ),
			LinkStatus::Duplicate         => __( 'Duplicate', 'multisafepay-payment-links' ),
			LinkStatus::Refunded          => __( 'Refunded', 'multisafepay-payment-links' ),
			LinkStatus::PartiallyRefunded => __( 'Partially refunded', 'multisafepay-payment-links' ),
			LinkStatus::Chargeback        => __( 'Chargeback', 'multisafepay-payment-links' ),
		};
	}

	/**
	 * Returns which colour repeats it.
	 *
	 * @return 'open'|'good'|'attention'|'bad'|'over'
	 */
	public function tone( LinkStatus $status ): string {
		return match ( $status ) {
			LinkStatus::Active, LinkStatus::Creating => 'open',
			LinkStatus::Completed => 'good',
			LinkStatus::Unconfirmed, LinkStatus::Uncleared, LinkStatus::Declined => 'attention',
			LinkStatus::Failed, LinkStatus::Chargeback => 'bad',
			default => 'over',
		};
	}
}
