<?php
/**
 * Lines of a WooCommerce order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use MultiSafepay\PaymentLinks\Domain\OrderLine;
use WC_Order;
use WC_Order_Item_Fee;
use WC_Order_Item_Product;
use WC_Order_Item_Shipping;
use WC_Order_Item_Tax;

/**
 * Reads products, fees and shipping with the tax rates that the order was reckoned with.
 *
 * It asks for no product: what was sold stands in the order, and a product would cost queries for every line.
 */
final class OrderLines {

	/**
	 * Returns the lines.
	 *
	 * @return list<OrderLine>
	 */
	public function of( WC_Order $order ): array {
		$rates = $this->rates( $order );
		$lines = [];
		$seen  = [];

		foreach ( $order->get_items( [ 'line_item', 'fee', 'shipping' ] ) as $item ) {
			if ( ! $item instanceof WC_Order_Item_Product && ! $item instanceof WC_Order_Item_Fee && ! $item instanceof WC_Order_Item_Shipping ) {
				continue;
			}

			$reference = $this->reference( $item );
			// The same product twice, say with other options, is two items.
			$reference          = isset( $seen[ $reference ] ) ? $reference . '-' . $item->get_id() : $reference;
			$seen[ $reference ] = true;

			[ $plain, $compound ] = $this->rates_of( $item, $rates );
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
				$plain,
				$compound
			);
		}

		return $lines;
	}

	/**
	 * Returns what tells the line from others.
	 */
	private function reference( WC_Order_Item_Product|WC_Order_Item_Fee|WC_Order_Item_Shipping $item ): string {
		if ( $item instanceof WC_Order_Item_Product ) {
			$id = $item->get_variation_id() > 0 ? $item->get_variation_id() : $item->get_product_id();

			return $id > 0 ? (string) $id : 'item-' . $item->get_id();
		}

		return ( $item instanceof WC_Order_Item_Fee ? 'fee-' : 'shipping-' ) . $item->get_id();
	}

	/**
	 * Returns the rates of the order by their id, as they were when it was reckoned.
	 *
	 * @return array<int, array{string, bool}> Per cent, and whether it is compound.
	 */
	private function rates( WC_Order $order ): array {
		$rates = [];
		foreach ( $order->get_items( 'tax' ) as $tax ) {
			if ( $tax instanceof WC_Order_Item_Tax ) {
				$percent = $tax->get_rate_percent();
				// Orders of long ago do not tell; an empty rate keeps the cart out of the link.
				$rates[ $tax->get_rate_id() ] = [ is_numeric( $percent ) ? DecimalText::of( $percent ) : '', $tax->is_compound() ];
			}
		}

		return $rates;
	}

	/**
	 * Returns the rates that a line bears.
	 *
	 * @param WC_Order_Item_Product|WC_Order_Item_Fee|WC_Order_Item_Shipping $item  The line.
	 * @param array<int, array{string, bool}>                                $rates Rates of the order.
	 * @return array{list<string>, list<string>} Plain and compound ones.
	 */
	private function rates_of( WC_Order_Item_Product|WC_Order_Item_Fee|WC_Order_Item_Shipping $item, array $rates ): array {
		$taxes    = $item->get_taxes()['total'] ?? [];
		$plain    = [];
		$compound = [];
		foreach ( is_array( $taxes ) ? $taxes : [] as $rate_id => $tax ) {
			if ( ! is_numeric( $tax ) || 0.0 === (float) $tax ) {
				// A rate that took nothing does not apply, whatever it would be elsewhere in the order.
				continue;
			}
			[ $percent, $is_compound ] = $rates[ (int) $rate_id ] ?? [ '', false ];
			if ( $is_compound ) {
				$compound[] = $percent;
			} else {
				$plain[] = $percent;
			}
		}

		return [ $plain, $compound ];
	}
}
