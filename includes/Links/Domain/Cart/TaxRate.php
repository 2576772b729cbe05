<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Cart;

/**
 * The combined tax rate of a line, as a fraction with eight decimals.
 */
final class TaxRate {

	/**
	 * A rate of 100%.
	 */
	public const ONE = 100_000_000;

	/**
	 * @param int $units 0 for no tax, 21 000 000 for 21%; at most 200%.
	 */
	private function __construct( public readonly int $units ) {}

	/**
	 * Combines the rates of a line. Compound rates apply to the net amount and the taxes before them. Null if a rate is
	 * not valid or the sum is above 200%.
	 *
	 * @param list<string> $rates Percentages as decimal text.
	 * @param list<string> $compounds Percentages as decimal text.
	 */
	public static function of( array $rates, array $compounds ): ?self {
		$sum = 0;
		foreach ( $rates as $rate ) {
			$percent = Scaled::parse( $rate );
			if ( null === $percent || $percent < 0 || $percent > 200 * Scaled::ONE ) {
				return null;
			}
			$sum += $percent;
		}

		// A percentage with ten decimals is a fraction with twelve, which is precise enough for compounding.
		$factor = 1_000_000_000_000 + $sum;
		foreach ( $compounds as $rate ) {
			$percent = Scaled::parse( $rate );
			if ( null === $percent || $percent < 0 || $percent > 200 * Scaled::ONE || $factor > 3_000_000_000_000 ) {
				return null;
			}
			// WooCommerce stores percentages with four decimals.
			$factor += Scaled::divide( $factor * Scaled::divide( $percent, 1_000_000 ), 1_000_000 );
		}

		$units = Scaled::divide( $factor - 1_000_000_000_000, 10_000 );

		return $units > 2 * self::ONE ? null : new self( $units );
	}

	/**
	 * Returns the name of the tax table: the percentage, such as `21` or `5.5`.
	 */
	public function name(): string {
		return Scaled::text( $this->units * 10_000 );
	}

	/**
	 * Returns the rate for the create body, such as 0.21.
	 */
	public function fraction(): float {
		return (float) Scaled::text( $this->units * 100 );
	}
}
