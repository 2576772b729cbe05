<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop;

use WC_Coupon;
use WC_Order_Item;
use WC_Order_Item_Product;

final class CouponShares {

	/**
	 * Distributes a coupon's discount among order lines. Shares are rounded down to cents; the remaining cents are
	 * added to the first lines, one per piece.
	 *
	 * @param array<int|string, WC_Order_Item_Product> $lines
	 * @param bool                                     $includes_tax Whether the discount applies to prices with tax.
	 *
	 * @return array<int|string, float> Discount by key of the line, in the order's currency.
	 */
	public static function distribute( WC_Coupon $coupon, array $lines, bool $includes_tax ): array {
		$unit   = 10 ** wc_get_price_decimals();
		$prices = array_map( static fn ( WC_Order_Item_Product $line ): float => round( (float) $line->get_total() * ( $includes_tax ? 1 + self::tax_rate( $line ) : 1 ) * $unit ), $lines );
		$amount = (float) $coupon->get_amount();
		if ( $coupon->get_discount_type() === 'fixed_product' ) {
			$shares = array_map( static fn ( float $price, WC_Order_Item_Product $line ): float => min( $price, $amount * $unit * $line->get_quantity() ), $prices, $lines );
			return array_map( static fn ( float $share ): float => $share / $unit, array_combine( array_keys( $lines ), $shares ) );
		}
		$sum             = array_sum( $prices );
		$ratio           = $coupon->get_discount_type() === 'percent' ? $amount / 100 : ( $sum > 0 ? min( 1.0, $amount * $unit / $sum ) : 0.0 );
		$shares          = array_map( static fn ( float $price ): float => floor( round( $price * $ratio, 6 ) ), $prices );
		$remaining_cents = (int) ( round( $sum * $ratio ) - array_sum( $shares ) );
		foreach ( $lines as $key => $line ) {
			$extra_cents      = (int) max( 0, min( $remaining_cents, $line->get_quantity(), $prices[ $key ] - $shares[ $key ] ) );
			$shares[ $key ]  += $extra_cents;
			$remaining_cents -= $extra_cents;
		}
		return array_map( static fn ( float $share ): float => $share / $unit, $shares );
	}

	/**
	 * Returns the tax rate of a line as a fraction of its price without tax, e.g. 0.21.
	 */
	public static function tax_rate( WC_Order_Item $line ): float {
		$net = (float) $line->get_subtotal();
		return $net > 0.0 ? array_sum( array_map( 'floatval', $line->get_taxes()['subtotal'] ) ) / $net : 0.0;
	}
}
