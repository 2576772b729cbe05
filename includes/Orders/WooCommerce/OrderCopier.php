<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\WooCommerce;

use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;
use WC_Data_Exception;
use WC_Meta_Data;
use WC_Order;
use WC_Order_Item;

/**
 * Copies an order line by line with its stored prices and taxes. Nothing is recalculated, so the totals are identical
 * even if products, tax rates or coupons have changed.
 */
final class OrderCopier {

	public const CREATED_VIA = 'multisafepay-payment-links';

	/**
	 * Order meta about the customer or the tax. Other meta is not copied: invoices, payments and shipments belong to
	 * the original only.
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
	 * Prefixes of additional checkout fields of the checkout block.
	 */
	private const ORDER_META_PREFIXES = [ '_wc_billing/', '_wc_shipping/', '_wc_other/' ];

	/**
	 * Line meta that records stock changes of the original order.
	 */
	private const STOCK_META = [ '_reduced_stock', '_restock_refunded_items', '_refunded_item_id' ];

	private const TYPES = [ 'line_item', 'fee', 'shipping', 'coupon', 'tax' ];

	public function __construct( private readonly OrderStock $stock ) {}

	/**
	 * Returns the products of the order that do not have enough stock.
	 *
	 * @return list<array{name: string, required: float|int, available: float|int}>
	 * @throws OrderNotFound
	 */
	public function missing_stock( int $wc_order_id ): array {
		return $this->stock->missing( $this->order( $wc_order_id ) );
	}

	/**
	 * Copies an order to a new unpaid order in one transaction. Returns the ID of the copy.
	 *
	 * @param callable(int): void $register Called with the ID of the copy inside the transaction.
	 * @throws OrderNotFound
	 */
	public function copy( int $wc_order_id, callable $register ): int {
		$original = $this->order( $wc_order_id );

		return OrderTransaction::run(
			function () use ( $original, $register ): int {
				$copy = $this->create_copy( $original );
				$copy->save();
				$this->verify( $original, $copy->get_id() );
				$register( $copy->get_id() );

				return $copy->get_id();
			}
		);
	}

	/**
	 * Verifies the saved copy, because WooCommerce catches exceptions of other plugins while saving and continues.
	 *
	 * @throws StorageFailed If the copy is not complete.
	 */
	private function verify( WC_Order $original, int $copy_id ): void {
		$saved = $copy_id > 0 ? wc_get_order( $copy_id ) : null;
		$count = static fn ( WC_Order $order ): array => array_map(
			static fn ( string $type ): int => count( $order->get_items( $type ) ),
			self::TYPES
		);
		if (
			! $saved instanceof WC_Order
			|| $count( $saved ) !== $count( $original )
			|| $saved->get_total() !== $original->get_total()
		) {
			throw new StorageFailed( 'The order was not copied as a whole.' );
		}
	}

	/**
	 * Returns the copy without saving it.
	 */
	private function create_copy( WC_Order $original ): WC_Order {
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
				$copy->add_item( $this->copy_item( $item ) );
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
	 * Copies the addresses as stored, without filters of other plugins.
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
					// An imported order may have an email address that WooCommerce does not accept.
					continue;
				}
			}
		}
	}

	private function copy_meta( WC_Order $original, WC_Order $copy ): void {
		/**
		 * Filters the order meta that is copied when an order is duplicated.
		 *
		 * @since 0.1.0
		 * @param list<string> $keys Meta keys.
		 * @param WC_Order $original
		 */
		$keys = apply_filters( 'multisafepay_payment_links_copied_order_meta', self::ORDER_META, $original );
		$keys = array_diff(
			is_array( $keys ) ? array_filter( $keys, 'is_string' ) : self::ORDER_META,
			OfficialPluginLink::META
		);

		foreach ( $original->get_meta_data() as $meta ) {
			$data  = $meta instanceof WC_Meta_Data ? $meta->get_data() : [];
			$key   = $data['key'] ?? null;
			$value = $data['value'] ?? null;
			if (
				is_string( $key )
				&& ( in_array( $key, $keys, true ) || $this->is_address_field( $key ) )
				&& ( is_scalar( $value ) || is_array( $value ) )
			) {
				$copy->add_meta_data( $key, is_array( $value ) ? $value : (string) $value );
			}
		}
	}

	private function is_address_field( string $key ): bool {
		foreach ( self::ORDER_META_PREFIXES as $prefix ) {
			if ( str_starts_with( $key, $prefix ) ) {
				return true;
			}
		}

		return false;
	}

	/**
	 * Returns a new line. WooCommerce's clone includes the meta.
	 */
	private function copy_item( WC_Order_Item $item ): WC_Order_Item {
		$new_item = clone $item;
		$new_item->set_id( 0 );
		foreach ( self::STOCK_META as $key ) {
			$new_item->delete_meta_data( $key );
		}

		return $new_item;
	}

	/**
	 * @throws OrderNotFound
	 */
	private function order( int $wc_order_id ): WC_Order {
		$order = wc_get_order( $wc_order_id );
		if (
			! $order instanceof WC_Order
			|| 'shop_order' !== $order->get_type()
			|| in_array( $order->get_status(), [ 'trash', 'auto-draft' ], true )
		) {
			throw new OrderNotFound();
		}

		return $order;
	}
}
