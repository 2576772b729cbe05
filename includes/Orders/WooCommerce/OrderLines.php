<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\WooCommerce;

use MultiSafepay\PaymentLinks\Orders\Domain\OrderLine;
use WC_Order;
use WC_Order_Item_Fee;
use WC_Order_Item_Product;
use WC_Order_Item_Shipping;
use WC_Order_Item_Tax;

/**
 * Reads products, fees and shipping with the tax rates that the order was calculated with.
 *
 * Loads no products: the order contains all data, and each product would need extra queries.
 */
final class OrderLines {

	/**
	 * @return list<OrderLine>
	 */
	public function of( WC_Order $order ): array {
		$rates = $this->rates( $order );
		$lines = [];
		$seen  = [];

		foreach ( $order->get_items( [ 'line_item', 'fee', 'shipping' ] ) as $item ) {
			if (
				! $item instanceof WC_Order_Item_Product
				&& ! $item instanceof WC_Order_Item_Fee
				&& ! $item instanceof WC_Order_Item_Shipping
			) {
				continue;
			}

			$reference = $this->reference( $item );
			// The same product may be in several lines, for example with different options.
			$reference          = isset( $seen[ $reference ] ) ? $reference . '-' . $item->get_id() : $reference;
			$seen[ $reference ] = true;

			[ $simple, $compound ] = $this->item_rates( $item, $rates );
			$lines[]              = new OrderLine(
				match ( true ) {
					$item instanceof WC_Order_Item_Product => OrderLine::PRODUCT,
					$item instanceof WC_Order_Item_Fee     => OrderLine::FEE,
					default                                => OrderLine::SHIPPING,
				},
				html_entity_decode( $item->get_name(), ENT_QUOTES | ENT_HTML5, 'UTF-8' ),
				$reference,
				$item instanceof WC_Order_Item_Product ? DecimalText::of( $item->get_quantity() ) : '1',
				DecimalText::of( $item->get_total() ),
				DecimalText::of( $item->get_total_tax() ),
				$simple,
				$compound
			);
		}

		return $lines;
	}

	/**
	 * Returns an identifier for the line, such as the product ID. It may not be unique within the order.
	 */
	private function reference( WC_Order_Item_Product|WC_Order_Item_Fee|WC_Order_Item_Shipping $item ): string {
		if ( $item instanceof WC_Order_Item_Product ) {
			$id = $item->get_variation_id() > 0 ? $item->get_variation_id() : $item->get_product_id();

			return $id > 0 ? (string) $id : 'item-' . $item->get_id();
		}

		return ( $item instanceof WC_Order_Item_Fee ? 'fee-' : 'shipping-' ) . $item->get_id();
	}

	/**
	 * Returns the tax rates of the order, as they were when it was calculated.
	 *
	 * @return array<int, array{string, bool}> By rate ID: percentage, and whether the rate is compound.
	 */
	private function rates( WC_Order $order ): array {
		$rates = [];
		foreach ( $order->get_items( 'tax' ) as $tax ) {
			if ( $tax instanceof WC_Order_Item_Tax ) {
				$percent = $tax->get_rate_percent();
				// Orders of old WooCommerce versions have no percentage. An empty rate excludes the cart from the link.
				$rates[ $tax->get_rate_id() ] = [
					is_numeric( $percent ) ? DecimalText::of( $percent ) : '',
					$tax->is_compound(),
				];
			}
		}

		return $rates;
	}

	/**
	 * Returns the tax rates of a line.
	 *
	 * @param array<int, array{string, bool}> $rates Rates of the order.
	 * @return array{list<string>, list<string>} Simple and compound rates.
	 */
	private function item_rates(
		WC_Order_Item_Product|WC_Order_Item_Fee|WC_Order_Item_Shipping $item,
		array $rates,
	): array {
		$taxes    = $item->get_taxes()['total'] ?? [];
		$simple   = [];
		$compound = [];
		foreach ( is_array( $taxes ) ? $taxes : [] as $rate_id => $tax ) {
			if ( ! is_numeric( $tax ) || 0.0 === (float) $tax ) {
				// A rate without tax does not apply to this line.
				continue;
			}
			[ $percent, $is_compound ] = $rates[ (int) $rate_id ] ?? [ '', false ];
			if ( $is_compound ) {
				$compound[] = $percent;
			} else {
				$simple[] = $percent;
			}
		}

		return [ $simple, $compound ];
	}
}
