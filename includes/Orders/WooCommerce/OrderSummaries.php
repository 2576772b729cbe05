<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\WooCommerce;

use MultiSafepay\PaymentLinks\Orders\Domain\OrderSummary;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\Payment\OrderPaymentStates;
use WC_Order;
use WC_Order_Refund;

/**
 * Reads summaries of orders: all orders with one call of wc_get_orders() and their refunds with another.
 */
final class OrderSummaries {

	public function __construct( private readonly OrderPaymentStates $payments ) {}

	/**
	 * @param list<int> $wc_order_ids
	 * @return array<int, OrderSummary> By order ID, without orders that do not exist.
	 */
	public function summaries( array $wc_order_ids ): array {
		$wc_order_ids = array_values( array_unique( $wc_order_ids ) );
		if ( [] === $wc_order_ids ) {
			return [];
		}

		$refunded  = $this->refunds( $wc_order_ids );
		$summaries = [];
		foreach ( self::query(
			[
				'type'     => 'shop_order',
				'post__in' => $wc_order_ids,
			]
		) as $order ) {
			if ( $order instanceof WC_Order ) {
				$email                         = $order->get_billing_email();
				$summaries[ $order->get_id() ] = new OrderSummary(
					$this->payments->of( $order, $refunded[ $order->get_id() ] ?? [] ),
					trim( (string) $order->get_order_number() ),
					is_string( $email ) ? $email : ''
				);
			}
		}

		return $summaries;
	}

	/**
	 * @param non-empty-list<int> $wc_order_ids
	 * @return array<int, list<string>> Refunded amounts as decimal text, by order ID.
	 */
	private function refunds( array $wc_order_ids ): array {
		$refunded = [];
		foreach ( self::query(
			[
				'type'            => 'shop_order_refund',
				'post_parent__in' => $wc_order_ids,
			]
		) as $refund ) {
			if ( $refund instanceof WC_Order_Refund ) {
				$refunded[ $refund->get_parent_id() ][] = DecimalText::of( $refund->get_amount() );
			}
		}

		return $refunded;
	}

	/**
	 * @param array<string, mixed> $query Arguments of wc_get_orders().
	 * @return array<mixed>
	 */
	private static function query( array $query ): array {
		$orders = wc_get_orders( $query + [ 'limit' => -1 ] );

		return is_array( $orders ) ? $orders : [];
	}
}
