<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\WooCommerce;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Payments\Application\CancelOrderLinks;
use MultiSafepay\PaymentLinks\Payments\PaymentsModule;
use MultiSafepay\PaymentLinks\Shared\WordPress\Scheduler;
use MultiSafepay\PaymentLinks\Sites\Application\SettingsStore;

/**
 * Cancels the links of an order that ended and schedules another attempt for those that could not be cancelled.
 */
final class CancelOrderLinksJob {

	public function __construct(
		private readonly CancelOrderLinks $cancellation,
		private readonly SettingsStore $settings,
		private readonly Scheduler $scheduler,
	) {}

	/**
	 * @param int $ended_at Unix timestamp.
	 */
	public function run( int $wc_order_id, int $ended_at, int $attempt ): void {
		if ( ! $this->settings->load()->auto_cancel ) {
			return;
		}

		$seconds = $this->cancellation->run( $wc_order_id, new DateTimeImmutable( '@' . $ended_at ), $attempt );
		if ( null !== $seconds ) {
			$this->scheduler->schedule(
				PaymentsModule::CANCEL_ORDER_LINKS,
				[ $wc_order_id, $ended_at, $attempt + 1 ],
				$seconds
			);
		}
	}
}
