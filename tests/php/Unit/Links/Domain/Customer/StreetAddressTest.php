<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Domain\Customer;

use MultiSafepay\PaymentLinks\Links\Domain\Customer\StreetAddress;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class StreetAddressTest extends TestCase {

	#[DataProvider( 'addresses' )]
	public function test_an_address_is_split_by_the_convention_of_its_country(
		string $country,
		string $address_1,
		string $address_2,
		string $street,
		string $number,
		string $rest,
	): void {
		$address = StreetAddress::split( $address_1, $address_2, $country );

		self::assertSame( [ $street, $number, $rest ], [ $address->street, $address->house_number, $address->rest ] );
	}

	public function test_a_line_follows_the_convention_of_its_country_and_can_be_split_again(): void {
		foreach ( [
			[ 'NL', 'Kalverstraat', '12-A', 'Kalverstraat 12-A' ],
			[ 'GB', 'Baker Street', '221B', '221B Baker Street' ],
			[ 'FR', 'rue de Rivoli', '12', '12 rue de Rivoli' ],
			[ 'de', 'Hauptstraße', '5a', 'Hauptstraße 5a' ],
			[ '', 'Dam', '1', 'Dam 1' ],
			[ 'NL', 'Postbus 100', '', 'Postbus 100' ],
		] as [ $country, $street, $number, $line ] ) {
			self::assertSame( $line, StreetAddress::line( $street, $number, $country ) );
			$read = StreetAddress::split( $line, '', $country );
			self::assertSame( [ $street, $number ], [ $read->street, $read->house_number ] );
		}
	}

	/**
	 * @return array<string, array{
	 *     string,
	 *     string,
	 *     string,
	 *     string,
	 *     string,
	 *     string,
	 * }> Country, both lines; street, number, rest.
	 */
	public static function addresses(): array {
		return [
			'NL plain'                            => [ 'NL', 'Kalverstraat 12', '', 'Kalverstraat', '12', '' ],
			'NL addition after a hyphen'          => [ 'NL', 'Kalverstraat 12-A', '', 'Kalverstraat', '12-A', '' ],
			'NL hyphen with spaces'               => [ 'NL', 'Kalverstraat 12 - 14', '', 'Kalverstraat', '12-14', '' ],
			'NL bis'                              => [ 'NL', 'Kalverstraat 12 bis', '', 'Kalverstraat', '12 bis', '' ],
			'NL ground floor'                     => [
				'NL',
				'1e Jacob van Campenstraat 34 hs',
				'',
				'1e Jacob van Campenstraat',
				'34 hs',
				'',
			],
			'NL roman floor'                      => [
				'NL',
				'Prinsengracht 263 II',
				'',
				'Prinsengracht',
				'263 II',
				'',
			],
			'NL floor after a hyphen'             => [ 'NL', 'Ceintuurbaan 34-2', '', 'Ceintuurbaan', '34-2', '' ],
			'NL letter without space'             => [ 'NL', 'Dorpsstraat 7b', '', 'Dorpsstraat', '7b', '' ],
			'NL letter and hyphened number'       => [
				'NL',
				'Lange Nieuwstraat 12-B3',
				'',
				'Lange Nieuwstraat',
				'12-B3',
				'',
			],
			'NL stroke'                           => [ 'NL', 'Weena 505/12', '', 'Weena', '505/12', '' ],
			'NL number in the second line'        => [ 'NL', 'Kalverstraat', '12', 'Kalverstraat', '12', '' ],
			'NL number and letter in second'      => [ 'NL', 'Kalverstraat', '12 A', 'Kalverstraat', '12 A', '' ],
			'NL addition in the second line'      => [ 'NL', 'Kalverstraat 12', 'A', 'Kalverstraat', '12-A', '' ],
			'NL name in the second line'          => [
				'NL',
				'Kalverstraat 12',
				'Gebouw De Post',
				'Kalverstraat',
				'12',
				'Gebouw De Post',
			],
			'NL year in the street'               => [ 'NL', 'Plein 1944 12', '', 'Plein 1944', '12', '' ],
			'NL year in the street, comma'        => [ 'NL', 'Plein 1944, 12', '', 'Plein 1944', '12', '' ],
			'NL year, number in second line'      => [ 'NL', 'Plein 1944', '12', 'Plein 1944', '12', '' ],
			'NL year alone is no house number'    => [ 'NL', 'Plein 1944', '', 'Plein 1944', '', '' ],
			'NL comma'                            => [ 'NL', 'Kalverstraat, 12', '', 'Kalverstraat', '12', '' ],
			'NL post office box'                  => [ 'NL', 'Postbus 1234', '', 'Postbus 1234', '', '' ],
			'NL trailing spaces'                  => [
				'NL',
				"  Kalverstraat\u{a0} 12-A  ",
				' ',
				'Kalverstraat',
				'12-A',
				'',
			],
			'NL apostrophe'                       => [ 'NL', "'s-Gravenhekje 1", '', "'s-Gravenhekje", '1', '' ],
			'NL lower case country'               => [ 'nl', 'Meent 4', '', 'Meent', '4', '' ],
			'DE a day in the street'              => [
				'DE',
				'Straße des 17. Juni 135',
				'',
				'Straße des 17. Juni',
				'135',
				'',
			],
			'DE a day in the street, comma'       => [
				'DE',
				'Straße des 17. Juni, 135',
				'',
				'Straße des 17. Juni',
				'135',
				'',
			],
			'DE a day and no number'              => [ 'DE', 'Straße des 17. Juni', '', 'Straße des 17. Juni', '', '' ],
			'DE abbreviation and letter'          => [ 'DE', 'Hauptstr. 5a', '', 'Hauptstr.', '5a', '' ],
			'DE letter with space'                => [ 'DE', 'Hauptstraße 5 a', '', 'Hauptstraße', '5 a', '' ],
			'DE range'                            => [ 'DE', 'Musterweg 3-5', '', 'Musterweg', '3-5', '' ],
			'DE floor after a comma'              => [ 'DE', 'Musterweg 3, 2. OG', '', 'Musterweg', '3', '2. OG' ],
			'DE floor without a comma'            => [ 'DE', 'Musterweg 3 2. OG', '', 'Musterweg', '3', '2. OG' ],
			'DE square of Mannheim'               => [ 'DE', 'Q 7, 24', '', 'Q 7', '24', '' ],
			'DE name in the second line'          => [
				'DE',
				'Kurfürstendamm 21a',
				'c/o Müller',
				'Kurfürstendamm',
				'21a',
				'c/o Müller',
			],
			'DE box'                              => [ 'DE', 'Postfach 12 34', '', 'Postfach 12 34', '', '' ],
			'AT stairs and door'                  => [
				'AT',
				'Mariahilfer Straße 12/3/7',
				'',
				'Mariahilfer Straße',
				'12/3/7',
				'',
			],
			'CH plain'                            => [ 'CH', 'Bahnhofstrasse 10', '', 'Bahnhofstrasse', '10', '' ],
			'CH French'                           => [ 'CH', '12, rue du Rhône', '', 'rue du Rhône', '12', '' ],
			'FR bis'                              => [
				'FR',
				'12 bis rue de la Paix',
				'',
				'rue de la Paix',
				'12 bis',
				'',
			],
			'FR comma'                            => [ 'FR', '10, avenue Foch', '', 'avenue Foch', '10', '' ],
			'FR plain'                            => [ 'FR', '10 Avenue Foch', '', 'Avenue Foch', '10', '' ],
			'FR capital letter'                   => [ 'FR', '7 B rue Victor Hugo', '', 'rue Victor Hugo', '7 B', '' ],
			'FR range'                            => [ 'FR', '12-14 rue de Rivoli', '', 'rue de Rivoli', '12-14', '' ],
			'FR building in the second line'      => [
				'FR',
				'17 bis Rue de Rivoli',
				'Bâtiment C',
				'Rue de Rivoli',
				'17 bis',
				'Bâtiment C',
			],
			'FR building before the number'       => [
				'FR',
				'Bâtiment C, 17 rue de Rivoli',
				'',
				'rue de Rivoli',
				'17',
				'Bâtiment C',
			],
			'FR street in the second line'        => [
				'FR',
				'Résidence Les Lilas',
				'4 rue Haute',
				'rue Haute',
				'4',
				'Résidence Les Lilas',
			],
			'FR a date in the street'             => [ 'FR', '5 rue du 8 Mai 1945', '', 'rue du 8 Mai 1945', '5', '' ],
			'FR a date and no number'             => [ 'FR', 'Rue du 8 Mai 1945', '', 'Rue du 8 Mai 1945', '', '' ],
			'FR number after the street'          => [ 'FR', 'Rue de Rivoli 17', '', 'Rue de Rivoli', '17', '' ],
			'FR place name only'                  => [ 'FR', 'Le Bourg', '', 'Le Bourg', '', '' ],
			'FR apostrophe after the number'      => [ 'FR', "12 L'Orée du Bois", '', "L'Orée du Bois", '12', '' ],
			'ES comma, floor and door'            => [ 'ES', 'Calle Mayor, 5, 3º B', '', 'Calle Mayor', '5', '3º B' ],
			'ES floor without commas'             => [ 'ES', 'Calle Mayor 5 3º B', '', 'Calle Mayor', '5', '3º B' ],
			'ES abbreviation'                     => [ 'ES', 'C/ Alcalá 123', '', 'C/ Alcalá', '123', '' ],
			'ES no number'                        => [ 'ES', 'Calle Mayor s/n', '', 'Calle Mayor', 's/n', '' ],
			'ES no number after a comma'          => [ 'ES', 'Calle Mayor, s/n', '', 'Calle Mayor', 's/n', '' ],
			'ES number sign'                      => [ 'ES', 'Calle Mayor nº 5', '', 'Calle Mayor', '5', '' ],
			'ES floor in the second line'         => [
				'ES',
				'Calle de Alcalá, 45',
				'3º izq.',
				'Calle de Alcalá',
				'45',
				'3º izq.',
			],
			'ES a date in the street'             => [
				'ES',
				'Avenida 9 de Octubre 15',
				'',
				'Avenida 9 de Octubre',
				'15',
				'',
			],
			'ES Catalan'                          => [
				'ES',
				'Carrer de Balmes, 12, 2n 1a',
				'',
				'Carrer de Balmes',
				'12',
				'2n 1a',
			],
			'GB plain'                            => [ 'GB', '10 Downing Street', '', 'Downing Street', '10', '' ],
			'GB flat before the number'           => [
				'GB',
				'Flat 2, 10 Downing Street',
				'',
				'Downing Street',
				'10',
				'Flat 2',
			],
			'GB flat without a comma'             => [
				'GB',
				'Flat 2 10 Downing Street',
				'',
				'Downing Street',
				'10',
				'Flat 2',
			],
			'GB letter'                           => [ 'GB', '221B Baker Street', '', 'Baker Street', '221B', '' ],
			'GB flat in the second line'          => [
				'GB',
				'221B Baker Street',
				'Flat 2',
				'Baker Street',
				'221B',
				'Flat 2',
			],
			'GB house name'                       => [
				'GB',
				'The Old Mill, Mill Lane',
				'',
				'The Old Mill, Mill Lane',
				'',
				'',
			],
			'GB house name and number'            => [
				'GB',
				'The Old Mill',
				'12 Mill Lane',
				'Mill Lane',
				'12',
				'The Old Mill',
			],
			'GB comma after the number'           => [ 'GB', '10, Downing Street', '', 'Downing Street', '10', '' ],
			'GB flat in the first line'           => [
				'GB',
				'Flat 2',
				'10 Downing Street',
				'Downing Street',
				'10',
				'Flat 2',
			],
			'GB flat alone is no house number'    => [ 'GB', 'Flat 2', '', 'Flat 2', '', '' ],
			'IE plain'                            => [ 'IE', '7 Eccles Street', '', 'Eccles Street', '7', '' ],
			'US quarter'                          => [
				'US',
				'1600 Pennsylvania Ave NW',
				'',
				'Pennsylvania Ave NW',
				'1600',
				'',
			],
			'US numbered street and apartment'    => [ 'US', '350 5th Ave Apt 3B', '', '5th Ave', '350', 'Apt 3B' ],
			'US apartment after a comma'          => [ 'US', '350 5th Ave, Apt 3B', '', '5th Ave', '350', 'Apt 3B' ],
			'US hash'                             => [ 'US', '123 Main St #4', '', 'Main St', '123', '#4' ],
			'US half'                             => [ 'US', '10 1/2 Main St', '', 'Main St', '10 1/2', '' ],
			'US suite in the second line'         => [
				'US',
				'1 Infinite Loop',
				'Suite 5',
				'Infinite Loop',
				'1',
				'Suite 5',
			],
			'US box'                              => [ 'US', 'PO Box 123', '', 'PO Box 123', '', '' ],
			'US box with dots'                    => [ 'US', 'P.O. Box 123', '', 'P.O. Box 123', '', '' ],
			'US highway is no house number'       => [ 'US', 'Highway 12', '', 'Highway 12', '', '' ],
			'CA unit and number'                  => [ 'CA', '1200-45 Main St', '', 'Main St', '1200-45', '' ],
			'BE French box'                       => [ 'BE', 'Rue Neuve 12 bte 3', '', 'Rue Neuve', '12', 'bte 3' ],
			'BE Dutch box'                        => [ 'BE', 'Kerkstraat 12 bus 3', '', 'Kerkstraat', '12', 'bus 3' ],
			'BE box in the second line'           => [ 'BE', 'Meir 12', 'bus 3', 'Meir', '12', 'bus 3' ],
			'BE number before a French street'    => [ 'BE', '12, rue Neuve', '', 'rue Neuve', '12', '' ],
			'LU number before a street'           => [ 'LU', '3 boulevard Royal', '', 'boulevard Royal', '3', '' ],
			'IT comma'                            => [ 'IT', 'Via Roma, 10', '', 'Via Roma', '10', '' ],
			'IT stroke and flat'                  => [
				'IT',
				'Piazza Garibaldi 5/A, int. 4',
				'',
				'Piazza Garibaldi',
				'5/A',
				'int. 4',
			],
			'IT a date in the street'             => [ 'IT', 'Via XX Settembre 12', '', 'Via XX Settembre', '12', '' ],
			'PL flat word'                        => [
				'PL',
				'ul. Marszałkowska 10/12 m. 5',
				'',
				'ul. Marszałkowska',
				'10/12',
				'm. 5',
			],
			'PL stroke'                           => [ 'PL', 'ul. Długa 5/7', '', 'ul. Długa', '5/7', '' ],
			'PL premises'                         => [ 'PL', 'Kwiatowa 3 lok. 4', '', 'Kwiatowa', '3', 'lok. 4' ],
			'SE plain'                            => [ 'SE', 'Storgatan 1', '', 'Storgatan', '1', '' ],
			'CZ two numbers'                      => [ 'CZ', 'Vinohradská 12/45', '', 'Vinohradská', '12/45', '' ],
			'KW unknown convention, clear format' => [ 'KW', 'Gulf Road 7', '', 'Gulf Road', '7', '' ],
			'JP blocks stay whole'                => [ 'JP', '1-2-3 Shibuya', '', '1-2-3 Shibuya', '', '' ],
			'no country'                          => [ '', 'Kalverstraat 12', '', 'Kalverstraat', '12', '' ],
			'only the second line'                => [ 'NL', '', 'Kalverstraat 12', 'Kalverstraat', '12', '' ],
			'empty'                               => [ 'NL', '', '', '', '', '' ],
			'a number and nothing else'           => [ 'NL', '12', '', '12', '', '' ],
			'a number that the provider rejects'  => [
				'NL',
				'Kalverstraat 12345-ABCD-9',
				'',
				'Kalverstraat 12345-ABCD-9',
				'',
				'',
			],
			'invalid UTF-8'                       => [ 'NL', "Kalver\xffstraat 12", '', 'Kalverstraat', '12', '' ],
		];
	}

	public function test_no_letter_or_digit_is_lost(): void {
		foreach ( self::addresses() as $name => [ $country, $address_1, $address_2 ] ) {
			$address = StreetAddress::split( $address_1, $address_2, $country );

			self::assertSame(
				self::letters_and_digits( $address_1 . $address_2 ),
				self::letters_and_digits( $address->street . $address->house_number . $address->rest ),
				$name
			);
		}
	}

	/**
	 * Counts letters and digits. Ignores the abbreviation "nº" before a house number, which may be dropped.
	 *
	 * @return array<array-key, int>
	 */
	private static function letters_and_digits( string $text ): array {
		$text   = str_replace( [ ' nº ', "\xff" ], '', $text );
		$counts = count_chars( (string) preg_replace( '/[^\p{L}\p{N}]+/u', '', $text ), 1 );
		ksort( $counts );

		return $counts;
	}
}
