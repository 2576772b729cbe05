<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Customer;

/**
 * Splits addresses such as `10 Downing Street`. A flat or house name may precede the number or be on the other line.
 */
final class NumberBeforeStreet {

	/**
	 * `10`, `221B`, `12-14`, `10 1/2`.
	 */
	private const NUMBER = '\d{1,5}(?:\s?[-\/]\s?\d{1,5})?(?:[a-z](?![a-z]))?(?:\s1\/2)?';

	/**
	 * A house number before a French street, which may have a word or letter after it: `12 bis`, `7 B`.
	 */
	private const FRENCH_NUMBER = '\d{1,5}(?:\s?[-\/]\s?\d{1,5})?(?:\s?(?:bis|ter|quater)(?![\p{L}])'
		. '|[a-z](?![\p{L}\'’])|\s[b-df-z](?=[\s,])|\s[ae](?=[\s,]+' . AddressWords::FRENCH_STREET . '(?!\p{L})))?';

	/**
	 * A Scottish flat, as in `3/2 45 Byres Road` and `2F1 45 Byres Road`.
	 */
	private const SCOTTISH_FLAT = '/\A((?:flat\s+)?\d{1,2}[\/F]\d{1,2})\s+(?=\d{1,5}[a-z]?\s+\p{L})/iu';

	/**
	 * Roads that are called by a number.
	 */
	private const ROAD = '(?:highway|hwy|route|rte|rt|road|rd|county road|cr|state route|sr|us|i|fm|nationale'
		. '|d[ée]partementale|rn|d|n)';

	private const FRENCH_NAME_NUMBER = '/(?<!\p{L})(?:des|aux|les|du)\s\d+(?=\s\p{L})/iu';

	/**
	 * Countries where a street may consist of a letter, or have a letter for a direction before its name.
	 */
	private const LETTER_STREETS = [ 'US', 'CA' ];

	private function __construct() {}

	/**
	 * @param bool $is_french Whether the line is written as in France.
	 */
	public static function split( string $line_1, string $line_2, string $country, bool $is_french ): ?StreetAddress {
		foreach ( [ [ $line_1, $line_2 ], [ $line_2, $line_1 ] ] as [ $line, $other ] ) {
			$found = self::find( $line, $is_french );
			if ( null !== $found ) {
				return self::is_street( $found['street'], $country, $is_french )
					&& ! self::has_other_number( [ ...$found['rest'], $other ] )
					? self::address( $found['street'], $found['number'], [ ...$found['rest'], $other ] )
					: null;
			}
		}

		return ! $is_french
			&& 1 === preg_match( '/\A' . self::NUMBER . '\z/iu', $line_1 )
			&& self::is_street( $line_2, $country, false )
			? self::address( $line_2, $line_1, [] )
			: null;
	}

	/**
	 * @return array{street: string, number: string, rest: list<string>}|null
	 */
	private static function find( string $line, bool $is_french ): ?array {
		$number = $is_french ? self::FRENCH_NUMBER : self::NUMBER;
		$line   = (string) preg_replace( '/\A(?:nos?\.?|n[º°])\s*(?=\d)/iu', '', $line );
		$line   = (string) preg_replace( '/\A(' . AddressWords::LEADING_UNIT . ')\s+(?=\d)/iu', '$1, ', $line );
		$line   = (string) preg_replace( self::SCOTTISH_FLAT, '$1, ', $line );
		$parts  = self::join_number( StreetAddress::segments( $line ), $number );

		foreach ( $parts as $i => $part ) {
			if ( 1 !== preg_match( '/\A(?<number>' . $number . ')\s+(?<street>.*\p{L}.*)\z/iu', $part, $match ) ) {
				continue;
			}
			unset( $parts[ $i ] );
			$street = $match['street'];
			$unit   = '';
			$with_unit = '/\A(?<street>.+?\p{L}.*?)\s+(?<unit>' . AddressWords::UNIT . '(?:[\s.]|(?<=#)|\z).*)\z/iu';
			if ( 1 === preg_match( $with_unit, $street, $unit_match ) ) {
				[ $street, $unit ] = [ $unit_match['street'], $unit_match['unit'] ];
			}

			return [
				'street' => $street,
				'number' => $match['number'],
				'rest'   => [ $unit, ...array_values( $parts ) ],
			];
		}

		return null;
	}

	/**
	 * Joins a number with the street after it, as in `10, Downing Street`.
	 *
	 * @param list<string> $parts
	 * @return list<string>
	 */
	private static function join_number( array $parts, string $number ): array {
		foreach ( $parts as $i => $part ) {
			$next = $parts[ $i + 1 ] ?? '';
			if (
				1 === preg_match( '/\A' . $number . '\z/iu', $part )
				&& 1 === preg_match( '/\A\P{Nd}*\p{L}{2}/u', $next )
			) {
				array_splice( $parts, $i, 2, [ $part . ' ' . $next ] );
				break;
			}
		}

		return $parts;
	}

	/**
	 * Whether the text can be a street. It may contain numbers of roads and, in French, `des 4 Vents`.
	 */
	private static function is_street( string $text, string $country, bool $is_french ): bool {
		$is_letter = 1 === preg_match( '/\A\p{L}(?:\s|\z)/u', $text )
			&& ! in_array( $country, self::LETTER_STREETS, true );
		$name      = (string) preg_replace( '/(?<!\p{L})' . self::ROAD . '\s\d+/iu', '', $text );
		$name      = $is_french ? (string) preg_replace( self::FRENCH_NAME_NUMBER, '', $name ) : $name;

		return 1 === preg_match( '/\A(?:\p{L}|[\'’(]|\d+(?:\p{L}|\.))/u', $text )
			&& 1 === preg_match( '/\p{L}{2}/u', $text )
			&& ! $is_letter
			&& ! AddressWords::has_number( $name );
	}

	/**
	 * Whether one of the other parts starts with a number and a street.
	 *
	 * @param list<string> $parts
	 */
	private static function has_other_number( array $parts ): bool {
		foreach ( $parts as $part ) {
			$has_number = 1 === preg_match( '/\A\d{1,5}[a-z]?\s+\p{L}{2}/iu', $part );
			if ( $has_number && 1 !== preg_match( '/\A\d+\w?\s+' . AddressWords::UNIT . '(?!\p{L})/iu', $part ) ) {
				return true;
			}
		}

		return false;
	}

	/**
	 * @param list<string> $rest
	 */
	private static function address( string $street, string $number, array $rest ): StreetAddress {
		return new StreetAddress(
			$street,
			StreetAddress::normalise_number( $number ),
			StreetAddress::join_parts( ...$rest )
		);
	}
}
