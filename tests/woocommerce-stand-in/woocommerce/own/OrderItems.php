<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop;

use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Storage\ItemStore;
use WC_Order_Item;
use WC_Order_Item_Product;

trait OrderItems {

	public function get_items( $types = 'line_item' ) {
		$items = [];
		foreach ( array_filter( (array) $types ) as $type ) {
			if ( ! isset( $this->items[ $type ] ) ) {
				$this->items[ $type ] = $this->get_id() > 0 ? ItemStore::for_order( $this->get_id(), $type ) : [];
			}
			// Keys are item IDs; array_merge would renumber them.
			$items += $this->items[ $type ];
		}
		return apply_filters( 'woocommerce_order_get_items', $items, $this, $types );
	}

	public function get_item( $item_id, $load_from_db = true ) {
		foreach ( [ 'line_item', 'shipping', 'fee', 'tax', 'coupon' ] as $type ) {
			$items = $this->get_items( $type );
			if ( isset( $items[ $item_id ] ) ) {
				return $items[ $item_id ];
			}
		}
		return false;
	}

	public function get_coupons() {
		return $this->get_items( 'coupon' );
	}

	public function get_fees() {
		return $this->get_items( 'fee' );
	}

	public function get_taxes() {
		return $this->get_items( 'tax' );
	}

	public function get_shipping_methods() {
		return $this->get_items( 'shipping' );
	}

	public function get_shipping_method() {
		return implode( ', ', array_map( static fn ( WC_Order_Item $item ): string => (string) $item->get_name(), $this->get_shipping_methods() ) );
	}

	public function get_coupon_codes() {
		return array_values( array_map( static fn ( WC_Order_Item $item ): string => (string) $item->get_name(), $this->get_coupons() ) );
	}

	public function get_item_count( $item_type = '' ) {
		$items = $this->get_items( $item_type === '' ? 'line_item' : $item_type );
		return array_sum( array_map( static fn ( WC_Order_Item $item ) => $item->get_quantity(), $items ) );
	}

	public function add_item( $item ) {
		$type = $item->get_type();
		$this->get_items( $type );
		$item->set_order_id( $this->get_id() );
		$key                          = $item->get_id() > 0 ? $item->get_id() : 'new:' . $type . count( $this->items[ $type ] );
		$this->items[ $type ][ $key ] = $item;
	}

	public function remove_item( $item_id ) {
		$item = $this->get_item( $item_id, false );
		if ( $item === false ) {
			return false;
		}
		$this->items_to_delete[] = $item;
		unset( $this->items[ $item->get_type() ][ $item_id ] );
	}

	public function remove_order_items( $type = null ) {
		foreach ( $type === null ? [ 'line_item', 'shipping', 'fee', 'tax', 'coupon' ] : [ $type ] as $item_type ) {
			foreach ( array_keys( $this->get_items( $item_type ) ) as $id ) {
				$this->remove_item( $id );
			}
		}
	}

	public function add_product( $product, $qty = 1, $args = [] ) {
		$item = new WC_Order_Item_Product();
		if ( $product ) {
			$price = wc_get_price_excluding_tax( $product, [ 'qty' => $qty, 'order' => $this ] );
			$item->set_product( $product );
			$args += [ 'subtotal' => $price, 'total' => $price ];
		}
		$item->set_props( [ 'quantity' => $qty ] + $args );
		$item->set_order_id( $this->get_id() );
		$item->save();
		$this->add_item( $item );
		return $item->get_id();
	}

	protected function save_items() {
		foreach ( $this->items_to_delete as $item ) {
			if ( $item->get_id() > 0 ) {
				$item->delete( true );
			}
		}
		$this->items_to_delete = [];
		foreach ( $this->items as $type => $items ) {
			$saved = [];
			foreach ( $items as $item ) {
				if ( $item->get_id() === 0 || $item->get_changes() !== [] || $item->get_order_id() !== $this->get_id() ) {
					$item->set_order_id( $this->get_id() );
					$item->save();
				} else {
					$item->save_meta_data();
				}
				$saved[ $item->get_id() ] = $item;
			}
			$this->items[ $type ] = $saved;
		}
	}
}
