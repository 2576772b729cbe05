<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use WC_Meta_Data;
use WC_Order;

/**
 * Returns items, totals, taxes and notes of an order in a form that can be compared with another order.
 */
trait OrderComparison {

	/**
	 * Returns all items with all data except IDs.
	 *
	 * @return list<array<mixed>>
	 */
	private function lines( WC_Order $order ): array {
		$lines = [];
		foreach ( $order->get_items( [ 'line_item', 'fee', 'shipping', 'coupon', 'tax' ] ) as $item ) {
			$data = $item->get_data();
			unset( $data['id'], $data['order_id'], $data['meta_data'] );
			$meta = [];
			foreach ( $item->get_meta_data() as $entry ) {
				$meta[] = $entry instanceof WC_Meta_Data ? array_diff_key( $entry->get_data(), [ 'id' => 0 ] ) : null;
			}
			$lines[] = [ 'type' => $item->get_type(), 'meta' => $meta ] + $data;
		}

		return $lines;
	}

	/**
	 * @return array<string, string>
	 */
	private function totals( WC_Order $order ): array {
		$totals = [
			'total'          => $order->get_total(),
			'total_tax'      => $order->get_total_tax(),
			'cart_tax'       => $order->get_cart_tax(),
			'shipping_total' => $order->get_shipping_total(),
			'shipping_tax'   => $order->get_shipping_tax(),
			'discount_total' => $order->get_discount_total(),
			'discount_tax'   => $order->get_discount_tax(),
			'subtotal'       => $order->get_subtotal(),
		];

		return array_map(
			static fn ( float|string $total ): string => number_format( (float) $total, 6, '.', '' ),
			$totals
		);
	}

	/**
	 * @return list<string>
	 */
	private function taxes( WC_Order $order ): array {
		$taxes = [];
		foreach ( $order->get_taxes() as $tax ) {
			$taxes[] = "{$tax->get_rate_id()} {$tax->get_label()} {$tax->get_rate_percent()} "
				. "{$tax->get_tax_total()} {$tax->get_shipping_tax_total()}";
		}

		return $taxes;
	}

	/**
	 * @return list<string>
	 */
	private function notes( WC_Order $order, string $pattern ): array {
		$notes = [];
		foreach ( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ) as $note ) {
			$content = ( (array) $note )['content'] ?? '';
			if ( is_string( $content ) && preg_match( $pattern, $content ) === 1 ) {
				$notes[] = $content;
			}
		}

		return $notes;
	}
}
