<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use RuntimeException;
use WC_Order;
use WC_Product_Simple;

/**
 * Creates orders of a product with stock, so that a payment has all its effects: stock reduction, emails and status.
 */
final class StockedOrders {

	public const STOCK = 50;

	private readonly int $product_id;

	/**
	 * @var list<int>
	 */
	private array $order_ids = [];

	public function __construct() {
		$product = new WC_Product_Simple();
		$product->set_name( 'Art print with stock' );
		$product->set_regular_price( '80' );
		$product->set_tax_status( 'none' );
		$product->set_manage_stock( true );
		$product->set_stock_quantity( self::STOCK );
		$this->product_id = $product->save();
	}

	/**
	 * Creates an order of one piece for 80.00 EUR.
	 */
	public function create( string $method = '', string $status = 'pending' ): WC_Order {
		$product = wc_get_product( $this->product_id );
		if ( ! $product instanceof WC_Product_Simple ) {
			throw new RuntimeException( 'The product does not exist.' );
		}
		$order = new WC_Order();
		$order->set_currency( 'EUR' );
		$order->set_address(
			[ 'first_name' => 'Robin', 'last_name' => 'Smit', 'email' => 'robin@example.test', 'country' => 'NL' ],
			'billing'
		);
		$order->add_product( $product, 1, [ 'subtotal' => '80', 'total' => '80' ] );
		if ( $method !== '' ) {
			$order->set_payment_method( $method );
			$order->set_payment_method_title( "Title of $method" );
		}
		$order->calculate_totals( false );
		$order->save();
		if ( $status !== 'pending' ) {
			$order->update_status( $status );
		}
		$this->order_ids[] = $order->get_id();
		return $order;
	}

	/**
	 * Returns the stock quantity in the database.
	 */
	public function stock(): int {
		return (int) Db::wpdb()->get_var(
			'SELECT meta_value FROM '
				. Db::wpdb()->postmeta
				. " WHERE post_id = {$this->product_id} AND meta_key = '_stock'"
		);
	}

	/**
	 * Restores the full stock.
	 */
	public function refill(): void {
		wp_cache_flush();
		wc_update_product_stock( $this->product_id, self::STOCK );
	}

	/**
	 * Deletes the orders and the product, for tests without a transaction.
	 */
	public function delete_all(): void {
		foreach ( $this->order_ids as $id ) {
			$order = wc_get_order( $id );
			if ( $order instanceof WC_Order ) {
				$order->delete( true );
			}
		}
		wp_delete_post( $this->product_id, true );
	}
}
