<?php
/**
 * Currencies and their smallest unit.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;

/**
 * An ISO 4217 currency: knows how many decimals its smallest unit has and whether the provider takes it.
 */
final class Currency {

	/**
	 * The currencies that MultiSafepay's public documentation names.
	 */
	private const PROVIDER = [
		'AED', 'AUD', 'BGN', 'BRL', 'CAD', 'CHF', 'CLP', 'CNY', 'COP', 'CZK', 'DKK', 'EUR', 'GBP', 'HKD',
		'HRK', 'HUF', 'ILS', 'INR', 'ISK', 'JPY', 'KRW', 'MXN', 'MYR', 'NOK', 'NZD', 'PEN', 'PHP', 'PLN',
		'RON', 'RUB', 'SEK', 'SGD', 'THB', 'TRY', 'TWD', 'UAH', 'USD', 'VEF', 'ZAR',
	];

	/**
	 * ISO 4217 currencies whose smallest unit is not a hundredth.
	 */
	private const EXPONENTS = [
		'BIF' => 0,
		'CLP' => 0,
		'DJF' => 0,
		'GNF' => 0,
		'ISK' => 0,
		'JPY' => 0,
		'KMF' => 0,
		'KRW' => 0,
		'PYG' => 0,
		'RWF' => 0,
		'UGX' => 0,
		'UYI' => 0,
		'VND' => 0,
		'VUV' => 0,
		'XAF' => 0,
		'XOF' => 0,
		'XPF' => 0,
		'BHD' => 3,
		'IQD' => 3,
		'JOD' => 3,
		'KWD' => 3,
		'LYD' => 3,
		'OMR' => 3,
		'TND' => 3,
	];

	/**
	 * Takes a three-letter code.
	 *
	 * @param string $code ISO 4217 code in capitals, e.g. `EUR`.
	 * @throws InvalidValue When the code is not three capitals.
	 */
	public function __construct( public readonly string $code ) {
		if ( 1 !== preg_match( '/\A[A-Z]{3}\z/', $code ) ) {
			throw new InvalidValue( 'currency', 'invalid_currency', [ 'currency' => $code ] );
		}
	}

	/**
	 * Returns how many decimals the currency has: 2 for EUR, 0 for JPY, 3 for KWD.
	 */
	public function exponent(): int {
		return self::EXPONENTS[ $this->code ] ?? 2;
	}

	/**
	 * Returns the currencies with so many decimals, other than two.
	 *
	 * @return list<string> Codes.
	 */
	public static function codes( int $exponent ): array {
		return array_keys( self::EXPONENTS, $exponent, true );
	}

	/**
	 * Tells whether the provider documents this currency. A site may still have it switched off (error 1002).
	 */
	public function is_known_to_provider(): bool {
		return in_array( $this->code, self::PROVIDER, true );
	}

	/**
	 * Compares two currencies.
	 */
	public function equals( self $other ): bool {
		return $this->code === $other->code;
	}
}
