<?php
/**
 * How the provider adds a cart up.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Cart;

/**
 * The provider's rounding rule: the items and the VAT are each summed exactly and rounded once, half up, to two decimals.
 */
final class RoundingRule {

	private const CENT = Scaled::ONE / 100;

	/**
	 * Splits scaled totals so that products with a rate fit an integer.
	 */
	private const SPLIT = 1_000_000_000;

	/**
	 * Returns the total in hundredths. Null when a part of it is negative, where half up is not defined, or too large.
	 *
	 * @param list<CartItem> $items Any.
	 */
	public function total( array $items ): ?int {
		$net     = 0;
		$size    = 0;
		$by_rate = [];
		foreach ( $items as $item ) {
			$net  += $item->total();
			$size += abs( $item->total() );
			if ( $size > Scaled::MAX ) {
				return null;
			}
			$by_rate[ $item->rate->units ] = ( $by_rate[ $item->rate->units ] ?? 0 ) + $item->total();
		}

		// Of the VAT, scaled by 10^18, `$high` counts the billions and `$low` the rest: no product leaves an integer.
		$high = 0;
		$low  = 0;
		foreach ( $by_rate as $units => $total ) {
			$billions = Scaled::floor( $total, self::SPLIT );
			$rest     = ( $total - $billions * self::SPLIT ) * $units;
			$high    += $billions * $units + intdiv( $rest, self::SPLIT );
			$low     += $rest % self::SPLIT;
		}
		$high += intdiv( $low, self::SPLIT );

		if ( $net < 0 || $high < 0 ) {
			return null;
		}

		return Scaled::floor( $net + intdiv( self::CENT, 2 ), self::CENT ) + Scaled::floor( $high + 5_000_000, 10_000_000 );
	}
}
