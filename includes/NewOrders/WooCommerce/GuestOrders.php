<?php
/**
 * Guests, by their orders.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use MultiSafepay\PaymentLinks\Domain\Customer;
use MultiSafepay\PaymentLinks\Domain\PayerLocale;
use WC_Order;

/**
 * Reads the people of many orders at once.
 */
final class GuestOrders {

	/**
	 * Takes what reads an order.
	 */
	public function __construct(
		private readonly OrderAddresses $addresses,
		private readonly CustomerLocale $locale,
	) {}

	/**
	 * Returns who is to pay each order that is still there.
	 *
	 * @param list<int> $wc_order_ids WooCommerce's ids.
	 * @return array<int, Customer> By WooCommerce's id.
	 */
	public function customers( array $wc_order_ids ): array {
		if ( [] === $wc_order_ids ) {
			return [];
		}

		$customers = [];
		$orders    = wc_get_orders(
			[
				'type'     => 'shop_order',
				'post__in' => $wc_order_ids,
				'limit'    => -1,
			]
		);
		foreach ( is_array( $orders ) ? $orders : [] as $order ) {
			if ( $order instanceof WC_Order ) {
				$address                        = $this->addresses->billing( $order );
				$customers[ $order->get_id() ] = Customer::fitted( $address, PayerLocale::for_customer( $this->locale->of( $order ), $address->country ) );
			}
		}

		return $customers;
	}
}
