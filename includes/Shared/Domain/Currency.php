<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Domain;

/**
 * An ISO 4217 currency, with its number of decimals and whether the provider supports it.
 */
final class Currency {

	/**
	 * The currencies listed in MultiSafepay's public documentation.
	 */
	private const PROVIDER = [
		'AED', 'AUD', 'BGN', 'BRL', 'CAD', 'CHF', 'CLP', 'CNY', 'COP', 'CZK', 'DKK', 'EUR', 'GBP', 'HKD',
		'HRK', 'HUF', 'ILS', 'INR', 'ISK', 'JPY', 'KRW', 'MXN', 'MYR', 'NOK', 'NZD', 'PEN', 'PHP', 'PLN',
		'RON', 'RUB', 'SEK', 'SGD', 'THB', 'TRY', 'TWD', 'UAH', 'USD', 'VEF', 'ZAR',
	];

	/**
	 * Number of decimals of the ISO 4217 currencies that do not have two.
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
	 * @param string $code ISO 4217 code in upper case, such as `EUR`.
	 * @throws InvalidValue If the code is not three upper-case letters.
	 */
	public function __construct( public readonly string $code ) {
		if ( 1 !== preg_match( '/\A[A-Z]{3}\z/', $code ) ) {
			throw new InvalidValue( 'currency', 'invalid_currency', [ 'currency' => $code ] );
		}
	}

	/**
	 * Returns the number of decimals: 2 for EUR, 0 for JPY, 3 for KWD.
	 */
	public function exponent(): int {
		return self::EXPONENTS[ $this->code ] ?? 2;
	}

	/**
	 * Returns the currencies that do not have two decimals. The screens use the same list.
	 *
	 * @return list<array{code: string, exponent: int}>
	 */
	public static function exponents(): array {
		$list = [];
		foreach ( self::EXPONENTS as $code => $exponent ) {
			$list[] = [
				'code'     => $code,
				'exponent' => $exponent,
			];
		}

		return $list;
	}

	/**
	 * Returns the codes of the currencies with this number of decimals, which must not be two.
	 *
	 * @return list<string>
	 */
	public static function codes( int $exponent ): array {
		return array_keys( self::EXPONENTS, $exponent, true );
	}

	/**
	 * Whether the provider documents this currency. It may still be disabled for a site (error 1002).
	 */
	public function is_known_to_provider(): bool {
		return in_array( $this->code, self::PROVIDER, true );
	}

	public function equals( self $other ): bool {
		return $this->code === $other->code;
	}
}
