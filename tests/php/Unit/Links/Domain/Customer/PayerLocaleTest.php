<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Domain\Customer;

use MultiSafepay\PaymentLinks\Links\Domain\Customer\PayerLocale;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class PayerLocaleTest extends TestCase {

	#[DataProvider( 'customers' )]
	public function test_the_closest_supported_locale_is_found(
		string $locale,
		string $country,
		string $code,
		bool $is_supported,
	): void {
		$found = PayerLocale::for_customer( $locale, $country );

		self::assertSame( [ $code, $is_supported ], [ $found->code, $found->is_supported ] );
		self::assertTrue( PayerLocale::is_listed( $found->code ) );
	}

	/**
	 * @return array<string, array{
	 *     string,
	 *     string,
	 *     string,
	 *     bool,
	 * }> WordPress locale, country, locale code, whether the provider supports the customer's language.
	 */
	public static function customers(): array {
		return [
			'an exact match'                   => [ 'nl_NL', 'NL', 'nl_NL', true ],
			'formal Dutch'                     => [ 'nl_NL_formal', 'NL', 'nl_NL', true ],
			'formal German'                    => [ 'de_DE_formal', 'DE', 'de_DE', true ],
			'a language without a country'     => [ 'nl', '', 'nl_NL', true ],
			'Dutch in Belgium'                 => [ 'nl', 'BE', 'nl_BE', true ],
			'the shop\'s Dutch in Belgium'     => [ 'nl_NL', 'BE', 'nl_BE', true ],
			'French in Belgium'                => [ 'fr_FR', 'BE', 'fr_BE', true ],
			'German in Austria'                => [ 'de_DE', 'AT', 'de_AT', true ],
			'Belgian Dutch in the Netherlands' => [ 'nl_BE', 'NL', 'nl_BE', true ],
			'Austrian German in Germany'       => [ 'de_AT', 'DE', 'de_AT', true ],
			'Swiss German'                     => [ 'de_CH_informal', 'CH', 'de_DE', true ],
			'Canadian French'                  => [ 'fr_CA', 'CA', 'fr_FR', true ],
			'Canadian French in Belgium'       => [ 'fr_CA', 'BE', 'fr_BE', true ],
			'Mexican Spanish'                  => [ 'es_MX', 'MX', 'es_ES', true ],
			'British English'                  => [ 'en_GB', 'GB', 'en_US', true ],
			'English in the Netherlands'       => [ 'en_US', 'NL', 'en_US', true ],
			'a lower case code'                => [ 'nl-be', '', 'nl_BE', true ],
			'traditional Chinese'              => [ 'zh_TW', 'TW', 'zh_CN', true ],
			'Chinese with its script'          => [ 'zh-hans', '', 'zh_CN', true ],
			'Catalan'                          => [ 'ca', 'ES', 'es_ES', false ],
			'Catalan in France'                => [ 'ca', 'FR', 'es_ES', false ],
			'Portuguese in Spain'              => [ 'pt_PT', 'ES', 'es_ES', false ],
			'Portuguese in Portugal'           => [ 'pt_PT', 'PT', 'en_US', false ],
			'Danish'                           => [ 'da_DK', 'DK', 'en_US', false ],
			'Turkish in Germany'               => [ 'tr_TR', 'DE', 'de_DE', false ],
			'no locale, Polish'                => [ '', 'PL', 'pl_PL', true ],
			'no locale, American'              => [ '', 'US', 'en_US', true ],
			'no locale and no country'         => [ '', '', 'en_US', true ],
			'an invalid locale'                => [ '42', 'nl', 'nl_NL', true ],
		];
	}

	public function test_there_are_fourteen_supported_locales(): void {
		self::assertCount( 14, array_unique( PayerLocale::ALL ) );
		self::assertFalse( PayerLocale::is_listed( 'nl_NL_formal' ) );
	}
}
