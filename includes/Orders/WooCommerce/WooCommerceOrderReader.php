<?php
/**
 * Orders of WooCommerce.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use MultiSafepay\PaymentLinks\Application\Port\OrderSource;
use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\OrderSnapshot;
use WC_Order;

/**
 * Reads orders through WooCommerce's CRUD classes, so that both order storages give the same.
 */
final class WooCommerceOrders implements OrderSource {

	/**
	 * ISO 4217's code for "no currency": what a shop's own points and tokens are to a payment provider.
	 */
	private const NO_CURRENCY = 'XXX';

	/**
	 * Reads the language.
	 */
	private readonly CustomerLocale $locale;

	/**
	 * Reads the lines.
	 */
	private readonly OrderLines $lines;

	/**
	 * Reads the addresses.
	 */
	private readonly OrderAddresses $addresses;

	/**
	 * Needs WooCommerce only.
	 */
	public function __construct() {
		$this->locale    = new CustomerLocale();
		$this->lines     = new OrderLines();
		$this->addresses = new OrderAddresses();
	}

	/**
	 * {@inheritDoc}
	 */
	public function get( int $wc_order_id ): OrderSnapshot {
		$order = $wc_order_id > 0 ? wc_get_order( $wc_order_id ) : null;
		if ( ! $order instanceof WC_Order || 'shop_order' !== $order->get_type() || in_array( $order->get_status(), [ 'trash', 'auto-draft' ], true ) ) {
			throw new OrderNotFound();
		}

		$currency = $this->currency( $order );
		$is_paid  = $order->is_paid() || null !== $order->get_date_paid();
		$total    = $this->money( DecimalText::of( $order->get_total() ), $currency );

		return new OrderSnapshot(
			$order->get_id(),
			(string) $order->get_order_number(),
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
			$this->hold_minutes( $order ),
			OfficialLink::of( $order ),
			self::text( $order->get_transaction_id() )
		);
	}

	/**
	 * Returns the order's currency.
	 */
	private function currency( WC_Order $order ): Currency {
		try {
			return new Currency( strtoupper( $order->get_currency() ) );
		} catch ( InvalidValue ) {
			return new Currency( self::NO_CURRENCY );
		}
	}

	/**
	 * Returns the total less refunds, never below zero. Null when it has a fraction of the smallest unit.
	 */
	private function due( WC_Order $order, ?Money $total ): ?Money {
		$refunded = null === $total ? null : $this->money( DecimalText::of( $order->get_total_refunded() ), $total->currency );
		if ( null === $total || null === $refunded ) {
			return null;
		}

		return new Money( max( 0, $total->minus( $refunded )->amount ), $total->currency );
	}

	/**
	 * Reads money. Null when it has a fraction of the smallest unit.
	 */
	private function money( string $decimal, Currency $currency ): ?Money {
		try {
			return Money::from_decimal( $decimal, $currency );
		} catch ( InvalidValue ) {
			return null;
		}
	}

	/**
	 * Returns a text of the order. Filters of other plugins return what they like.
	 */
	private static function text( mixed $value ): string {
		return is_scalar( $value ) ? (string) $value : '';
	}

	/**
	 * Returns the page where the customer can pay in another way. Not through the order's own method: payment plugins
	 * filter that one to send customers to a page of theirs.
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
	 * Returns after how many minutes WooCommerce cancels the order to free its stock; null when it does not.
	 */
	private function hold_minutes( WC_Order $order ): ?int {
		$minutes = get_option( 'woocommerce_hold_stock_minutes', '60' );
		$minutes = is_numeric( $minutes ) ? (int) $minutes : 0;

		return $minutes >= 1
			&& 'pending' === $order->get_status()
			&& 'checkout' === $order->get_created_via()
			&& 'yes' === get_option( 'woocommerce_manage_stock' ) ? $minutes : null;
	}
}
