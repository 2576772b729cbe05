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
	 * French-speaking countries with the house number before the street. In the other ones, a number at the end belongs
	 * to a road or a flat.
	 */
	private const FRENCH = [ 'FR', 'GP', 'MC', 'MQ', 'RE' ];

	/**
	 * Countries with both French and other address formats.
	 */
	private const PARTLY_FRENCH = [ 'BE', 'CH', 'LU' ];

	private const FRENCH_STREET = '(?:rue|avenue|av\.?|boulevard|bd\.?|bld|chauss[ée]e|place|chemin|ch\.|all[ée]e|quai'
		. '|route|impasse|square|cours|passage|sentier|clos)';

	/**
	 * A house number after the street, with its addition: `12-A`, `12 bis`, `34 hs`, `5a`, `5 a`, `3-5`, `10/12`,
	 * `12 II`, `s/n`.
	 */
	private const NUMBER_LAST = '(?:\d{1,5}(?:\s?[-\/+]\s?(?:\d{1,5}[a-z]?|[a-z]{1,4}\d{0,3})){0,2}'
		. '(?:\s?(?:bis|ter|quater|hs|huis|rood|zw|i{1,3}|iv|[a-z])(?![a-z]))?|s\/n)';

	/**
	 * A house number before the street: `10`, `221B`, `12-14`, `10 1/2`.
	 */
	private const NUMBER_FIRST_PATTERN = '\d{1,5}(?:\s?[-\/]\s?\d{1,5})?(?:[a-z](?![a-z]))?(?:\s1\/2)?';

	/**
	 * A house number before a French street, which may have a word or letter after it: `12 bis`, `7 B`.
	 */
	private const NUMBER_FRENCH = '\d{1,5}(?:\s?[-\/]\s?\d{1,5})?(?:\s?(?:bis|ter|quater)(?![\p{L}])'
		. '|[a-z](?![\p{L}\'’])|\s[b-df-z](?=[\s,]))?';

	/**
	 * Words that start the part after the house number.
	 */
	private const UNIT = '(?:bte|bo[iî]te|bus|box|bt|appt?\.?|appartement(?:o)?|apartment|apt\.?|suite|ste\.?'
		. '|unit|room|rm\.?|floor|fl\.?|flat|bldg\.?|lot|#'
		. '|m\.|lok\.?|int\.?|interno|scala|sc\.|piso|planta|puerta|pta\.?|esc\.?|escalera'
		. '|portal|bloque|bajo|izq\.?|dcha\.?|etage|og|eg|whg\.?|wohnung|hinterhaus|hh|lgh|tr'
		. '|verdieping|etg?)';

	/**
	 * A flat or similar before the house number.
	 */
	private const LEADING_UNIT = '(?:flat|apartment|apt\.?|unit|suite|room|studio|shop|appt?\.?'
		. '|appartement)\s+[0-9a-z]{1,4}';

	/**
	 * PO boxes have no house number.
	 */
	private const BOX = '/\A(?:p\.?\s?o\.?\s?box|post\s?box|postbus|postfach|bo[iî]te postale|b\.?p\.?\s\d'
		. '|apartado|apdo\.?|casella postale|skr\.? poczt|postboks)\b/iu';

	/**
	 * Streets named after a date. The year is not a house number.
	 */
	private const YEAR = '/(?:\bplein|\bmai|\bmei|\bmayo|\bmaggio|\bjuni|\bjuin|\bjunio|\bjuli|\bjuillet'
		. '|\bjulio|\baprile?|\bsept\w*|\boct\w*|\bokto\w*|\bnov\w*|\bmaj)\s+(?:1[5-9]'
		. '|20)\d\d\z/iu';

	/**
	 * The abbreviation of "number" before a house number, as in `Calle Mayor nº 5`.
	 */
	private const NUMBER_SIGN = '/(?<=[\s,])(?:n[º°]|n\.º|nr\.?|no\.)\s*(?=\d)/iu';

	private function __construct(
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
		if ( 1 === preg_match( self::BOX, $line_1 ) ) {
			return $unsplit;
		}

		$parts = in_array( $country, self::NUMBER_FIRST, true )
			? self::number_first( $line_1, $line_2, in_array( $country, self::FRENCH, true ) )
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

	/**
	 * Splits an address such as `10 Downing Street`. A flat or house name may precede it or be on the other line.
	 */
	private static function number_first( string $line_1, string $line_2, bool $is_french ): ?self {
		foreach ( [ [ $line_1, $line_2 ], [ $line_2, $line_1 ] ] as [ $line, $other ] ) {
			$found = self::number_before_street( $line, $is_french );
			if ( null !== $found ) {
				return new self( $found->street, $found->house_number, self::join_parts( $found->rest, $other ) );
			}
		}
		if ( self::is_number( $line_1 ) && 1 === preg_match( '/\p{L}{2}/u', $line_2 ) && ! $is_french ) {
			return new self( $line_2, $line_1, '' );
		}

		return $is_french ? self::number_after_street( $line_1, $line_2 ) : null;
	}

	private static function number_before_street( string $line, bool $is_french ): ?self {
		$number = $is_french ? self::NUMBER_FRENCH : self::NUMBER_FIRST_PATTERN;
		$line   = (string) preg_replace( '/\A(' . self::LEADING_UNIT . ')\s+(?=\d)/iu', '$1, ', $line );
		$parts  = self::segments( $line );

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
		foreach ( $parts as $i => $part ) {
			if ( 1 === preg_match( '/\A(?<number>' . $number . ')\s+(?<street>.*\p{L}.*)\z/iu', $part, $match ) ) {
				unset( $parts[ $i ] );
				$unit = '';
				$street = $match['street'];
				$with_unit = '/\A(?<street>.+?\p{L}.*?)\s+(?<unit>' . self::UNIT . '(?:\s|(?<=#)|\z).*)\z/iu';
				if ( 1 === preg_match( $with_unit, $street, $unit_match ) ) {
					[ $street, $unit ] = [ $unit_match['street'], $unit_match['unit'] ];
				}

				return new self(
					$street,
					self::normalise_number( $match['number'] ),
					self::join_parts( $unit, ...array_values( $parts ) )
				);
			}
		}

		return null;
	}

	/**
	 * Splits an address such as `Kalverstraat 12-A`.
	 */
	private static function number_last( string $line_1, string $line_2, string $country ): ?self {
		if (
			in_array( $country, self::PARTLY_FRENCH, true )
			&& 1 === preg_match( '/\A' . self::NUMBER_FRENCH . '\s*,?\s*' . self::FRENCH_STREET . '\b/iu', $line_1 )
		) {
			$french = self::number_before_street( $line_1, true );
			if ( null !== $french ) {
				return new self( $french->street, $french->house_number, self::join_parts( $french->rest, $line_2 ) );
			}
		}

		$parts = self::number_after_street( $line_1, $line_2 );
		if ( null === $parts || 'NL' !== $country ) {
			return $parts;
		}

		// Dutch forms often have a separate field for the addition of the house number.
		$addition = $parts->rest;
		$combined = $parts->house_number . '-' . $addition;

		return 1 === preg_match( '/\A\d+\z/', $parts->house_number )
			&& 1 === preg_match( '/\A(?:[a-z]{1,2}|bis|huis|i{1,3}|iv)\z/i', $addition )
			? new self( $parts->street, $combined, '' )
			: $parts;
	}

	/**
	 * Finds street and number in the first line, or the street in the first and the number in the second line.
	 */
	private static function number_after_street( string $line_1, string $line_2 ): ?self {
		$parts = self::segments( (string) preg_replace( self::NUMBER_SIGN, '', $line_1 ) );
		$first = $parts[0] ?? '';
		$tail  = array_slice( $parts, 1 );

		$is_year      = 1 === preg_match( self::YEAR, $first );
		$is_in_second = [] === $tail && self::is_number( $line_2 );
		$at_end       = '/\A(?<street>.*\p{L}.*(?<![-\/+&\s]))\s+(?<number>' . self::NUMBER_LAST . ')(?<rest>)\z/iu';
		$in_middle    = '/\A(?<street>.*?\p{L}.*?(?<![-\/+&\s]))\s+(?<number>'
			. self::NUMBER_LAST
			. ')\s+(?<rest>(?:'
			. self::UNIT
			. '(?:\s|\z)|\d+\s?[.º°ª]).*)\z/iu';

		if (
			! $is_year
			&& ( 1 === preg_match( $in_middle, $first, $match ) || 1 === preg_match( $at_end, $first, $match ) )
		) {
			return new self(
				$match['street'],
				self::normalise_number( $match['number'] ),
				self::join_parts( $match['rest'], ...[ ...$tail, $line_2 ] )
			);
		}
		if ( $is_in_second && 1 === preg_match( '/\p{L}/u', $first ) ) {
			return new self( $first, self::normalise_number( $line_2 ), '' );
		}
		if (
			[] !== $tail
			&& 1 === preg_match( '/\p{L}/u', $first )
			&& 1 === preg_match( '/\A(?<number>' . self::NUMBER_LAST . ')(?:\s+(?<rest>.*))?\z/iu', $tail[0], $match )
		) {
			return new self(
				$first,
				self::normalise_number( $match['number'] ),
				self::join_parts( $match['rest'] ?? '', ...[ ...array_slice( $tail, 1 ), $line_2 ] )
			);
		}

		return null;
	}

	private static function is_number( string $text ): bool {
		return 1 === preg_match( '/\A' . self::NUMBER_LAST . '\z/iu', $text );
	}

	private static function normalise_number( string $number ): string {
		return (string) preg_replace( '/\s*([-\/+])\s*/', '$1', $number );
	}

	/**
	 * Splits a line at its commas and omits empty parts.
	 *
	 * @return list<string>
	 */
	private static function segments( string $line ): array {
		return array_values( array_filter(
			array_map( trim( ... ), explode( ',', $line ) ),
			static fn ( string $part ): bool => '' !== $part
		) );
	}

	private static function join_parts( string ...$parts ): string {
		return implode( ', ', array_filter( $parts, static fn ( string $part ): bool => '' !== $part ) );
	}
}
