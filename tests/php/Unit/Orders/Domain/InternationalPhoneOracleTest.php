<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Orders\Domain;

use libphonenumber\NumberParseException;
use libphonenumber\PhoneNumber;
use libphonenumber\PhoneNumberFormat;
use libphonenumber\PhoneNumberType;
use libphonenumber\PhoneNumberUtil;
use MultiSafepay\PaymentLinks\Orders\Domain\DialingPlan;
use MultiSafepay\PaymentLinks\Orders\Domain\InternationalPhone;
use MultiSafepay\PaymentLinks\Tests\Unit\Links\Domain\Cart\SeededNumbers;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/**
 * Compares with libphonenumber, which is a development tool only.
 */
#[CoversClass( DialingPlan::class )]
#[CoversClass( InternationalPhone::class )]
final class InternationalPhoneOracleTest extends TestCase {

	/**
	 * Countries of which every usual notation has to be read.
	 */
	private const COUNTRIES = [
		'AE', 'AL', 'AT', 'AU', 'BA', 'BE', 'BG', 'BR', 'CA', 'CH', 'CL', 'CN', 'CO', 'CY', 'CZ', 'DE', 'DK', 'EE',
		'EG', 'ES', 'FI', 'FR', 'GB', 'GE', 'GR', 'HK', 'HR', 'HU', 'ID', 'IE', 'IL', 'IN', 'IS', 'IT', 'JP', 'KE',
		'KR', 'KZ', 'LI', 'LT', 'LU', 'LV', 'MA', 'MC', 'MD', 'ME', 'MK', 'MT', 'MX', 'MY', 'NG', 'NL', 'NO', 'NZ',
		'PE', 'PH', 'PK', 'PL', 'PT', 'RO', 'RS', 'RU', 'SA', 'SE', 'SG', 'SI', 'SK', 'SM', 'TH', 'TN', 'TR', 'TW',
		'UA', 'US', 'VN', 'ZA',
	];

	private const SEED = 20_261_201;

	public function test_every_usual_notation_is_read(): void {
		$failures = [];
		foreach ( self::COUNTRIES as $country ) {
			foreach ( self::examples( $country ) as $number ) {
				$wanted = self::format( $number, PhoneNumberFormat::E164 );
				foreach ( self::usual_notations( $number, $country ) as $input ) {
					$read = InternationalPhone::of( $input, self::calling_code( $country ) );
					if ( $read !== $wanted ) {
						$failures[] = "$country $input: '$read' instead of $wanted";
					}
				}
			}
		}

		self::assertGreaterThanOrEqual( 60, count( self::COUNTRIES ) );
		self::assertSame( [], $failures );
	}

	public function test_no_notation_of_any_country_is_read_as_another_number(): void {
		$failures = [];
		foreach ( PhoneNumberUtil::getInstance()->getSupportedRegions() as $country ) {
			foreach ( self::examples( $country ) as $number ) {
				$wanted = self::format( $number, PhoneNumberFormat::E164 );
				foreach ( self::all_notations( $number, $country ) as $input ) {
					$read = InternationalPhone::of( $input, self::calling_code( $country ) );
					if ( '' !== $read && $read !== $wanted ) {
						$failures[] = "$country $input: $read instead of $wanted";
					}
				}
			}
		}

		self::assertSame( [], $failures );
	}

	/**
	 * Numbers that libphonenumber regards as valid, found at random.
	 */
	public function test_no_random_number_is_read_as_another_number(): void {
		$random   = new SeededNumbers( self::SEED );
		$failures = [];
		$compared = 0;
		// Korean numbers can start with the code of a telephone company, which libphonenumber removes.
		foreach ( array_diff( self::COUNTRIES, [ 'KR' ] ) as $country ) {
			for ( $i = 0; $i < 600; $i++ ) {
				$digits = $random->between( 10_000, 99_999 ) . $random->between( 1_000_000, 9_999_999 );
				$input  = self::random_notation( substr( $digits, 0, $random->between( 5, 12 ) ), $country, $i );
				$wanted = self::parse( $input, $country );
				$read   = null === $wanted ? '' : InternationalPhone::of( $input, self::calling_code( $country ) );
				if ( '' !== $read ) {
					++$compared;
					if ( $read !== $wanted ) {
						$failures[] = "$country $input: $read instead of $wanted";
					}
				}
			}
		}

		self::assertGreaterThan( 3_000, $compared );
		self::assertSame( [], $failures );
	}

	/**
	 * @return list<PhoneNumber>
	 */
	private static function examples( string $country ): array {
		$examples = [];
		foreach ( [ PhoneNumberType::MOBILE, PhoneNumberType::FIXED_LINE ] as $type ) {
			$examples[] = PhoneNumberUtil::getInstance()->getExampleNumberForType( $country, $type );
		}

		return array_values( array_filter( $examples ) );
	}

	/**
	 * @return list<string>
	 */
	private static function usual_notations( PhoneNumber $number, string $country ): array {
		$e164   = self::format( $number, PhoneNumberFormat::E164 );
		$digits = PhoneNumberUtil::getInstance()->getNationalSignificantNumber( $number );

		return [
			self::format( $number, PhoneNumberFormat::NATIONAL ),
			self::format( $number, PhoneNumberFormat::INTERNATIONAL ),
			str_replace( ' ', '-', self::format( $number, PhoneNumberFormat::INTERNATIONAL ) ),
			str_replace( ' ', '.', self::format( $number, PhoneNumberFormat::NATIONAL ) ),
			$e164,
			self::calling_code( $country ) . ' ' . self::prefix( $country ) . $digits,
			self::calling_code( $country ) . ' (' . self::prefix( $country ) . ') ' . $digits,
		];
	}

	/**
	 * @return list<string>
	 */
	private static function all_notations( PhoneNumber $number, string $country ): array {
		$e164 = self::format( $number, PhoneNumberFormat::E164 );

		return [
			...self::usual_notations( $number, $country ),
			'00' . substr( $e164, 1 ),
			substr( $e164, 1 ),
			PhoneNumberUtil::getInstance()->getNationalSignificantNumber( $number ),
		];
	}

	private static function random_notation( string $digits, string $country, int $variant ): string {
		$code   = self::calling_code( $country );
		$prefix = self::prefix( $country );

		return [
			$prefix . $digits,
			$digits,
			$code . $digits,
			$code . $prefix . $digits,
			'00' . substr( $code, 1 ) . $digits,
			substr( $code, 1 ) . $digits,
		][ $variant % 6 ];
	}

	/**
	 * Returns null if it is neither a valid mobile number nor a valid landline.
	 */
	private static function parse( string $input, string $country ): ?string {
		try {
			$number = PhoneNumberUtil::getInstance()->parse( $input, $country );
		} catch ( NumberParseException ) {
			return null;
		}
		$type = PhoneNumberUtil::getInstance()->getNumberType( $number );
		$is_person = in_array(
			$type,
			[ PhoneNumberType::MOBILE, PhoneNumberType::FIXED_LINE, PhoneNumberType::FIXED_LINE_OR_MOBILE ],
			true
		);

		return $is_person ? self::format( $number, PhoneNumberFormat::E164 ) : null;
	}

	private static function format( PhoneNumber $number, PhoneNumberFormat $format ): string {
		return PhoneNumberUtil::getInstance()->format( $number, $format );
	}

	private static function calling_code( string $country ): string {
		return '+' . PhoneNumberUtil::getInstance()->getCountryCodeForRegion( $country );
	}

	private static function prefix( string $country ): string {
		return PhoneNumberUtil::getInstance()->getNddPrefixForRegion( $country, true ) ?? '';
	}
}
