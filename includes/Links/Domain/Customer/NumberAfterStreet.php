<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Customer;

/**
 * Splits addresses such as `Kalverstraat 12-A`.
 *
 * The first number of the line is the house number, unless it belongs to the name of the street. What follows must be
 * known as a flat, a floor or the like. Otherwise nothing is split.
 */
final class NumberAfterStreet {

	/**
	 * A house number with its addition: `12-A`, `12 bis`, `34 hs`, `5a`, `3-5`, `5a-c`, `10/12`, `12 II`, `5 1/2`.
	 */
	private const NUMBER = '(?:\d{1,5}(?:½|\s1\/[2-4]|\s?[a-z](?![\p{L}\d]))?'
		. '(?:\s?[-\/+]\s?(?!' . AddressWords::UNIT . '(?:\.|\s?\d))'
		. '(?:\d{1,5}[a-z]?|[a-z]{1,4}\d{0,3})(?![\p{L}\dº°ª])){0,3}'
		. '(?:\s?(?!m\sfl)(?:bis|ter|quater|hs|huis|rood|rosso|zw|i{1,3}|iv|[a-z]))?(?![\p{L}\dº°ª½])|s\/n|snc)';

	/**
	 * What may follow: `bus 3`, `3º B`, `2. OG`, `3 hoog`, `A 5`, `B03`, `(Akazienweg)`, `c/o Müller`, `- Campo`.
	 */
	private const REST = '(?:(?:[-\/]\s*(?=\p{L}{2}))?' . AddressWords::UNIT . '(?:\.|(?!\p{L})).*|\d{1,3}\s?[.º°ª].*'
		. '|\d{1,2}\s?(?:hoog|tr|krs|og|stock|[eé]tage|pi[eę]tro|trappor|e|[eè]me|er|de|st|nd|rd|th)(?!\p{L}).*'
		. '|(?!km)[a-z]{1,2}\.?[\s-]?\d{1,4}[a-z]?|\(.*\)|c\/o\s.*|[-–]\s\D+)';

	/**
	 * Polish streets may start with a number, as in `15 Pułku Piechoty`.
	 */
	private const POLISH_NAME = '/\A(?:(?:ul|al|pl|os)\.?\s+|ulica\s+|aleja\s+|plac\s+)?\d{1,4}\.?(?=\s+\p{Lu})/u';

	/**
	 * What Italian addresses have before the house number: `n`, `n,` or a dash.
	 */
	private const ITALIAN_SIGN = '/(?<=\p{L}{2}|\bI|\bV)[\s,]+(?:n[,.]?|-)\s*(?=\d+(?:\/?\p{L})?\z)/iu';

	/**
	 * The squares of Mannheim, as in `C 4, 12`.
	 */
	private const SQUARE = '/\A(?<street>[A-U]\s?[1-7])[\s,]\s*(?<number>' . self::NUMBER . ')'
		. '(?:\s*,\s*(?<rest>.*))?\z/iu';

	/**
	 * @param string $line_1 Not empty.
	 */
	public static function split( string $line_1, string $line_2, string $country ): ?StreetAddress {
		$line_1 = (string) preg_replace( '/(?<=\p{L}{2}\.)(?=\d)/u', ' ', $line_1 );
		$line_1 = 'IT' === $country ? (string) preg_replace( self::ITALIAN_SIGN, ', ', $line_1 ) : $line_1;
		if ( 'DE' === $country && 1 === preg_match( self::SQUARE, $line_1, $match ) ) {
			return self::address( $match['street'], $match['number'], [ $match['rest'] ?? '', $line_2 ] );
		}

		$parts = StreetAddress::segments( $line_1 );
		$first = $parts[0] ?? '';
		$tail  = array_slice( $parts, 1 );
		$found = self::find( $first, $country );
		if ( null !== $found ) {
			return self::is_ambiguous( $tail )
				? null
				: self::address( $found['street'], $found['number'], [ $found['rest'], ...$tail, $line_2 ] );
		}

		$is_street = self::is_street( $first, $country );
		if ( $is_street && [] === $tail && self::is_number( $line_2 ) ) {
			return self::address( $first, $line_2, [] );
		}
		$pattern = '/\A(?<number>' . self::NUMBER . ')(?:\s*(?<rest>' . self::REST . '))?\z/iu';
		if ( $is_street && 1 === preg_match( $pattern, self::without_sign( $tail[0] ?? '' ), $match ) ) {
			return self::address(
				$first,
				$match['number'],
				[ $match['rest'] ?? '', ...array_slice( $tail, 1 ), $line_2 ]
			);
		}

		return null;
	}

	/**
	 * Finds street, number and rest in a text without commas.
	 *
	 * @return array{street: string, number: string, rest: string}|null
	 */
	private static function find( string $text, string $country ): ?array {
		$number = '(?<number>' . self::NUMBER . ')(?:\s*(?<rest>' . self::REST . '))?\z/iu';
		$signed = '/\A(?<street>.*?\p{L}.*?)[\s,]+' . AddressWords::NUMBER_SIGN . '\s*' . $number;
		if ( 1 === preg_match( $signed, $text, $match ) && ! self::ends_with_unit( $match['street'] ) ) {
			return [ 'street' => $match['street'], 'number' => $match['number'], 'rest' => $match['rest'] ?? '' ];
		}

		$plain = '/\A(?<street>.*?\p{L}.*?(?<![-\/+&\s]))\s+' . $number;
		if (
			1 !== preg_match( $plain, $text, $match )
			|| ! self::is_street( $match['street'], $country )
			|| AddressWords::is_part_of_name( $match['street'], $match['number'] )
		) {
			return null;
		}

		return [ 'street' => $match['street'], 'number' => $match['number'], 'rest' => $match['rest'] ?? '' ];
	}

	/**
	 * Whether the parts after the one with the house number may contain the house number, too.
	 *
	 * @param list<string> $tail
	 */
	private static function is_ambiguous( array $tail ): bool {
		foreach ( $tail as $part ) {
			$is_other_number = self::is_number( $part ) || 1 === preg_match( '/\p{L}{3}.*\s\d+[a-z]?\z/iu', $part );
			if ( $is_other_number && 1 !== preg_match( '/\A' . self::REST . '\z/iu', $part ) ) {
				return true;
			}
		}

		return false;
	}

	private static function is_street( string $text, string $country ): bool {
		$name = 'PL' === $country ? (string) preg_replace( self::POLISH_NAME, '', $text ) : $text;

		return 1 === preg_match( '/\p{L}.*\p{L}/u', $text )
			&& ! AddressWords::has_number( $name )
			&& ! self::ends_with_unit( $text );
	}

	private static function ends_with_unit( string $text ): bool {
		return 1 === preg_match( '/(?<!\p{L})' . AddressWords::NO_STREET . '\.?\z/iu', $text );
	}

	private static function is_number( string $text ): bool {
		return 1 === preg_match( '/\A' . self::NUMBER . '\z/iu', $text );
	}

	private static function without_sign( string $text ): string {
		return (string) preg_replace( '/\A' . AddressWords::NUMBER_SIGN . '\s*(?=\d)/iu', '', $text );
	}

	/**
	 * @param list<string> $rest
	 */
	private static function address( string $street, string $number, array $rest ): StreetAddress {
		$rest = array_map( static fn ( string $part ): string => ltrim( $part, ' -/' ), $rest );

		return new StreetAddress(
			rtrim( $street, ' -' ),
			StreetAddress::normalise_number( $number ),
			StreetAddress::join_parts( ...$rest )
		);
	}
}
