<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use WC_Order;
use WC_Order_Item_Fee;
use WC_Order_Item_Product;
use WC_Order_Item_Shipping;

/**
 * Creates orders from line items without products, so that they are the same in every WooCommerce version.
 */
final class OrderFactory {

	private const BILLING = [
		'first_name' => 'Robin',
		'last_name'  => 'Smit',
		'email'      => 'robin@example.test',
		'phone'      => '+31612345678',
		'address_1'  => 'Prinsengracht 263-A',
		'postcode'   => '1016 GV',
		'city'       => 'Amsterdam',
		'country'    => 'NL',
	];

	/**
	 * @var list<int>
	 */
	private array $order_ids = [];

	/**
	 * Creates and saves an order. Amounts are decimals in the order's currency, without tax.
	 *
	 * @param list<array{string, int, float}> $lines    Name, quantity and total of each line.
	 * @param array<string, string>           $billing  Changes to the default billing address.
	 * @param array<string, float>            $fees     Total by name.
	 * @param float|null                      $shipping Total of the shipping line; null for none.
	 */
	public function create(
		array $lines = [ [ 'Art print "Canals"', 1, 80.0 ] ],
		string $currency = 'EUR',
		string $status = 'pending',
		array $billing = [],
		array $fees = [],
		?float $shipping = null,
	): WC_Order {
		$order = new WC_Order();
		$order->set_currency( $currency );
		$order->set_address( $billing + self::BILLING, 'billing' );
		foreach ( $lines as [ $name, $quantity, $total ] ) {
			$item = new WC_Order_Item_Product();
			$item->set_name( $name );
			$item->set_quantity( $quantity );
			$item->set_subtotal( (string) $total );
			$item->set_total( (string) $total );
			$order->add_item( $item );
		}
		foreach ( $fees as $name => $total ) {
			$item = new WC_Order_Item_Fee();
			$item->set_name( $name );
			$item->set_total( (string) $total );
			$order->add_item( $item );
		}
		if ( $shipping !== null ) {
			$item = new WC_Order_Item_Shipping();
			$item->set_method_title( 'PostNL' );
			$item->set_method_id( 'flat_rate' );
			$item->set_total( (string) $shipping );
			$order->add_item( $item );
		}
		// Without tax, the order total is the sum of the lines.
		$order->calculate_totals( false );
		$order->save();
		if ( $status !== 'pending' ) {
			$order->update_status( $status );
		}
		$this->order_ids[] = $order->get_id();
		return $order;
	}

	/**
	 * Deletes all orders created here, for tests without a transaction.
	 */
	public function delete_all(): void {
		foreach ( $this->order_ids as $id ) {
			$order = wc_get_order( $id );
			if ( $order instanceof WC_Order ) {
				$order->delete( true );
			}
		}
		$this->order_ids = [];
	}
}
