<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support\Simulation;

use MultiSafepay\PaymentLinks\Orders\WooCommerce\OrderCacheCleaner;
use WC_Order;

/**
 * What WooCommerce knows about an order. Amounts are in cents.
 */
final class OrderFacts {

	public function __construct(
		public readonly bool $exists,
		public readonly string $status = '',
		public readonly string $currency = '',
		public readonly int $payable = 0,
		public readonly bool $needs_payment = false,
		public readonly bool $has_paid_status = false,
		public readonly bool $has_date_paid = false,
		public readonly string $transaction_id = '',
		public readonly string $method = '',
	) {
	}

	public static function read( int $wc_order_id ): self {
		OrderCacheCleaner::clear( $wc_order_id );
		$order = wc_get_order( $wc_order_id );
		if ( ! $order instanceof WC_Order ) {
			return new self( false );
		}
		$total = is_numeric( $order->get_total() ) ? (float) $order->get_total() : 0.0;
		return new self(
			true,
			$order->get_status(),
			$order->get_currency(),
			max( 0, (int) round( 100 * ( $total - (float) $order->get_total_refunded() ) ) ),
			$order->needs_payment(),
			$order->is_paid(),
			$order->get_date_paid() !== null,
			$order->get_transaction_id(),
			$order->get_payment_method()
		);
	}

	/**
	 * Whether the order is paid. Cash on delivery in a paid status is not, until it is collected.
	 */
	public function is_paid(): bool {
		$is_collected_later = $this->has_paid_status
			&& ! $this->has_date_paid
			&& $this->transaction_id === ''
			&& $this->method === 'cod';
		return ! $this->needs_payment && ( $this->has_paid_status || $this->has_date_paid ) && ! $is_collected_later;
	}

	/**
	 * Returns how the order ended; null if the customer may still pay.
	 */
	public function end(): ?string {
		return match ( true ) {
			! $this->exists => 'deleted',
			in_array( $this->status, [ 'cancelled', 'refunded', 'trash' ], true ) => $this->status,
			$this->has_paid_status && $this->is_paid() => 'paid',
			default => null,
		};
	}

	/**
	 * Whether WooCommerce completes the order when a payment arrives.
	 */
	public function accepts_payment(): bool {
		return $this->has_paid_status
			|| in_array( $this->status, [ 'on-hold', 'pending', 'failed', 'cancelled' ], true );
	}

	public function text(): string {
		return $this->exists
			? "{$this->status} {$this->payable} {$this->currency}"
				. ( $this->has_date_paid ? ' dated' : '' )
				. ( $this->transaction_id === '' ? '' : " tx {$this->transaction_id}" )
			: 'deleted';
	}
}
