<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop;

trait OrderRefunds {

	public function get_refunds() {
		return $this->get_id() === 0 ? [] : wc_get_orders( [ 'type' => 'shop_order_refund', 'parent' => $this->get_id(), 'limit' => -1 ] );
	}

	public function get_total_refunded() {
		return array_sum( array_map( static fn ( $refund ): float => (float) $refund->get_amount(), $this->get_refunds() ) );
	}

	public function get_total_tax_refunded() {
		return abs( array_sum( array_map( static fn ( $refund ): float => (float) $refund->get_total_tax(), $this->get_refunds() ) ) );
	}

	public function get_total_shipping_refunded() {
		return abs( array_sum( array_map( static fn ( $refund ): float => (float) $refund->get_shipping_total(), $this->get_refunds() ) ) );
	}

	public function get_remaining_refund_amount() {
		return wc_format_decimal( (float) $this->get_total() - (float) $this->get_total_refunded(), wc_get_price_decimals() );
	}

	public function get_qty_refunded_for_item( $item_id, $item_type = 'line_item' ) {
		return $this->sum_refunded( (int) $item_id, $item_type, 'get_quantity' );
	}

	public function get_total_refunded_for_item( $item_id, $item_type = 'line_item' ) {
		return -1 * $this->sum_refunded( (int) $item_id, $item_type, 'get_total' );
	}

	private function sum_refunded( int $item_id, string $type, string $getter ): int|float {
		$sum = 0;
		foreach ( $this->get_refunds() as $refund ) {
			foreach ( $refund->get_items( $type ) as $item ) {
				if ( (int) $item->get_meta( '_refunded_item_id' ) === $item_id ) {
					$sum += (float) $item->{$getter}();
				}
			}
		}
		return $sum;
	}
}
