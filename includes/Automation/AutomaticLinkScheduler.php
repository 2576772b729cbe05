<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Automation;

use MultiSafepay\PaymentLinks\Shared\WordPress\Log;
use MultiSafepay\PaymentLinks\Shared\WordPress\Scheduler;
use MultiSafepay\PaymentLinks\Sites\Application\SettingsStore;
use Throwable;
use WC_Order;

/**
 * Schedules the automatic creation of a link when an order is saved. The link is created in the background.
 */
final class AutomaticLinkScheduler {

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly Scheduler $scheduler,
		private readonly Log $log,
	) {}

	/**
	 * @param bool $by_rest Whether the order was created through WooCommerce's REST API, not by staff.
	 */
	public function order_saved( mixed $order, bool $by_rest ): void {
		$settings = $this->settings->load();
		if ( ! ( $by_rest ? $settings->auto_create_rest : $settings->auto_create ) ) {
			return;
		}

		try {
			$order = $order instanceof WC_Order ? $order : wc_get_order( is_numeric( $order ) ? (int) $order : 0 );
			if (
				$order instanceof WC_Order
				&& self::needs_link( $order )
				&& ( $by_rest || 'admin' === $order->get_created_via() )
			) {
				$this->schedule( $order->get_id() );
			}
		} catch ( Throwable $failure ) {
			// The order must be saved in any case.
			$this->log->error( 'The automatic link of an order could not be scheduled: ' . $failure::class . '.' );
		}
	}

	public static function needs_link( WC_Order $order ): bool {
		return 'shop_order' === $order->get_type()
			&& 'pending' === $order->get_status()
			&& (float) $order->get_total() > 0;
	}

	private function schedule( int $wc_order_id ): void {
		if ( ! $this->scheduler->is_scheduled( AutomationModule::AUTO_CREATE, [ $wc_order_id, 0 ] ) ) {
			$this->scheduler->schedule( AutomationModule::AUTO_CREATE, [ $wc_order_id, 0 ], 0 );
			$this->scheduler->dispatch_soon();
		}
	}
}
