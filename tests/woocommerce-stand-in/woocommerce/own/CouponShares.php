<?php
/**
 * What a coupon takes off each line.
 *
 * @package MultiSafepay\PaymentLinks\Tests\StandIn
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop;

use WC_Coupon;
use WC_Order_Item;
use WC_Order_Item_Product;

final class CouponShares {

	/**
	 * Shares are whole cents, rounded down; the cents that are left go to the first lines, one for each piece.
	 *
	 * @param array<int|string, WC_Order_Item_Product> $lines
	 * @param bool                                     $gross Whether the coupon counts tax too.
	 *
	 * @return array<int|string, float> In the currency, by key of the line.
	 */
	public static function of( WC_Coupon $coupon, array $lines, bool $gross ): array {
		$unit   = 10 ** wc_get_price_decimals();
		$prices = array_map( static fn ( WC_Order_Item_Product $line ): float => round( (float) $line->get_total() * ( $gross ? 1 + self::tax_rate( $line ) : 1 ) * $unit ), $lines );
		$amount = (float) $coupon->get_amount();
		if ( $coupon->get_discount_type() === 'fixed_product' ) {
			$shares = array_map( static fn ( float $price, WC_Order_Item_Product $line ): float => min( $price, $amount * $unit * $line->get_quantity() ), $prices, $lines );
			return array_map( static fn ( float $share ): float => $share / $unit, array_combine( array_keys( $lines ), $shares ) );
		}
		$sum    = array_sum( $prices );
		$part   = $coupon->get_discount_type() === 'percent' ? $amount / 100 : ( $sum > 0 ? min( 1.0, $amount * $unit / $sum ) : 0.0 );
		$shares = array_map( static fn ( float $price ): float => floor( round( $price * $part, 6 ) ), $prices );
		$left   = (int) ( round( $sum * $part ) - array_sum( $shares ) );
		foreach ( $lines as $key => $line ) {
			$more            = (int) max( 0, min( $left, $line->get_quantity(), $prices[ $key ] - $shares[ $key ] ) );
			$shares[ $key ] += $more;
			$left           -= $more;
		}
		return array_map( static fn ( float $share ): float => $share / $unit, $shares );
	}

	/**
	 * Returns the tax on a line as a part of its price without tax, e.g. 0.21.
	 */
	public static function tax_rate( WC_Order_Item $line ): float {
		$net = (float) $line->get_subtotal();
		return $net > 0.0 ? array_sum( array_map( 'floatval', $line->get_taxes()['subtotal'] ) ) / $net : 0.0;
	}
}
