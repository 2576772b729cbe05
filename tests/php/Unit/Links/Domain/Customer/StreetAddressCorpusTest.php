<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Domain\Customer;

use MultiSafepay\PaymentLinks\Links\Domain\Customer\AddressWords;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\NumberAfterStreet;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\NumberBeforeStreet;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\StreetAddress;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * Splits the addresses in tests/fixtures/addresses.
 */
#[CoversClass( AddressWords::class )]
#[CoversClass( NumberAfterStreet::class )]
#[CoversClass( NumberBeforeStreet::class )]
#[CoversClass( StreetAddress::class )]
final class StreetAddressCorpusTest extends TestCase {

	private const ROOT = __DIR__ . '/../../../../../..';

	private const MIN_RIGHT = 0.95;

	#[DataProvider( 'countries' )]
	public function test_no_house_number_is_wrong_and_nearly_all_are_found( string $country ): void {
		$counts = self::counts( $country );

		self::assertSame( [], $counts['wrong'] );
		self::assertGreaterThan(
			self::MIN_RIGHT,
			$counts['right'] / $counts['lines'],
			implode( "\n", $counts['unsplit'] )
		);
	}

	public function test_the_documentation_states_the_shares(): void {
		$rows  = [];
		$lines = 0;
		foreach ( self::countries() as [ $country ] ) {
			$counts = self::counts( $country );
			$lines += $counts['lines'];
			$rows[] = sprintf(
				'| %s | %d | %.1f %% | %.1f %% | %d |',
				$country,
				$counts['lines'],
				100 * $counts['right'] / $counts['lines'],
				100 * count( $counts['unsplit'] ) / $counts['lines'],
				count( $counts['wrong'] )
			);
		}

		self::assertGreaterThanOrEqual( 3_000, $lines );
		self::assertStringContainsString(
			implode( "\n", $rows ),
			(string) file_get_contents( self::ROOT . '/docs/testing.md' )
		);
	}

	#[DataProvider( 'difficult_lines' )]
	public function test_a_difficult_line_is_split_at_the_first_number_or_not_at_all(
		string $country,
		string $line,
		string $street,
		string $number,
		string $rest,
	): void {
		$address = StreetAddress::split( $line, '', $country );

		self::assertSame( [ $street, $number, $rest ], [ $address->street, $address->house_number, $address->rest ] );
	}

	/**
	 * @return iterable<string, array<string>> Country, line, street, house number, rest.
	 */
	public static function difficult_lines(): iterable {
		foreach ( self::rows( 'difficult' ) as $columns ) {
			yield "$columns[0] $columns[1]" => $columns;
		}
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function countries(): array {
		$countries = [];
		foreach ( [ 'AT', 'BE', 'CH', 'DE', 'ES', 'FI', 'FR', 'GB', 'IT', 'NL', 'PL', 'SE' ] as $country ) {
			$countries[ $country ] = [ $country ];
		}

		return $countries;
	}

	/**
	 * @return array{lines: int, right: int, unsplit: list<string>, wrong: list<string>}
	 */
	private static function counts( string $country ): array {
		$rows   = self::rows( $country );
		$counts = [ 'lines' => count( $rows ), 'right' => 0, 'unsplit' => [], 'wrong' => [] ];
		foreach ( $rows as [ , $line, $street, $number ] ) {
			$address = StreetAddress::split( $line, '', $country );
			if ( [ $street, $number ] === [ $address->street, $address->house_number ] ) {
				++$counts['right'];
			} elseif ( '' === $address->house_number ) {
				$counts['unsplit'][] = $line;
			} else {
				$counts['wrong'][] = "$line: $address->street | $address->house_number | $address->rest";
			}
		}

		return $counts;
	}

	/**
	 * @return list<array{string, string, string, string, string}>
	 */
	private static function rows( string $name ): array {
		$lines = file( self::ROOT . "/tests/fixtures/addresses/$name.tsv", FILE_IGNORE_NEW_LINES );
		$rows  = [];
		foreach ( array_slice( false === $lines ? [] : $lines, 1 ) as $line ) {
			$columns = explode( "\t", $line );
			self::assertCount( 5, $columns, $line );
			$rows[] = $columns;
		}

		return $rows;
	}
}
