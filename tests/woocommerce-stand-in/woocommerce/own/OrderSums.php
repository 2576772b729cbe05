<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop;

use WC_Coupon;
use WC_Order_Item_Coupon;
use WC_Order_Item_Tax;
use WC_Tax;
use WP_Error;

trait OrderSums {

	public function get_subtotal() {
		return apply_filters( 'woocommerce_order_get_subtotal', $this->sum( 'line_item', 'get_subtotal' ), $this );
	}

	public function get_total_fees() {
		return $this->sum( 'fee', 'get_total' );
	}

	public function get_total_discount( $ex_tax = true ) {
		return (float) $this->get_discount_total() + ( $ex_tax ? 0 : (float) $this->get_discount_tax() );
	}

	public function get_item_subtotal( $item, $inc_tax = false, $round = true ) {
		return $this->item_amount( $item, $inc_tax, $round, 'get_subtotal' );
	}

	public function get_item_total( $item, $inc_tax = false, $round = true ) {
		return $this->item_amount( $item, $inc_tax, $round, 'get_total' );
	}

	public function get_line_subtotal( $item, $inc_tax = false, $round = true ) {
		return $this->line_amount( $item, $inc_tax, $round, 'get_subtotal' );
	}

	public function get_line_total( $item, $inc_tax = false, $round = true ) {
		return $this->line_amount( $item, $inc_tax, $round, 'get_total' );
	}

	public function get_item_tax( $item, $round = true ) {
		$tax = method_exists( $item, 'get_total_tax' ) && $item->get_quantity() ? (float) $item->get_total_tax() / $item->get_quantity() : 0;
		return $round ? wc_round_tax_total( $tax ) : $tax;
	}

	public function get_line_tax( $item ) {
		return wc_round_tax_total( method_exists( $item, 'get_total_tax' ) ? $item->get_total_tax() : 0 );
	}

	public function get_tax_totals() {
		$totals = [];
		foreach ( $this->get_taxes() as $key => $tax ) {
			$code   = (string) $tax->get_rate_code();
			$amount = ( $totals[ $code ]->amount ?? 0 ) + (float) $tax->get_tax_total() + (float) $tax->get_shipping_tax_total();

			$totals[ $code ] = (object) [
				'id'               => $key,
				'rate_id'          => $tax->get_rate_id(),
				'is_compound'      => $tax->is_compound(),
				'label'            => $tax->get_label(),
				'amount'           => $amount,
				'formatted_amount' => wc_price( $amount, [ 'currency' => $this->get_currency() ] ),
			];
		}
		return $totals;
	}

	public function calculate_taxes( $args = [] ) {
		$location = $this->get_tax_location( $args );
		foreach ( $this->get_items( [ 'line_item', 'fee' ] ) as $item ) {
			$item->calculate_taxes( $location );
		}
		foreach ( $this->get_shipping_methods() as $item ) {
			$item->calculate_taxes( $location );
		}
		$this->update_taxes();
	}

	public function update_taxes() {
		$item_taxes     = $this->taxes_by_rate( [ 'line_item', 'fee' ] );
		$shipping_taxes = $this->taxes_by_rate( [ 'shipping' ] );
		$this->remove_order_items( 'tax' );
		foreach ( array_unique( array_merge( array_keys( $item_taxes ), array_keys( $shipping_taxes ) ) ) as $rate_id ) {
			$item = new WC_Order_Item_Tax();
			$item->set_rate( $rate_id );
			$item->set_tax_total( $item_taxes[ $rate_id ] ?? 0 );
			$item->set_shipping_tax_total( $shipping_taxes[ $rate_id ] ?? 0 );
			$this->add_item( $item );
		}
		$this->set_shipping_tax( array_sum( $shipping_taxes ) );
		$this->set_cart_tax( array_sum( $item_taxes ) );
		$this->save();
	}

	public function calculate_totals( $and_taxes = true ) {
		do_action( 'woocommerce_order_before_calculate_totals', $and_taxes, $this );
		$items_total = round( $this->sum( 'line_item', 'get_total' ), wc_get_price_decimals() );
		$fees        = $this->get_total_fees();
		$shipping    = $this->sum( 'shipping', 'get_total' );
		$this->set_shipping_total( $shipping );
		if ( $and_taxes && wc_tax_enabled() ) {
			$this->calculate_taxes();
		}
		$this->set_discount_total( round( $this->get_subtotal() - $items_total, wc_get_price_decimals() ) );
		$this->set_discount_tax( wc_round_tax_total( $this->sum( 'line_item', 'get_subtotal_tax' ) - $this->sum( 'line_item', 'get_total_tax' ) ) );
		$this->set_total( round( $items_total + $fees + $shipping + (float) $this->get_cart_tax() + (float) $this->get_shipping_tax(), wc_get_price_decimals() ) );
		do_action( 'woocommerce_order_after_calculate_totals', $and_taxes, $this );
		$this->save();
		return $this->get_total();
	}

	/**
	 * Supports percentages and fixed amounts for all products of the order, but no other coupon rules.
	 */
	public function apply_coupon( $raw_coupon ) {
		$coupon = $raw_coupon instanceof WC_Coupon ? $raw_coupon : new WC_Coupon( $raw_coupon );
		if ( $coupon->get_id() === 0 ) {
			return new WP_Error( 'invalid_coupon', 'Invalid coupon.', [ 'status' => 400 ] );
		}
		$item = new WC_Order_Item_Coupon();
		$item->set_code( $coupon->get_code() );
		$this->add_item( $item );
		$this->recalculate_coupons();
		return true;
	}

	public function recalculate_coupons() {
		foreach ( $this->get_items() as $line ) {
			$line->set_total( $line->get_subtotal() );
		}
		foreach ( $this->get_coupons() as $item ) {
			$discounts = CouponShares::distribute( new WC_Coupon( $item->get_code() ), $this->get_items(), (bool) $this->get_prices_include_tax() );
			$totals = [ 0.0, 0.0 ];
			foreach ( $this->get_items() as $key => $line ) {
				$net        = $discounts[ $key ] / ( 1 + ( $this->get_prices_include_tax() ? CouponShares::tax_rate( $line ) : 0.0 ) );
				$totals[0] += $net;
				$totals[1] += $net * CouponShares::tax_rate( $line );
				$line->set_total( (float) $line->get_total() - $net );
			}
			$item->set_discount( round( $totals[0], wc_get_price_decimals() ) );
			$item->set_discount_tax( round( $totals[1], wc_get_price_decimals() ) );
		}
		$this->calculate_totals( true );
	}

	protected function get_tax_location( $args = [] ) {
		$base = wc_get_base_location();
		$args = array_filter( (array) $args ) + [ 'country' => '', 'state' => '', 'postcode' => '', 'city' => '' ];
		if ( $args['country'] === '' && $this instanceof \WC_Order ) {
			$type = $this->get_shipping_country() !== '' && get_option( 'woocommerce_tax_based_on', 'shipping' ) === 'shipping' ? 'shipping' : 'billing';
			foreach ( [ 'country', 'state', 'postcode', 'city' ] as $field ) {
				$args[ $field ] = $this->{"get_{$type}_{$field}"}();
			}
		}
		return $args['country'] === '' ? array_merge( $args, $base ) : $args;
	}

	private function sum( string $type, string $getter ): float {
		return array_sum( array_map( static fn ( $item ): float => (float) $item->{$getter}(), $this->get_items( $type ) ) );
	}

	/**
	 * @param list<string> $types
	 *
	 * @return array<int, float>
	 */
	private function taxes_by_rate( array $types ): array {
		$sums = [];
		foreach ( $this->get_items( $types ) as $item ) {
			foreach ( $item->get_taxes()['total'] as $rate_id => $amount ) {
				$sums[ $rate_id ] = ( $sums[ $rate_id ] ?? 0.0 ) + (float) wc_round_tax_total( $amount );
			}
		}
		return array_map( static fn ( float $sum ): float => (float) wc_round_tax_total( $sum ), $sums );
	}

	private function item_amount( object $item, bool $inc_tax, bool $round, string $getter ): float {
		$quantity = $item->get_quantity();
		$amount   = $quantity ? $this->line_amount( $item, $inc_tax, false, $getter ) / $quantity : 0.0;
		return $round ? round( $amount, wc_get_price_decimals() ) : $amount;
	}

	private function line_amount( object $item, bool $inc_tax, bool $round, string $getter ): float {
		if ( ! method_exists( $item, $getter ) ) {
			return 0.0;
		}
		$sum = (float) $item->{$getter}() + ( $inc_tax ? (float) $item->{"{$getter}_tax"}() : 0.0 );
		return $round ? round( $sum, wc_get_price_decimals() ) : $sum;
	}
}
