<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Customer;

use MultiSafepay\PaymentLinks\Shared\Domain\PlainText;

/**
 * Splits an address into street, house number and the rest, according to the customs of the country.
 *
 * If the house number is ambiguous, the address is not split: MultiSafepay accepts an address without a house number,
 * and a wrong number is worse than none.
 */
final class StreetAddress {

	private const MAX_NUMBER = 10;

	/**
	 * Countries with the house number before the street.
	 */
	private const NUMBER_FIRST = [
		'AU', 'CA', 'FR', 'GB', 'GG', 'GP', 'IE', 'IM', 'JE', 'MC', 'MQ', 'NZ', 'RE', 'US', 'ZA',
	];

	/**
	 * French-speaking countries with the house number before the street.
	 */
	private const FRENCH = [ 'FR', 'GP', 'MC', 'MQ', 'RE' ];

	/**
	 * A line that may end with a house number in these countries. At the end of other lines, a number belongs to a flat
	 * or a road.
	 */
	private const FRENCH_LINE = '/\A' . AddressWords::FRENCH_STREET . '(?!\p{L})(?!.*\bnationale|.*\bd[ée]part)/iu';

	/**
	 * Countries with both French and other address formats.
	 */
	private const PARTLY_FRENCH = [ 'BE', 'CH', 'LU' ];

	public function __construct(
		public readonly string $street,
		public readonly string $house_number,
		public readonly string $rest,
	) {}

	/**
	 * @param string $address_2 Second line; may be empty.
	 * @param string $country ISO 3166 alpha-2; may be empty.
	 */
	public static function split( string $address_1, string $address_2, string $country ): self {
		$line_1  = trim( ( new PlainText( $address_1 ) )->value, ' ,;' );
		$line_2  = trim( ( new PlainText( $address_2 ) )->value, ' ,;' );
		$country = strtoupper( trim( $country ) );
		$unsplit = new self( $line_1, '', $line_2 );

		if ( '' === $line_1 && '' !== $line_2 ) {
			return self::split( $line_2, '', $country );
		}
		if ( 1 === preg_match( '/\A' . AddressWords::BOX . '(?![\p{L}])/iu', $line_1 ) ) {
			return $unsplit;
		}

		$parts = in_array( $country, self::NUMBER_FIRST, true )
			? self::number_first( $line_1, $line_2, $country )
			: self::number_last( $line_1, $line_2, $country );

		return null === $parts || ( new PlainText( $parts->house_number ) )->length() > self::MAX_NUMBER
			? $unsplit
			: $parts;
	}

	/**
	 * Joins street and house number in the order of the country.
	 *
	 * @param string $house_number May be empty.
	 * @param string $country ISO 3166 alpha-2; may be empty.
	 */
	public static function line( string $street, string $house_number, string $country ): string {
		return trim(
			in_array( strtoupper( $country ), self::NUMBER_FIRST, true )
				? "$house_number $street"
				: "$street $house_number"
		);
	}

	private static function number_first( string $line_1, string $line_2, string $country ): ?self {
		$is_french  = in_array( $country, self::FRENCH, true );
		$address    = NumberBeforeStreet::split( $line_1, $line_2, $country, $is_french );
		$may_follow = $is_french && null === $address && 1 === preg_match( self::FRENCH_LINE, $line_1 );

		return $may_follow ? NumberAfterStreet::split( $line_1, $line_2, $country ) : $address;
	}

	private static function number_last( string $line_1, string $line_2, string $country ): ?self {
		$french = '/\A\d{1,5}\s?[a-z]{0,3}\s*,?\s*' . AddressWords::FRENCH_STREET . '(?!\p{L})/iu';
		if ( in_array( $country, self::PARTLY_FRENCH, true ) && 1 === preg_match( $french, $line_1 ) ) {
			return NumberBeforeStreet::split( $line_1, $line_2, $country, true );
		}

		$address = NumberAfterStreet::split( $line_1, $line_2, $country );
		if ( null === $address || 'NL' !== $country ) {
			return $address;
		}

		// Dutch forms often have a separate field for the addition of the house number.
		return 1 === preg_match( '/\A\d+\z/', $address->house_number )
			&& 1 === preg_match( '/\A(?:[a-z]{1,2}|bis|huis|i{1,3}|iv)\z/i', $address->rest )
			? new self( $address->street, $address->house_number . '-' . $address->rest, '' )
			: $address;
	}

	/**
	 * Removes spaces around separators: `12 - 14` becomes `12-14`.
	 */
	public static function normalise_number( string $number ): string {
		return (string) preg_replace( '/\s*([-\/+])\s*/', '$1', $number );
	}

	/**
	 * Splits a line at commas and semicolons and omits empty parts.
	 *
	 * @return list<string>
	 */
	public static function segments( string $line ): array {
		return array_values( array_filter(
			array_map( trim( ... ), explode( ',', str_replace( ';', ',', $line ) ) ),
			static fn ( string $part ): bool => '' !== $part
		) );
	}

	public static function join_parts( string ...$parts ): string {
		return implode( ', ', array_filter( $parts, static fn ( string $part ): bool => '' !== $part ) );
	}
}
