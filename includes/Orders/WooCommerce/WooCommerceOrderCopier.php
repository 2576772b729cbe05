<?php
/**
 * Copies of WooCommerce orders.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use MultiSafepay\PaymentLinks\Application\Port\OrderCopier;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\StorageFailed;
use WC_Data_Exception;
use WC_Meta_Data;
use WC_Order;
use WC_Order_Item;

/**
 * Copies an order line by line, with the prices and taxes that it was reckoned with: nothing is reckoned again, so that
 * the totals are the same to the cent whatever products, rates and coupons cost today.
 */
final class WooCommerceOrderCopier implements OrderCopier {

	public const CREATED_VIA = 'multisafepay-payment-links';

	/**
	 * Meta of an order that belongs to the customer or decides about taxes. Whatever else plugins keep on an order
	 * stays there: numbers, invoices, payments and shipments are of that order alone.
	 */
	private const ORDER_META = [
		'is_vat_exempt',
		'wpml_language',
		'trp_language',
		'weglot_language',
		'_billing_vat_number',
		'_billing_vat',
		'_vat_number',
		'vat_number',
	];

	/**
	 * Fields of the checkout block that shops add to addresses.
	 */
	private const ORDER_META_PREFIXES = [ '_wc_billing/', '_wc_shipping/', '_wc_other/' ];

	/**
	 * Meta of lines that tells what happened to their stock.
	 */
	private const STOCK_META = [ '_reduced_stock', '_restock_refunded_items', '_refunded_item_id' ];

	private const TYPES = [ 'line_item', 'fee', 'shipping', 'coupon', 'tax' ];

	/**
	 * Looks at the shop's stock.
	 */
	private readonly OrderStock $stock;

	/**
	 * Needs WooCommerce only.
	 */
	public function __construct() {
		$this->stock = new OrderStock();
	}

	/**
	 * {@inheritDoc}
	 */
	public function missing_stock( int $wc_order_id ): array {
		return $this->stock->missing( $this->order( $wc_order_id ) );
	}

	/**
	 * {@inheritDoc}
	 */
	public function copy( int $wc_order_id, callable $register ): int {
		$original = $this->order( $wc_order_id );

		return OrderTransaction::run(
			function () use ( $original, $register ): int {
				$copy = $this->copied( $original );
				$copy->save();
				$this->check( $original, $copy->get_id() );
				$register( $copy->get_id() );

				return $copy->get_id();
			}
		);
	}

	/**
	 * Looks at what was really saved: WooCommerce keeps failures of other plugins to itself, and goes on.
	 *
	 * @throws StorageFailed When it is not all of the original.
	 */
	private function check( WC_Order $original, int $copy_id ): void {
		$saved = $copy_id > 0 ? wc_get_order( $copy_id ) : null;
		$count = static fn ( WC_Order $order ): array => array_map( static fn ( string $type ): int => count( $order->get_items( $type ) ), self::TYPES );
		if ( ! $saved instanceof WC_Order || $count( $saved ) !== $count( $original ) || $saved->get_total() !== $original->get_total() ) {
			throw new StorageFailed( 'The order was not copied as a whole.' );
		}
	}

	/**
	 * Returns the copy, not saved yet.
	 */
	private function copied( WC_Order $original ): WC_Order {
		$copy = new WC_Order();
		$copy->set_created_via( self::CREATED_VIA );
		$copy->set_status( 'pending' );
		$copy->set_customer_id( $original->get_customer_id() );
		$copy->set_currency( $original->get_currency( 'edit' ) );
		$copy->set_prices_include_tax( $original->get_prices_include_tax() );
		$this->copy_addresses( $original, $copy );
		$this->copy_meta( $original, $copy );

		foreach ( $original->get_items( self::TYPES ) as $item ) {
			if ( $item instanceof WC_Order_Item ) {
				$copy->add_item( $this->copied_item( $item ) );
			}
		}

		$copy->set_discount_total( $original->get_discount_total( 'edit' ) );
		$copy->set_discount_tax( $original->get_discount_tax( 'edit' ) );
		$copy->set_shipping_total( $original->get_shipping_total( 'edit' ) );
		$copy->set_shipping_tax( $original->get_shipping_tax( 'edit' ) );
		$copy->set_cart_tax( DecimalText::of( $original->get_cart_tax( 'edit' ) ) );
		$copy->set_total( DecimalText::of( $original->get_total( 'edit' ) ) );

		return $copy;
	}

	/**
	 * Copies both addresses as they are stored, without what plugins would show instead.
	 */
	private function copy_addresses( WC_Order $original, WC_Order $copy ): void {
		$data = $original->get_base_data();
		foreach ( [ 'billing', 'shipping' ] as $type ) {
			foreach ( is_array( $data[ $type ] ?? null ) ? $data[ $type ] : [] as $field => $value ) {
				$setter = [ $copy, "set_{$type}_{$field}" ];
				if ( ! is_callable( $setter ) || ! is_scalar( $value ) ) {
					continue;
				}
				try {
					$setter( (string) $value );
				} catch ( WC_Data_Exception ) {
					// An e-mail address that WooCommerce would not take today was imported once.
					continue;
				}
			}
		}
	}

	/**
	 * Copies what belongs to the customer.
	 */
	private function copy_meta( WC_Order $original, WC_Order $copy ): void {
		/**
		 * Filters which meta of an order goes along when the order is duplicated.
		 *
		 * @since 0.1.0
		 * @param list<string> $keys     Meta keys.
		 * @param WC_Order     $original The order that is copied.
		 */
		$keys = apply_filters( 'multisafepay_payment_links_copied_order_meta', self::ORDER_META, $original );
		$keys = array_diff( is_array( $keys ) ? array_filter( $keys, 'is_string' ) : self::ORDER_META, OfficialLink::META );

		foreach ( $original->get_meta_data() as $meta ) {
			$data  = $meta instanceof WC_Meta_Data ? $meta->get_data() : [];
			$key   = $data['key'] ?? null;
			$value = $data['value'] ?? null;
			if ( is_string( $key ) && ( in_array( $key, $keys, true ) || $this->is_address_field( $key ) ) && ( is_scalar( $value ) || is_array( $value ) ) ) {
				$copy->add_meta_data( $key, is_array( $value ) ? $value : (string) $value );
			}
		}
	}

	/**
	 * Tells whether a key is of a field that the shop added to the checkout.
	 */
	private function is_address_field( string $key ): bool {
		foreach ( self::ORDER_META_PREFIXES as $prefix ) {
			if ( str_starts_with( $key, $prefix ) ) {
				return true;
			}
		}

		return false;
	}

	/**
	 * Returns a line as a new one; WooCommerce's clone brings its meta along.
	 */
	private function copied_item( WC_Order_Item $item ): WC_Order_Item {
		$copied = clone $item;
		$copied->set_id( 0 );
		foreach ( self::STOCK_META as $key ) {
			$copied->delete_meta_data( $key );
		}

		return $copied;
	}

	/**
	 * Returns the order.
	 */
	private function order( int $wc_order_id ): WC_Order {
		$order = wc_get_order( $wc_order_id );
		if ( ! $order instanceof WC_Order || 'shop_order' !== $order->get_type() || in_array( $order->get_status(), [ 'trash', 'auto-draft' ], true ) ) {
			throw new OrderNotFound();
		}

		return $order;
	}
}
