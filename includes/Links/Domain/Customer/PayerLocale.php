<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Customer;

/**
 * One of MultiSafepay's fourteen locales, determined by a WordPress locale and the customer's country.
 */
final class PayerLocale {

	public const ALL = [
		'cs_CZ', 'de_AT', 'de_DE', 'en_US', 'es_ES', 'fi_FI', 'fr_BE', 'fr_FR', 'it_IT', 'nl_BE', 'nl_NL', 'pl_PL',
		'sv_SE', 'zh_CN',
	];

	private const FALLBACK = 'en_US';

	/**
	 * The default locale of each supported language.
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
	 * Unsupported languages whose speakers usually also read a supported language.
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
	 * The locale of a country, for customers whose language is not supported.
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
	 * @param value-of<self::ALL> $code
	 * @param bool $is_supported False if the customer's language is known, but not supported by MultiSafepay.
	 */
	private function __construct(
		public readonly string $code,
		public readonly bool $is_supported,
	) {}

	/**
	 * A variant in the locale (nl_BE) takes precedence. With the default locale of a language (nl_NL), the variant of
	 * the customer's country is used: the locale may only be the default of the shop.
	 *
	 * @param string $locale WordPress locale or language code, such as `nl_NL_formal`, `pt-br` or `nl`; may be empty.
	 * @param string $country ISO 3166 alpha-2; may be empty.
	 */
	public static function for_customer( string $locale, string $country ): self {
		$country = strtoupper( trim( $country ) );
		if ( 1 !== preg_match( '/\A([a-z]{2,3})(?:[_-]([a-z]{2})(?![a-z]))?/i', trim( $locale ), $match ) ) {
			return new self( self::BY_COUNTRY[ $country ] ?? self::FALLBACK, true );
		}

		$language = strtolower( $match[1] );
		$default  = self::BY_LANGUAGE[ $language ] ?? null;
		if ( null === $default ) {
			return new self( self::NEIGHBOURS[ $language ] ?? self::BY_COUNTRY[ $country ] ?? self::FALLBACK, false );
		}

		$variant = self::find( $language . '_' . strtoupper( $match[2] ?? '' ) );
		if ( null !== $variant && $variant !== $default ) {
			return new self( $variant, true );
		}

		return new self( self::find( $language . '_' . $country ) ?? $default, true );
	}

	public static function is_listed( string $code ): bool {
		return null !== self::find( $code );
	}

	/**
	 * @return value-of<self::ALL>|null
	 */
	private static function find( string $code ): ?string {
		foreach ( self::ALL as $listed ) {
			if ( $listed === $code ) {
				return $listed;
			}
		}

		return null;
	}
}
