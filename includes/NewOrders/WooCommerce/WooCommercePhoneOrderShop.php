<?php
/**
 * What phone orders may be.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use MultiSafepay\PaymentLinks\Application\Port\PhoneOrderShop;
use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\PhoneOrder;
use WC_Tax;

/**
 * Reads the settings of WordPress and WooCommerce that decide what a phone order can be.
 */
final class PhoneOrderSettings implements PhoneOrderShop {

	/**
	 * {@inheritDoc}
	 */
	public function name(): string {
		return ShopName::plain();
	}

	/**
	 * {@inheritDoc}
	 */
	public function country(): string {
		return WC()->countries->get_base_country();
	}

	/**
	 * {@inheritDoc}
	 */
	public function locale(): string {
		// Unlike determine_locale(), this is the shop's language also where a user's own language is shown.
		return get_locale();
	}

	/**
	 * {@inheritDoc}
	 */
	public function currency(): Currency {
		return self::read( get_woocommerce_currency() ) ?? new Currency( 'EUR' );
	}

	/**
	 * {@inheritDoc}
	 */
	public function currencies(): array {
		$currencies = [];
		foreach ( [ get_woocommerce_currency(), ...array_keys( get_woocommerce_currencies() ) ] as $code ) {
			$currency = self::read( $code );
			if ( true === $currency?->is_known_to_provider() ) {
				$currencies[ $currency->code ] ??= $currency;
			}
		}

		return array_values( $currencies );
	}

	/**
	 * {@inheritDoc}
	 */
	public function decimals(): int {
		return wc_get_price_decimals();
	}

	/**
	 * {@inheritDoc}
	 */
	public function tax_classes(): array {
		if ( ! wc_tax_enabled() ) {
			return [ PhoneOrder::NO_TAX ];
		}

		$slugs = array_filter( WC_Tax::get_tax_class_slugs(), static fn ( mixed $slug ): bool => is_string( $slug ) && ! in_array( $slug, [ '', PhoneOrder::NO_TAX ], true ) );

		return [ '', ...array_values( $slugs ), PhoneOrder::NO_TAX ];
	}

	/**
	 * Reads a code; shops invent some for points and tokens.
	 */
	private static function read( string $code ): ?Currency {
		try {
			return new Currency( $code );
		} catch ( InvalidValue ) {
			return null;
		}
	}
}
