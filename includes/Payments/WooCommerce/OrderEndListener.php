<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\WooCommerce;

use MultiSafepay\PaymentLinks\Links\Application\LinkWorkQueue;
use MultiSafepay\PaymentLinks\Orders\Application\OrderEndReader;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\Payment\CollectLaterMethods;
use MultiSafepay\PaymentLinks\Payments\PaymentsModule;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\WordPress\Log;
use MultiSafepay\PaymentLinks\Shared\WordPress\Scheduler;
use MultiSafepay\PaymentLinks\Sites\Application\SettingsStore;
use Throwable;
use WC_Order;

/**
 * Schedules the cancellation of an order's open links when the order ends, and a new attempt to apply payments with an
 * alert when the order is reopened. It runs in the background, so that saving
 * an order never waits for MultiSafepay and never fails because of a link. An order without open links costs one
 * indexed query.
 */
final class OrderEndListener {

	/**
	 * WooCommerce completes an order with one of these statuses when it is paid, so that a payment raises no alert
	 * because of it.
	 */
	private const STATUSES_WITHOUT_ALERT = [ 'pending', 'on-hold', 'failed', 'processing', 'completed' ];

	public function __construct(
		private readonly LinkWorkQueue $queue,
		private readonly OrderEndReader $ends,
		private readonly CollectLaterMethods $later,
		private readonly SettingsStore $settings,
		private readonly Scheduler $scheduler,
		private readonly Clock $clock,
		private readonly Log $log,
	) {}

	/**
	 * Changes between paid statuses are ignored: links that staff created for a paid order are intended. With a payment
	 * method that collects later, such a change may be the payment.
	 */
	public function status_changed( int $wc_order_id, string $from, string $to ): void {
		if ( ! in_array( $from, self::STATUSES_WITHOUT_ALERT, true ) ) {
			$this->reopened( $wc_order_id );
		}

		$end = $this->ends->of_status( $to );
		if ( null === $end ) {
			return;
		}
		if ( $this->ends->of_status( $from ) !== $end || $this->collects_later( $wc_order_id ) ) {
			$this->ended( $wc_order_id );
		}
	}

	public function post_removed( int $post_id ): void {
		if ( 'shop_order' === get_post_type( $post_id ) ) {
			$this->ended( $post_id );
		}
	}

	public function post_restored( int $post_id ): void {
		if ( 'shop_order' === get_post_type( $post_id ) ) {
			$this->reopened( $post_id );
		}
	}

	/**
	 * Schedules that payments with an alert are reconsidered, because the order may accept them now.
	 */
	public function reopened( int $wc_order_id ): void {
		try {
			foreach ( $this->queue->with_alert( $wc_order_id ) as $link_id ) {
				$this->scheduler->schedule_once( PaymentsModule::SYNC_ORDER, [ $link_id ], 0 );
			}
		} catch ( Throwable $failure ) {
			// The order must be saved in any case.
			$this->log->error( sprintf(
				'The alerts of order %d could not be read: %s.',
				$wc_order_id,
				$failure::class
			) );
		}
	}

	public function ended( int $wc_order_id ): void {
		try {
			if ( [] !== $this->queue->open_of_order( $wc_order_id ) && $this->settings->load()->auto_cancel ) {
				$this->scheduler->schedule(
					PaymentsModule::CANCEL_ORDER_LINKS,
					[ $wc_order_id, $this->clock->now()->getTimestamp(), 0 ],
					0
				);
			}
		} catch ( Throwable $failure ) {
			// The order must be saved in any case.
			$this->log->error( sprintf(
				'The links of order %d could not be read when it ended: %s.',
				$wc_order_id,
				$failure::class
			) );
		}
	}

	private function collects_later( int $wc_order_id ): bool {
		$order = wc_get_order( $wc_order_id );

		return $order instanceof WC_Order && $this->later->contain( $order );
	}

	/**
	 * Prevents WooCommerce from cancelling an order that has received money, and, if the setting is enabled, an order
	 * whose link can still be paid.
	 *
	 * @param mixed $cancel Whether WooCommerce is going to cancel the order.
	 */
	public function filter_cancellation( mixed $cancel, mixed $order ): mixed {
		if ( true !== (bool) $cancel || ! $order instanceof WC_Order ) {
			return $cancel;
		}

		try {
			$is_kept = $this->queue->has_payment( $order->get_id() ) || (
				$this->settings->load()->keep_held_orders
				&& $this->queue->is_awaiting_payment( $order->get_id(), $this->clock->now() )
			);
		} catch ( Throwable ) {
			// The order may have received money. WooCommerce tries again later.
			$is_kept = true;
		}

		return $is_kept ? false : $cancel;
	}
}
