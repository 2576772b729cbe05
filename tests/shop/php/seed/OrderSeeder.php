<?php
/**
 * Makes one order of a few words.
 */

declare( strict_types = 1 );

final class OrderSeeder {

	private const NAMES = [
		'vase'    => [ 'Delft blue vase', 49.95 ],
		'bulbs'   => [ 'Tulip bulbs, 50 pieces', 12.50 ],
		'print'   => [ 'Art print "Canals"', 80.00 ],
		'book'    => [ 'Book: Dutch gardens', 24.90 ],
		'voucher' => [ 'Gift voucher by e-mail', 25.00 ],
		'shirt'   => [ 'Tulip shirt - L', 31.00 ],
	];

	/**
	 * @param array<string, object> $products By SKU; empty where there are none.
	 */
	public function __construct( private readonly array $products ) {
	}

	/**
	 * Makes and saves an order; everything but address and lines may be left out.
	 *
	 * @param array<string, string>                                                                                                                                                       $address  Billing address.
	 * @param array<string, int>                                                                                                                                                          $lines    Quantity by SKU.
	 * @param array{currency?: string, status?: string, shipping?: float, fee?: array{string, float}, coupon?: string, unit?: float, customer?: string, method?: string, refund?: float} $more    `unit` is a price for each piece, in the currency.
	 */
	public function make( array $address, array $lines, array $more = [] ): int {
		$order = new WC_Order();
		$order->set_currency( $more['currency'] ?? 'EUR' );
		$order->set_prices_include_tax( true );
		$order->set_created_via( 'admin' );
		$user = isset( $more['customer'] ) ? get_user_by( 'login', $more['customer'] ) : false;
		$order->set_customer_id( $user === false ? 0 : $user->ID );
		$this->address( $order, $address );
		foreach ( $lines as $sku => $quantity ) {
			$this->line( $order, $sku, $quantity, $more['unit'] ?? null );
		}
		if ( isset( $more['shipping'] ) ) {
			$item = new WC_Order_Item_Shipping();
			$item->set_method_title( 'PostNL' );
			$item->set_method_id( 'flat_rate' );
			$item->set_total( (string) $more['shipping'] );
			$order->add_item( $item );
		}
		if ( isset( $more['fee'] ) ) {
			$item = new WC_Order_Item_Fee();
			$item->set_name( $more['fee'][0] );
			$item->set_total( (string) $more['fee'][1] );
			$order->add_item( $item );
		}
		$order->calculate_totals( true );
		$order->save();
		if ( isset( $more['coupon'] ) && class_exists( 'WC_Coupon' ) ) {
			$order->apply_coupon( $more['coupon'] );
		}
		$this->state( $order, $more );
		return $order->get_id();
	}

	/**
	 * @param array<string, string> $address
	 */
	private function address( WC_Order $order, array $address ): void {
		foreach ( $address as $name => $value ) {
			$order->{"set_billing_$name"}( $value );
			if ( ! in_array( $name, [ 'email', 'phone' ], true ) ) {
				$order->{"set_shipping_$name"}( $value );
			}
		}
	}

	private function line( WC_Order $order, string $sku, int $quantity, ?float $unit ): void {
		if ( isset( $this->products[ $sku ] ) ) {
			$prices = $unit === null ? [] : [
				'subtotal' => $unit * $quantity,
				'total'    => $unit * $quantity,
			];
			$order->add_product( $this->products[ $sku ], $quantity, $prices );
			return;
		}
		[ $name, $price ] = self::NAMES[ $sku ];
		$item             = new WC_Order_Item_Product();
		$item->set_name( $name );
		$item->set_quantity( $quantity );
		$item->set_subtotal( (string) ( ( $unit ?? $price ) * $quantity ) );
		$item->set_total( (string) ( ( $unit ?? $price ) * $quantity ) );
		$order->add_item( $item );
	}

	/**
	 * @param array{status?: string, method?: string, refund?: float} $more
	 */
	private function state( WC_Order $order, array $more ): void {
		$status = $more['status'] ?? 'pending';
		if ( isset( $more['method'] ) ) {
			$order->set_payment_method( $more['method'] );
			$order->set_payment_method_title( $more['method'] === 'bacs' ? 'Bank transfer' : 'Invoice' );
		}
		if ( in_array( $status, [ 'processing', 'completed' ], true ) ) {
			$order->payment_complete( 'SEED-' . $order->get_id() );
			$order->set_status( $status );
		} elseif ( $status !== 'pending' ) {
			$order->set_status( $status );
		}
		$order->save();
		if ( isset( $more['refund'] ) && function_exists( 'wc_create_refund' ) ) {
			wc_create_refund(
				[
					'order_id' => $order->get_id(),
					'amount'   => (string) $more['refund'],
					'reason'   => 'Damaged on arrival',
				]
			);
		}
	}
}
