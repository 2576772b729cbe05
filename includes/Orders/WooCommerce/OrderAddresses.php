<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\WooCommerce;

use MultiSafepay\PaymentLinks\Orders\Domain\OrderAddress;
use WC_Order;

final class OrderAddresses {

	public function billing( WC_Order $order ): OrderAddress {
		return new OrderAddress(
			self::text( $order->get_billing_first_name() ),
			self::text( $order->get_billing_last_name() ),
			self::text( $order->get_billing_company() ),
			self::text( $order->get_billing_address_1() ),
			self::text( $order->get_billing_address_2() ),
			self::text( $order->get_billing_postcode() ),
			self::text( $order->get_billing_city() ),
			self::text( $order->get_billing_state() ),
			self::text( $order->get_billing_country() ),
			self::text( $order->get_billing_email() ),
			self::text( $order->get_billing_phone() )
		);
	}

	public function shipping( WC_Order $order ): OrderAddress {
		return new OrderAddress(
			self::text( $order->get_shipping_first_name() ),
			self::text( $order->get_shipping_last_name() ),
			self::text( $order->get_shipping_company() ),
			self::text( $order->get_shipping_address_1() ),
			self::text( $order->get_shipping_address_2() ),
			self::text( $order->get_shipping_postcode() ),
			self::text( $order->get_shipping_city() ),
			self::text( $order->get_shipping_state() ),
			self::text( $order->get_shipping_country() ),
			'',
			self::text( $order->get_shipping_phone() )
		);
	}

	/**
	 * Filters of other plugins may return any type.
	 */
	private static function text( mixed $value ): string {
		return is_scalar( $value ) ? (string) $value : '';
	}
}
