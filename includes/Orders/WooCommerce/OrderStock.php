<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\WooCommerce;

use WC_Order;
use WC_Order_Item_Product;
use WC_Product;

/**
 * Compares the quantities of an order with the current stock.
 */
final class OrderStock {

	/**
	 * Returns the products that do not have enough stock.
	 *
	 * @return list<array{name: string, required: float|int, available: float|int}>
	 */
	public function missing( WC_Order $order ): array {
		$products = [];
		foreach ( $order->get_items() as $item ) {
			if ( ! $item instanceof WC_Order_Item_Product ) {
				continue;
			}

			$product = $item->get_product();
			$product = $product instanceof WC_Product && 'trash' !== $product->get_status() ? $product : null;
			// A line that never had a product has no stock. For a deleted product, the stored ID remains, but
			// WooCommerce's getter returns 0.
			$product_id = wc_get_order_item_meta( $item->get_id(), '_product_id' );
			if ( null === $product && ( ! is_numeric( $product_id ) || 0 === (int) $product_id ) ) {
				continue;
			}

			// Variations may share the stock of their product.
			$id            = null === $product
				? 'gone-' . $item->get_id()
				: 'id-' . $product->get_stock_managed_by_id();
			$products[ $id ] = [
				'product'  => $product,
				'name'     => html_entity_decode( $item->get_name(), ENT_QUOTES | ENT_HTML5, 'UTF-8' ),
				'required' => ( $products[ $id ]['required'] ?? 0 ) + $item->get_quantity(),
			];
		}

		$missing = [];
		foreach ( $products as $entry ) {
			$available = $this->available( $entry['product'] );
			if ( null !== $available && $available < $entry['required'] ) {
				$missing[] = [
					'name'      => $entry['name'],
					'required'  => $this->normalise( $entry['required'] ),
					'available' => $this->normalise( $available ),
				];
			}
		}

		return $missing;
	}

	/**
	 * Returns the available quantity, or null if it is not limited: stock is not managed, or backorders are allowed.
	 */
	private function available( ?WC_Product $product ): float|int|null {
		if ( null === $product ) {
			return 0;
		}
		if ( ! $product->managing_stock() ) {
			return $product->is_in_stock() ? null : 0;
		}

		return $product->backorders_allowed() ? null : max( 0, (float) $product->get_stock_quantity() );
	}

	/**
	 * Returns a whole number as an integer.
	 */
	private function normalise( float|int $number ): float|int {
		return (float) (int) $number === (float) $number ? (int) $number : $number;
	}
}
