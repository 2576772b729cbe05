<?php
/**
 * Stock for an order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use WC_Order;
use WC_Order_Item_Product;
use WC_Product;

/**
 * Compares what an order takes with what the shop has now.
 */
final class OrderStock {

	/**
	 * Returns the products that are short.
	 *
	 * @return list<array{name: string, wanted: float|int, left: float|int}>
	 */
	public function missing( WC_Order $order ): array {
		$wanted = [];
		foreach ( $order->get_items() as $item ) {
			if ( ! $item instanceof WC_Order_Item_Product ) {
				continue;
			}

			$product = $item->get_product();
			$product = $product instanceof WC_Product && 'trash' !== $product->get_status() ? $product : null;
			// A line that never had a product is goods that the shop does not count. Of a product that is deleted, only
			// the stored id is left: WooCommerce reads it as 0.
			$sold_id = wc_get_order_item_meta( $item->get_id(), '_product_id' );
			if ( null === $product && ( ! is_numeric( $sold_id ) || 0 === (int) $sold_id ) ) {
				continue;
			}

			// Variations may share the stock of their product.
			$id            = null === $product ? 'gone-' . $item->get_id() : 'id-' . $product->get_stock_managed_by_id();
			$wanted[ $id ] = [
				'product' => $product,
				'name'    => html_entity_decode( $item->get_name(), ENT_QUOTES | ENT_HTML5, 'UTF-8' ),
				'wanted'  => ( $wanted[ $id ]['wanted'] ?? 0 ) + $item->get_quantity(),
			];
		}

		$missing = [];
		foreach ( $wanted as $entry ) {
			$left = $this->left( $entry['product'] );
			if ( null !== $left && $left < $entry['wanted'] ) {
				$missing[] = [
					'name'   => $entry['name'],
					'wanted' => $this->number( $entry['wanted'] ),
					'left'   => $this->number( $left ),
				];
			}
		}

		return $missing;
	}

	/**
	 * Returns how many are left; null when the shop does not count, or sells what it does not have.
	 */
	private function left( ?WC_Product $product ): float|int|null {
		if ( null === $product ) {
			return 0;
		}
		if ( ! $product->managing_stock() ) {
			return $product->is_in_stock() ? null : 0;
		}

		return $product->backorders_allowed() ? null : max( 0, (float) $product->get_stock_quantity() );
	}

	/**
	 * Returns a whole number as one.
	 */
	private function number( float|int $number ): float|int {
		return (float) (int) $number === (float) $number ? (int) $number : $number;
	}
}
