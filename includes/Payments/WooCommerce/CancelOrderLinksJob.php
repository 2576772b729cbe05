<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\WooCommerce;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Payments\Application\CancelOrderLinks;
use MultiSafepay\PaymentLinks\Payments\PaymentsModule;
use MultiSafepay\PaymentLinks\Shared\WordPress\Scheduler;
use MultiSafepay\PaymentLinks\Sites\Application\SettingsStore;

/**
 * Cancels the links of an order that ended. Another attempt is scheduled before, in case the process dies: Action
 * Scheduler does not repeat failed actions.
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
		$ended = new DateTimeImmutable( '@' . $ended_at );
		if ( ! $this->settings->load()->auto_cancel || ! $this->cancellation->is_needed( $wc_order_id, $ended ) ) {
			return;
		}

		$next = [ $wc_order_id, $ended_at, $attempt + 1 ];
		$this->scheduler->schedule(
			PaymentsModule::CANCEL_ORDER_LINKS,
			$next,
			CancelOrderLinks::delay_after( $attempt )
		);
		if ( $this->cancellation->run( $wc_order_id, $ended, $attempt ) ) {
			$this->scheduler->unschedule( PaymentsModule::CANCEL_ORDER_LINKS, $next );
		}
	}
}
