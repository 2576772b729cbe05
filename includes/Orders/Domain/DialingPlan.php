<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\Domain;

/**
 * How the telephone numbers of a calling code are written: the prefix of national numbers, and the possible numbers of
 * digits after the calling code.
 *
 * The tables follow the numbering plans of the ITU. InternationalPhoneOracleTest compares them with libphonenumber.
 */
final class DialingPlan {

	/**
	 * Calling codes with the prefix 0, by number of digits.
	 */
	private const PREFIX_ZERO = [
		'4-13'     => '43',
		'5,8'      => '686',
		'5-9'      => '27',
		'5-10'     => '358',
		'5-15'     => '49',
		'6,7,10'   => '98',
		'6,7,9'    => '421',
		'6,8-10'   => '63',
		'6-8,10'   => '53',
		'6-9'      => '252 359',
		'6,9'      => '40 508',
		'6-10'     => '95 880',
		'7'        => '291',
		'7,8'      => '961',
		'7,9'      => '265 423',
		'7-9'      => '46 231 254 595 967',
		'7-10'     => '243 353',
		'9-11'     => '86',
		'7-12'     => '62 381',
		'8'        => '232 373 374 382 386 389 591 598',
		'8,9'      => '32 51 66 213 250 264 355 377 385 387 593 855 886 962 963 970 971 972',
		'8,10'     => '57 850 977',
		'8-10'     => '20 60 82 64 856 964 976',
		'8-12'     => '383',
		'9'        => '31 33 41 61 93 94 211 212 218 233 249 251 255 256 260 261 262 263 380 590 594 596 966 994'
			. ' 995 996',
		'9,10'     => '44 81 84 92',
		'10'       => '58 90 91 234',
		'10,11'    => '54 55',
	];

	/**
	 * Calling codes without a prefix, by number of digits. A leading zero is part of the number.
	 */
	private const NO_PREFIX = [
		'4,5'     => '290',
		'4-9'     => '352',
		'5'       => '247 500 682',
		'5,7'     => '676 677 678',
		'5-7'     => '685 688',
		'6'       => '298 299 376 672 681 687',
		'6,7'     => '597',
		'6-10'    => '39',
		'7'       => '238 239 246 248 269 297 501 592 673 674 679 680 691 960',
		'7,8'     => '230 241 267 372 507 599 670 675 975',
		'7,9'     => '48 220 354',
		'8'       => '45 47 65 216 222 223 226 227 228 235 236 253 257 266 268 350 356 357 371 502 503 504 505 506 509'
			. ' 689 852 853 965 968 973 974',
		'8,9'     => '224 258',
		'8,10'    => '378',
		'9'       => '34 56 221 237 240 242 244 245 351 420 992 998',
		'10'      => '30 52 225 229',
	];

	/**
	 * Calling codes with other prefixes, of which a number has one: the prefixes, and the numbers of digits.
	 */
	private const OTHER_PREFIXES = [
		'1'   => [ [ '1' ], '10' ],
		'7'   => [ [ '8' ], '10' ],
		'36'  => [ [ '06' ], '8,9' ],
		'370' => [ [ '0', '8' ], '8' ],
		'375' => [ [ '80' ], '9' ],
		'692' => [ [ '1' ], '7' ],
		'993' => [ [ '8' ], '8' ],
	];

	/**
	 * Calling codes of countries where national numbers are also written without the prefix.
	 */
	private const OPTIONAL_PREFIX = '1 51 55 57 86 250 252 377 423 591 598 686 692 961 976 977 995';

	/**
	 * Prefixes of international calls other than 00, by the calling code of the country of the caller; empty if there
	 * are several. In these countries, a number with two leading zeros is not international.
	 */
	private const INTERNATIONAL_PREFIXES = [
		'1' => '011',
		'7' => '810',
		'53' => '119',
		'55' => '',
		'57' => '',
		'61' => '0011',
		'62' => '',
		'65' => '',
		'66' => '',
		'81' => '010',
		'82' => '',
		'234' => '009',
		'238' => '',
		'248' => '',
		'254' => '000',
		'255' => '000',
		'256' => '000',
		'375' => '810',
		'592' => '001',
		'677' => '',
		'680' => '',
		'685' => '',
		'692' => '011',
		'855' => '',
		'886' => '',
		'976' => '001',
		'992' => '810',
		'993' => '810',
	];

	/**
	 * @param list<string> $prefixes
	 */
	private function __construct(
		public readonly string $code,
		private readonly array $prefixes,
		private readonly string $lengths,
	) {}

	/**
	 * Returns the plan of the longest calling code at the start of the digits; null if there is none.
	 */
	public static function find( string $digits ): ?self {
		foreach ( [ 3, 2, 1 ] as $length ) {
			$plan = strlen( $digits ) >= $length ? self::of_code( substr( $digits, 0, $length ) ) : null;
			if ( null !== $plan ) {
				return $plan;
			}
		}

		return null;
	}

	/**
	 * Returns the prefix of international calls; empty if it is not known.
	 */
	public function international_prefix(): string {
		return self::INTERNATIONAL_PREFIXES[ $this->code ] ?? '00';
	}

	/**
	 * Returns the digits after the calling code for a number as it is dialled inside the country, or with the calling
	 * code but no plus sign; empty if there is not exactly one.
	 */
	public function from_national( string $digits ): string {
		$found = $this->without_prefix( $digits );
		$rest  = str_starts_with( $digits, $this->code ) ? substr( $digits, strlen( $this->code ) ) : '';
		$is_optional = [] === $this->prefixes || in_array( $this->code, explode( ' ', self::OPTIONAL_PREFIX ), true );
		if ( $is_optional && $this->is_complete( $digits ) ) {
			$found[] = $digits;
		}
		if ( $this->is_complete( $rest ) && ! $this->is_italian_mobile( $digits ) ) {
			$found = $this->has_length( strlen( $digits ) ) ? [] : [ $rest ];
		}

		return 1 === count( $found ) ? $found[0] : '';
	}

	/**
	 * Returns the digits after the calling code for what somebody wrote after it, who may have kept the prefix of
	 * national numbers; empty if there is not exactly one.
	 */
	public function from_international( string $digits ): string {
		if ( $this->is_complete( $digits ) ) {
			return $digits;
		}
		$found = $this->without_prefix( $digits );

		return 1 === count( $found ) ? $found[0] : '';
	}

	/**
	 * @return list<string>
	 */
	private function without_prefix( string $digits ): array {
		$found = [];
		foreach ( $this->prefixes as $prefix ) {
			$rest = str_starts_with( $digits, $prefix ) ? substr( $digits, strlen( $prefix ) ) : '';
			if ( $this->is_complete( $rest ) ) {
				$found[] = $rest;
			}
		}

		return $found;
	}

	/**
	 * Italian mobile numbers have ten digits and may start with 39.
	 */
	private function is_italian_mobile( string $digits ): bool {
		return '39' === $this->code && 1 === preg_match( '/\A3\d{9}\z/', $digits );
	}

	/**
	 * Whether these can be all digits after the calling code. They do not start with a zero if the prefix does.
	 */
	private function is_complete( string $digits ): bool {
		$keeps_zero = [] === $this->prefixes || ! str_starts_with( $this->prefixes[0], '0' );

		return $this->has_length( strlen( $digits ) ) && ( $keeps_zero || ! str_starts_with( $digits, '0' ) );
	}

	private function has_length( int $length ): bool {
		foreach ( explode( ',', $this->lengths ) as $range ) {
			$limits = explode( '-', $range );
			if ( $length >= (int) $limits[0] && $length <= (int) end( $limits ) ) {
				return true;
			}
		}

		return false;
	}

	private static function of_code( string $code ): ?self {
		if ( isset( self::OTHER_PREFIXES[ $code ] ) ) {
			return new self( $code, ...self::OTHER_PREFIXES[ $code ] );
		}
		foreach ( [ [ self::PREFIX_ZERO, [ '0' ] ], [ self::NO_PREFIX, [] ] ] as [ $table, $prefixes ] ) {
			foreach ( $table as $lengths => $codes ) {
				if ( in_array( $code, explode( ' ', $codes ), true ) ) {
					return new self( $code, $prefixes, (string) $lengths );
				}
			}
		}

		return null;
	}
}
