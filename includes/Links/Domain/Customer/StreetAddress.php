<?php
/**
 * Street and house number.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * An address line taken apart into street, house number and the rest, the way the country writes it.
 *
 * Where the line does not say clearly which number is the house number, the street keeps everything: the provider
 * takes an address without a house number, and a wrong one is worse than none.
 */
final class StreetAddress {

	private const MAX_NUMBER = 10;

	/**
	 * Countries that write the number before the street.
	 */
	private const NUMBER_FIRST = [ 'AU', 'CA', 'FR', 'GB', 'GG', 'GP', 'IE', 'IM', 'JE', 'MC', 'MQ', 'NZ', 'RE', 'US', 'ZA' ];

	/**
	 * Of those, the ones that write French; in the others of them a number at the end belongs to a road or a flat.
	 */
	private const FRENCH = [ 'FR', 'GP', 'MC', 'MQ', 'RE' ];

	/**
	 * Countries where part of the people write the French way.
	 */
	private const PARTLY_FRENCH = [ 'BE', 'CH', 'LU' ];

	private const FRENCH_STREET = '(?:rue|avenue|av\.?|boulevard|bd\.?|bld|chauss[ée]e|place|chemin|ch\.|all[ée]e|quai|route|impasse|square|cours|passage|sentier|clos)';

	/**
	 * A number with what may belong to it: `12-A`, `12 bis`, `34 hs`, `5a`, `5 a`, `3-5`, `10/12`, `12 II`, `s/n`.
	 */
	private const NUMBER_LAST = '(?:\d{1,5}(?:\s?[-\/+]\s?(?:\d{1,5}[a-z]?|[a-z]{1,4}\d{0,3})){0,2}'
		. '(?:\s?(?:bis|ter|quater|hs|huis|rood|zw|i{1,3}|iv|[a-z])(?![a-z]))?|s\/n)';

	/**
	 * A number before its street: `10`, `221B`, `12-14`, `10 1/2`.
	 */
	private const NUMBER_FIRST_PATTERN = '\d{1,5}(?:\s?[-\/]\s?\d{1,5})?(?:[a-z](?![a-z]))?(?:\s1\/2)?';

	/**
	 * The same in French, where a word or a letter may follow: `12 bis`, `7 B`.
	 */
	private const NUMBER_FRENCH = '\d{1,5}(?:\s?[-\/]\s?\d{1,5})?(?:\s?(?:bis|ter|quater)(?![\p{L}])|[a-z](?![\p{L}\'’])|\s[b-df-z](?=[\s,]))?';

	/**
	 * Words that begin the part behind the house number.
	 */
	private const UNIT = '(?:bte|bo[iî]te|bus|box|bt|appt?\.?|appartement(?:o)?|apartment|apt\.?|suite|ste\.?|unit|room|rm\.?|floor|fl\.?|flat|bldg\.?|lot|#'
		. '|m\.|lok\.?|int\.?|interno|scala|sc\.|piso|planta|puerta|pta\.?|esc\.?|escalera|portal|bloque|bajo|izq\.?|dcha\.?|etage|og|eg|whg\.?|wohnung|hinterhaus|hh|lgh|tr|verdieping|etg?)';

	/**
	 * A flat or the like in front of the house number.
	 */
	private const LEADING_UNIT = '(?:flat|apartment|apt\.?|unit|suite|room|studio|shop|appt?\.?|appartement)\s+[0-9a-z]{1,4}';

	/**
	 * Boxes have no house number.
	 */
	private const BOX = '/\A(?:p\.?\s?o\.?\s?box|post\s?box|postbus|postfach|bo[iî]te postale|b\.?p\.?\s\d|apartado|apdo\.?|casella postale|skr\.? poczt|postboks)\b/iu';

	/**
	 * Streets called after a year: that number is no house number.
	 */
	private const YEAR = '/(?:\bplein|\bmai|\bmei|\bmayo|\bmaggio|\bjuni|\bjuin|\bjunio|\bjuli|\bjuillet|\bjulio|\baprile?|\bsept\w*|\boct\w*|\bokto\w*|\bnov\w*|\bmaj)\s+(?:1[5-9]|20)\d\d\z/iu';

	/**
	 * What announces a house number, as in `Calle Mayor nº 5`.
	 */
	private const NUMBER_SIGN = '/(?<=[\s,])(?:n[º°]|n\.º|nr\.?|no\.)\s*(?=\d)/iu';

	/**
	 * Takes the parts.
	 */
	private function __construct(
		public readonly string $street,
		public readonly string $house_number,
		public readonly string $rest,
	) {}

	/**
	 * Takes an address apart; never fails.
	 *
	 * @param string $address_1 First line.
	 * @param string $address_2 Second line; may be empty.
	 * @param string $country   ISO 3166 alpha-2; may be empty.
	 */
	public static function split( string $address_1, string $address_2, string $country ): self {
		$line_1  = trim( ( new PlainText( $address_1 ) )->value, ' ,;' );
		$line_2  = trim( ( new PlainText( $address_2 ) )->value, ' ,;' );
		$country = strtoupper( trim( $country ) );
		$whole   = new self( $line_1, '', $line_2 );

		if ( '' === $line_1 && '' !== $line_2 ) {
			return self::split( $line_2, '', $country );
		}
		if ( 1 === preg_match( self::BOX, $line_1 ) ) {
			return $whole;
		}

		$parts = in_array( $country, self::NUMBER_FIRST, true )
			? self::number_first( $line_1, $line_2, in_array( $country, self::FRENCH, true ) )
			: self::number_last( $line_1, $line_2, $country );

		return null === $parts || ( new PlainText( $parts->house_number ) )->length() > self::MAX_NUMBER ? $whole : $parts;
	}

	/**
	 * Writes street and house number in one line, the way the country does.
	 *
	 * @param string $street       Street.
	 * @param string $house_number May be empty.
	 * @param string $country      ISO 3166 alpha-2; may be empty.
	 */
	public static function line( string $street, string $house_number, string $country ): string {
		return trim( in_array( strtoupper( $country ), self::NUMBER_FIRST, true ) ? "$house_number $street" : "$street $house_number" );
	}

	/**
	 * Reads `10 Downing Street`, with a flat or a house name before it or on the other line.
	 */
	private static function number_first( string $line_1, string $line_2, bool $is_french ): ?self {
		foreach ( [ [ $line_1, $line_2 ], [ $line_2, $line_1 ] ] as [ $line, $other ] ) {
			$found = self::number_before_street( $line, $is_french );
			if ( null !== $found ) {
				return new self( $found->street, $found->house_number, self::joined( $found->rest, $other ) );
			}
		}
		if ( self::is_number( $line_1 ) && 1 === preg_match( '/\p{L}{2}/u', $line_2 ) && ! $is_french ) {
			return new self( $line_2, $line_1, '' );
		}

		return $is_french ? self::number_after_street( $line_1, $line_2 ) : null;
	}

	/**
	 * Finds number and street in one line.
	 */
	private static function number_before_street( string $line, bool $is_french ): ?self {
		$number = $is_french ? self::NUMBER_FRENCH : self::NUMBER_FIRST_PATTERN;
		$line   = (string) preg_replace( '/\A(' . self::LEADING_UNIT . ')\s+(?=\d)/iu', '$1, ', $line );
		$parts  = self::segments( $line );

		foreach ( $parts as $i => $part ) {
			$next = $parts[ $i + 1 ] ?? '';
			if ( 1 === preg_match( '/\A' . $number . '\z/iu', $part ) && 1 === preg_match( '/\A\P{Nd}*\p{L}{2}/u', $next ) ) {
				array_splice( $parts, $i, 2, [ $part . ' ' . $next ] );
				break;
			}
		}
		foreach ( $parts as $i => $part ) {
			if ( 1 === preg_match( '/\A(?<number>' . $number . ')\s+(?<street>.*\p{L}.*)\z/iu', $part, $match ) ) {
				unset( $parts[ $i ] );
				$unit = '';
				$road = $match['street'];
				if ( 1 === preg_match( '/\A(?<street>.+?\p{L}.*?)\s+(?<unit>' . self::UNIT . '(?:\s|(?<=#)|\z).*)\z/iu', $road, $behind ) ) {
					[ $road, $unit ] = [ $behind['street'], $behind['unit'] ];
				}

				return new self( $road, self::tidy( $match['number'] ), self::joined( $unit, ...array_values( $parts ) ) );
			}
		}

		return null;
	}

	/**
	 * Reads `Kalverstraat 12-A`, and what else people write in countries with the number behind the street.
	 */
	private static function number_last( string $line_1, string $line_2, string $country ): ?self {
		if ( in_array( $country, self::PARTLY_FRENCH, true ) && 1 === preg_match( '/\A' . self::NUMBER_FRENCH . '\s*,?\s*' . self::FRENCH_STREET . '\b/iu', $line_1 ) ) {
			$french = self::number_before_street( $line_1, true );
			if ( null !== $french ) {
				return new self( $french->street, $french->house_number, self::joined( $french->rest, $line_2 ) );
			}
		}

		$parts = self::number_after_street( $line_1, $line_2 );
		if ( null === $parts || 'NL' !== $country ) {
			return $parts;
		}

		// Dutch forms ask for the addition of a house number on a line of its own.
		$addition = $parts->rest;
		$joined   = $parts->house_number . '-' . $addition;

		return 1 === preg_match( '/\A\d+\z/', $parts->house_number ) && 1 === preg_match( '/\A(?:[a-z]{1,2}|bis|huis|i{1,3}|iv)\z/i', $addition )
			? new self( $parts->street, $joined, '' )
			: $parts;
	}

	/**
	 * Finds street and number in the first line, or the number alone in the second.
	 */
	private static function number_after_street( string $line_1, string $line_2 ): ?self {
		$parts = self::segments( (string) preg_replace( self::NUMBER_SIGN, '', $line_1 ) );
		$first = $parts[0] ?? '';
		$more  = array_slice( $parts, 1 );

		$is_year   = 1 === preg_match( self::YEAR, $first );
		$in_second = [] === $more && self::is_number( $line_2 );
		$ends      = '/\A(?<street>.*\p{L}.*(?<![-\/+&\s]))\s+(?<number>' . self::NUMBER_LAST . ')(?<rest>)\z/iu';
		$middle    = '/\A(?<street>.*?\p{L}.*?(?<![-\/+&\s]))\s+(?<number>' . self::NUMBER_LAST . ')\s+(?<rest>(?:' . self::UNIT . '(?:\s|\z)|\d+\s?[.º°ª]).*)\z/iu';

		if ( ! $is_year && ( 1 === preg_match( $middle, $first, $match ) || 1 === preg_match( $ends, $first, $match ) ) ) {
			return new self( $match['street'], self::tidy( $match['number'] ), self::joined( $match['rest'], ...[ ...$more, $line_2 ] ) );
		}
		if ( $in_second && 1 === preg_match( '/\p{L}/u', $first ) ) {
			return new self( $first, self::tidy( $line_2 ), '' );
		}
		if ( [] !== $more && 1 === preg_match( '/\p{L}/u', $first ) && 1 === preg_match( '/\A(?<number>' . self::NUMBER_LAST . ')(?:\s+(?<rest>.*))?\z/iu', $more[0], $match ) ) {
			return new self( $first, self::tidy( $match['number'] ), self::joined( $match['rest'] ?? '', ...[ ...array_slice( $more, 1 ), $line_2 ] ) );
		}

		return null;
	}

	/**
	 * Tells whether the text is a house number and nothing else.
	 */
	private static function is_number( string $text ): bool {
		return 1 === preg_match( '/\A' . self::NUMBER_LAST . '\z/iu', $text );
	}

	/**
	 * Takes white space from around hyphens and strokes.
	 */
	private static function tidy( string $number ): string {
		return (string) preg_replace( '/\s*([-\/+])\s*/', '$1', $number );
	}

	/**
	 * Cuts a line at its commas.
	 *
	 * @return list<string>
	 */
	private static function segments( string $line ): array {
		return array_values( array_filter( array_map( trim( ... ), explode( ',', $line ) ), static fn ( string $part ): bool => '' !== $part ) );
	}

	/**
	 * Joins what is not empty.
	 */
	private static function joined( string ...$parts ): string {
		return implode( ', ', array_filter( $parts, static fn ( string $part ): bool => '' !== $part ) );
	}
}
