<?php
/**
 * The language of the payment page.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * One of the provider's fourteen locales, found from a WordPress locale and the customer's country.
 */
final class PayerLocale {

	public const ALL = [
		'cs_CZ', 'de_AT', 'de_DE', 'en_US', 'es_ES', 'fi_FI', 'fr_BE', 'fr_FR', 'it_IT', 'nl_BE', 'nl_NL', 'pl_PL', 'sv_SE', 'zh_CN',
	];

	private const FALLBACK = 'en_US';

	/**
	 * The plain locale of each language that the provider speaks.
	 */
	private const BY_LANGUAGE = [
		'cs' => 'cs_CZ',
		'de' => 'de_DE',
		'en' => 'en_US',
		'es' => 'es_ES',
		'fi' => 'fi_FI',
		'fr' => 'fr_FR',
		'it' => 'it_IT',
		'nl' => 'nl_NL',
		'pl' => 'pl_PL',
		'sv' => 'sv_SE',
		'zh' => 'zh_CN',
	];

	/**
	 * Languages whose speakers nearly all read one of the provider's too.
	 */
	private const NEIGHBOURS = [
		'ast' => 'es_ES',
		'ca'  => 'es_ES',
		'eu'  => 'es_ES',
		'fy'  => 'nl_NL',
		'fur' => 'it_IT',
		'gl'  => 'es_ES',
		'scn' => 'it_IT',
		'szl' => 'pl_PL',
	];

	/**
	 * The provider's locale of a country, for customers whose own language it does not speak.
	 */
	private const BY_COUNTRY = [
		'AT' => 'de_AT',
		'BE' => 'nl_BE',
		'CN' => 'zh_CN',
		'CZ' => 'cs_CZ',
		'DE' => 'de_DE',
		'ES' => 'es_ES',
		'FI' => 'fi_FI',
		'FR' => 'fr_FR',
		'IT' => 'it_IT',
		'NL' => 'nl_NL',
		'PL' => 'pl_PL',
		'SE' => 'sv_SE',
	];

	/**
	 * Takes what was found.
	 *
	 * @param value-of<self::ALL> $code         The provider's locale.
	 * @param bool                $is_supported False when the customer's language is known and the provider does not speak it.
	 */
	private function __construct(
		public readonly string $code,
		public readonly bool $is_supported,
	) {}

	/**
	 * Finds the locale for a customer.
	 *
	 * A variant that the locale itself names (nl_BE) wins; the plain locale of a language (nl_NL, also the one of most
	 * shops) gives way to the variant of the customer's country.
	 *
	 * @param string $locale  WordPress locale or language code, e.g. `nl_NL_formal`, `pt-br`, `nl`; may be empty.
	 * @param string $country ISO 3166 alpha-2; may be empty.
	 */
	public static function for_customer( string $locale, string $country ): self {
		$country = strtoupper( trim( $country ) );
		if ( 1 !== preg_match( '/\A([a-z]{2,3})(?:[_-]([a-z]{2})(?![a-z]))?/i', trim( $locale ), $match ) ) {
			return new self( self::BY_COUNTRY[ $country ] ?? self::FALLBACK, true );
		}

		$language = strtolower( $match[1] );
		$plain    = self::BY_LANGUAGE[ $language ] ?? null;
		if ( null === $plain ) {
			return new self( self::NEIGHBOURS[ $language ] ?? self::BY_COUNTRY[ $country ] ?? self::FALLBACK, false );
		}

		$named = self::listed( $language . '_' . strtoupper( $match[2] ?? '' ) );
		if ( null !== $named && $named !== $plain ) {
			return new self( $named, true );
		}

		return new self( self::listed( $language . '_' . $country ) ?? $plain, true );
	}

	/**
	 * Tells whether the provider has a locale.
	 */
	public static function is_listed( string $code ): bool {
		return null !== self::listed( $code );
	}

	/**
	 * Returns the code when the provider has it.
	 *
	 * @return value-of<self::ALL>|null
	 */
	private static function listed( string $code ): ?string {
		foreach ( self::ALL as $listed ) {
			if ( $listed === $code ) {
				return $listed;
			}
		}

		return null;
	}
}
