<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\WooCommerce;

use MultiSafepay\PaymentLinks\Links\Domain\Customer\Customer;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\PayerLocale;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\CustomerLocale;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\OrderAddresses;
use WC_Order;

/**
 * Reads the customers of several orders in one query.
 */
final class GuestOrders {

	public function __construct(
		private readonly OrderAddresses $addresses,
		private readonly CustomerLocale $locale,
	) {}

	/**
	 * @param list<int> $wc_order_ids
	 * @return array<int, Customer> By order ID; deleted orders are missing.
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
				$customers[ $order->get_id() ] = Customer::from_order(
					$address,
					PayerLocale::for_customer( $this->locale->of( $order ), $address->country )
				);
			}
		}

		return $customers;
	}
}
