<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\WooCommerce;

use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use MultiSafepay\PaymentLinks\Shared\WordPress\ShopName;
use WC_Order;

/**
 * Reads orders with WooCommerce's CRUD classes, which support both order storages.
 */
final class WooCommerceOrderReader implements OrderReader {

	/**
	 * ISO 4217 code for "no currency", used for currencies without a valid code, such as a shop's points.
	 */
	private const NO_CURRENCY = 'XXX';

	public function __construct(
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
			throw new OrderNotFound();
		}

		// Before the URLs, because it loads the option that they need in the same query.
		$hold_minutes = $this->hold_minutes( $order );

		$currency = $this->currency( $order );
		$is_paid  = $order->is_paid() || null !== $order->get_date_paid();
		$total    = $this->money( DecimalText::of( $order->get_total() ), $currency );

		return new OrderSnapshot(
			$order->get_id(),
			trim( (string) $order->get_order_number() ),
			$order->get_status(),
			$currency,
			$total,
			$is_paid ? new Money( 0, $currency ) : $this->due( $order, $total ),
			$is_paid,
			$this->addresses->billing( $order ),
			$this->addresses->shipping( $order ),
			$this->locale->of( $order ),
			$this->lines->of( $order ),
			ShopName::plain(),
			$order->get_edit_order_url(),
			$order->get_checkout_order_received_url(),
			$this->pay_page( $order ),
			$hold_minutes,
			OfficialPluginLink::of( $order ),
			self::text( $order->get_transaction_id() )
		);
	}

	private function currency( WC_Order $order ): Currency {
		try {
			return new Currency( strtoupper( $order->get_currency() ) );
		} catch ( InvalidValue ) {
			return new Currency( self::NO_CURRENCY );
		}
	}

	/**
	 * Returns the total less refunds, at least zero. Null if it has a fraction of the smallest unit.
	 */
	private function due( WC_Order $order, ?Money $total ): ?Money {
		$refunded = null === $total
			? null
			: $this->money( DecimalText::of( $order->get_total_refunded() ), $total->currency );
		if ( null === $total || null === $refunded ) {
			return null;
		}

		return new Money( max( 0, $total->minus( $refunded )->amount ), $total->currency );
	}

	/**
	 * Returns null if the amount has a fraction of the smallest unit.
	 */
	private function money( string $decimal, Currency $currency ): ?Money {
		try {
			return Money::from_decimal( $decimal, $currency );
		} catch ( InvalidValue ) {
			return null;
		}
	}

	/**
	 * Filters of other plugins may return any type.
	 */
	private static function text( mixed $value ): string {
		return is_scalar( $value ) ? (string) $value : '';
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
