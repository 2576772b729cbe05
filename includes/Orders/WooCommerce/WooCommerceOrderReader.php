<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\WooCommerce;

use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\Payment\OrderPaymentStates;
use MultiSafepay\PaymentLinks\Shared\WordPress\ShopName;
use WC_Order;

/**
 * Reads orders with WooCommerce's CRUD classes, which support both order storages.
 */
final class WooCommerceOrderReader implements OrderReader {

	public function __construct(
		private readonly OrderPaymentStates $payments,
		private readonly CustomerLocale $locale,
		private readonly OrderLines $lines,
		private readonly OrderAddresses $addresses,
	) {}

	public function reload( int $wc_order_id ): OrderSnapshot {
		OrderCacheCleaner::clear( $wc_order_id );

		return $this->get( $wc_order_id );
	}

	public function get( int $wc_order_id ): OrderSnapshot {
		$order = $wc_order_id > 0 ? wc_get_order( $wc_order_id ) : null;
		if (
			! $order instanceof WC_Order
			|| 'shop_order' !== $order->get_type()
			|| in_array( $order->get_status(), [ 'trash', 'auto-draft' ], true )
		) {
			throw new OrderNotFound( $order instanceof WC_Order && 'trash' === $order->get_status() );
		}

		// Before the URLs, because it loads the option that they need in the same query.
		$hold_minutes = $this->hold_minutes( $order );

		return new OrderSnapshot(
			$this->payments->of( $order, [ DecimalText::of( $order->get_total_refunded() ) ] ),
			trim( (string) $order->get_order_number() ),
			$this->addresses->billing( $order ),
			$this->addresses->shipping( $order ),
			$this->locale->of( $order ),
			$this->lines->of( $order ),
			ShopName::plain(),
			$order->get_checkout_order_received_url(),
			$this->pay_page( $order ),
			OrderPaymentStates::accepts_payment( $order ),
			$hold_minutes,
			OfficialPluginLink::of( $order ),
			get_woocommerce_currency()
		);
	}

	/**
	 * Returns the URL of the page where the customer can choose another payment method. The order's own method is not
	 * used, because payment plugins filter it.
	 */
	private function pay_page( WC_Order $order ): string {
		return add_query_arg(
			[
				'pay_for_order' => 'true',
				'key'           => $order->get_order_key(),
			],
			wc_get_endpoint_url( 'order-pay', (string) $order->get_id(), wc_get_checkout_url() )
		);
	}

	/**
	 * Returns the minutes after which WooCommerce cancels the unpaid order to release its stock; null if it does not.
	 */
	private function hold_minutes( WC_Order $order ): ?int {
		if (
			'pending' !== $order->get_status()
			|| 'checkout' !== $order->get_created_via()
			|| 'yes' !== get_option( 'woocommerce_manage_stock' )
		) {
			return null;
		}

		// WordPress does not load these options with the others.
		wp_prime_option_caches( [ 'woocommerce_hold_stock_minutes', 'woocommerce_checkout_page_id' ] );
		$minutes = get_option( 'woocommerce_hold_stock_minutes', '60' );
		$minutes = is_numeric( $minutes ) ? (int) $minutes : 0;

		return $minutes >= 1 ? $minutes : null;
	}
}
