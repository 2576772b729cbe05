<?php
/**
 * A tax rate of a cart.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Cart;

/**
 * The tax rate that all taxes of a line come down to, as a fraction with eight decimals.
 */
final class TaxRate {

	/**
	 * What a rate of 100 % is counted as.
	 */
	public const ONE = 100_000_000;

	/**
	 * Takes a whole number of 0.00000001.
	 *
	 * @param int $units 0 for no tax, 21 000 000 for 21 %; at most 200 %.
	 */
	private function __construct( public readonly int $units ) {}

	/**
	 * Adds rates up; compound ones apply to the net and the taxes before them. Null when that is no rate.
	 *
	 * @param list<string> $rates     Per cent, as decimal text.
	 * @param list<string> $compounds Per cent, as decimal text.
	 */
	public static function of( array $rates, array $compounds ): ?self {
		$plain = 0;
		foreach ( $rates as $rate ) {
			$percent = Scaled::parse( $rate );
			if ( null === $percent || $percent < 0 || $percent > 200 * Scaled::ONE ) {
				return null;
			}
			$plain += $percent;
		}

		// Per cent with ten decimals to a fraction with twelve, so that compounding keeps more than it needs.
		$factor = 1_000_000_000_000 + $plain;
		foreach ( $compounds as $rate ) {
			$percent = Scaled::parse( $rate );
			if ( null === $percent || $percent < 0 || $percent > 200 * Scaled::ONE || $factor > 3_000_000_000_000 ) {
				return null;
			}
			// Per cent with four decimals is what shops have.
			$factor += Scaled::divide( $factor * Scaled::divide( $percent, 1_000_000 ), 1_000_000 );
		}

		$units = Scaled::divide( $factor - 1_000_000_000_000, 10_000 );

		return $units > 2 * self::ONE ? null : new self( $units );
	}

	/**
	 * Returns the name of its tax table: the rate in per cent, e.g. `21` or `5.5`.
	 */
	public function name(): string {
		return Scaled::text( $this->units * 10_000 );
	}

	/**
	 * Returns the fraction that goes out, e.g. 0.21.
	 */
	public function fraction(): float {
		return (float) Scaled::text( $this->units * 100 );
	}
}
