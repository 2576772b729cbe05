<?php

declare( strict_types = 1 );

final class OrderSeeder {

	/**
	 * @param array<string, WC_Product> $products By SKU.
	 */
	public function __construct( private readonly array $products ) {
	}

	/**
	 * Creates and saves an order.
	 *
	 * @param array<string, string> $address Billing address.
	 * @param array<string, int> $lines Quantity by SKU.
	 * @param array{
	 *     currency?: string,
	 *     status?: string,
	 *     shipping?: float,
	 *     fee?: array{string, float},
	 *     coupon?: string,
	 *     unit?: float,
	 *     customer?: string,
	 *     method?: string,
	 *     refund?: float,
	 * } $options `unit` is the price per piece in the order's currency.
	 */
	public function create( array $address, array $lines, array $options = [] ): int {
		$order = new WC_Order();
		$order->set_currency( $options['currency'] ?? 'EUR' );
		$order->set_prices_include_tax( true );
		$order->set_created_via( 'admin' );
		$user = isset( $options['customer'] ) ? get_user_by( 'login', $options['customer'] ) : false;
		$order->set_customer_id( $user === false ? 0 : $user->ID );
		$this->set_address( $order, $address );
		foreach ( $lines as $sku => $quantity ) {
			$this->add_line( $order, $sku, $quantity, $options['unit'] ?? null );
		}
		if ( isset( $options['shipping'] ) ) {
			$item = new WC_Order_Item_Shipping();
			$item->set_method_title( 'PostNL' );
			$item->set_method_id( 'flat_rate' );
			$item->set_total( (string) $options['shipping'] );
			$order->add_item( $item );
		}
		if ( isset( $options['fee'] ) ) {
			$item = new WC_Order_Item_Fee();
			$item->set_name( $options['fee'][0] );
			$item->set_total( (string) $options['fee'][1] );
			$order->add_item( $item );
		}
		$order->calculate_totals( true );
		$order->save();
		if ( isset( $options['coupon'] ) ) {
			$order->apply_coupon( $options['coupon'] );
		}
		$this->set_status_and_refund( $order, $options );
		return $order->get_id();
	}

	/**
	 * @param array<string, string> $address
	 */
	private function set_address( WC_Order $order, array $address ): void {
		foreach ( $address as $name => $value ) {
			$order->{"set_billing_$name"}( $value );
			if ( ! in_array( $name, [ 'email', 'phone' ], true ) ) {
				$order->{"set_shipping_$name"}( $value );
			}
		}
	}

	private function add_line( WC_Order $order, string $sku, int $quantity, ?float $unit ): void {
		$prices = $unit === null ? [] : [
			'subtotal' => $unit * $quantity,
			'total'    => $unit * $quantity,
		];
		$order->add_product( $this->products[ $sku ], $quantity, $prices );
	}

	/**
	 * @param array{status?: string, method?: string, refund?: float} $options
	 */
	private function set_status_and_refund( WC_Order $order, array $options ): void {
		$status = $options['status'] ?? 'pending';
		if ( isset( $options['method'] ) ) {
			$order->set_payment_method( $options['method'] );
			$order->set_payment_method_title( $options['method'] === 'bacs' ? 'Bank transfer' : 'Invoice' );
		}
		if ( in_array( $status, [ 'processing', 'completed' ], true ) ) {
			$order->payment_complete( 'SEED-' . $order->get_id() );
			$order->set_status( $status );
		} elseif ( $status !== 'pending' ) {
			$order->set_status( $status );
		}
		$order->save();
		if ( isset( $options['refund'] ) ) {
			wc_create_refund(
				[
					'order_id' => $order->get_id(),
					'amount'   => (string) $options['refund'],
					'reason'   => 'Damaged on arrival',
				]
			);
		}
	}
}
