<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Domain;

/**
 * An amount as a whole number of the currency's smallest unit, such as cents. Never a float.
 */
final class Money {

	/**
	 * WooCommerce stores amounts with at most eight decimals.
	 */
	private const STORED_DECIMALS = 8;

	public function __construct(
		public readonly int $amount,
		public readonly Currency $currency,
	) {}

	/**
	 * Parses a decimal text such as `80.5` without rounding: digits beyond the smallest unit must be zeros.
	 *
	 * @param string $decimal With a dot, as WooCommerce stores it.
	 * @throws InvalidValue If the text is not a number (`invalid_amount`) or has a fraction of the smallest unit
	 * (`fraction_of_unit`).
	 */
	public static function from_decimal( string $decimal, Currency $currency ): self {
		$pattern = '/\A(?<sign>-?)(?<whole>\d{1,15})(?:\.(?<fraction>\d*))?\z/';
		if ( 1 !== preg_match( $pattern, trim( $decimal ), $match ) ) {
			throw new InvalidValue( 'amount', 'invalid_amount', [ 'amount' => $decimal ] );
		}

		$exponent = $currency->exponent();
		$fraction = rtrim( $match['fraction'] ?? '', '0' );
		if ( strlen( $fraction ) > $exponent ) {
			throw new InvalidValue(
				'amount',
				'fraction_of_unit',
				[ 'amount' => $decimal, 'currency' => $currency->code ]
			);
		}

		$units = (int) ( $match['whole'] . str_pad( $fraction, $exponent, '0' ) );

		return new self( '-' === $match['sign'] ? -$units : $units, $currency );
	}

	/**
	 * Adds decimal texts exactly and rounds the sum half up. Texts that are not numbers count as zero.
	 *
	 * @param list<string> $decimals With at most eight decimals, as WooCommerce stores them.
	 */
	public static function rounded_sum( array $decimals, Currency $currency ): self {
		$whole    = 0;
		$fraction = 0;
		foreach ( $decimals as $decimal ) {
			$pattern = '/\A(?<sign>-?)(?<whole>\d{1,15})(?:\.(?<fraction>\d*))?\z/';
			if ( 1 === preg_match( $pattern, trim( $decimal ), $match ) ) {
				$sign      = '-' === $match['sign'] ? -1 : 1;
				$digits    = str_pad( $match['fraction'] ?? '', self::STORED_DECIMALS, '0' );
				$whole    += $sign * (int) $match['whole'];
				$fraction += $sign * (int) substr( $digits, 0, self::STORED_DECIMALS );
			}
		}

		$exponent = $currency->exponent();
		$divisor  = 10 ** ( self::STORED_DECIMALS - $exponent );

		return new self(
			$whole * 10 ** $exponent + (int) floor( ( $fraction + intdiv( $divisor, 2 ) ) / $divisor ),
			$currency
		);
	}

	/**
	 * Returns the amount as decimal text with the currency's number of decimals, such as `80.00`.
	 */
	public function to_decimal(): string {
		$exponent = $this->currency->exponent();
		$digits   = str_pad( (string) abs( $this->amount ), $exponent + 1, '0', STR_PAD_LEFT );
		$whole    = substr( $digits, 0, strlen( $digits ) - $exponent );
		$sign     = $this->amount < 0 ? '-' : '';

		return 0 === $exponent ? $sign . $whole : $sign . $whole . '.' . substr( $digits, -$exponent );
	}

	/**
	 * Whether the amount can be written with this number of decimals: 12.50 EUR needs one, 12.00 EUR none.
	 */
	public function fits_decimals( int $decimals ): bool {
		return 0 === $this->amount % 10 ** max( 0, $this->currency->exponent() - $decimals );
	}

	/**
	 * @throws InvalidValue If the currencies differ.
	 */
	public function minus( self $other ): self {
		if ( ! $this->currency->equals( $other->currency ) ) {
			throw new InvalidValue( 'currency', 'other_currency', [ 'currency' => $other->currency->code ] );
		}

		return new self( $this->amount - $other->amount, $this->currency );
	}

	public function equals( self $other ): bool {
		return $this->amount === $other->amount && $this->currency->equals( $other->currency );
	}
}
