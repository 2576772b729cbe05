<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\WooCommerce;

use MultiSafepay\PaymentLinks\NewOrders\Application\PhoneOrderShop;
use MultiSafepay\PaymentLinks\NewOrders\Domain\PhoneOrder;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\WordPress\ShopName;
use WC_Tax;

final class WooCommercePhoneOrderShop implements PhoneOrderShop {

	public function name(): string {
		return ShopName::plain();
	}

	public function country(): string {
		return WC()->countries->get_base_country();
	}

	public function locale(): string {
		// determine_locale() would return the current user's language in the admin.
		return get_locale();
	}

	public function currency(): Currency {
		return self::to_currency( get_woocommerce_currency() ) ?? new Currency( 'EUR' );
	}

	public function currencies(): array {
		$currencies = [];
		foreach ( [ get_woocommerce_currency(), ...array_keys( get_woocommerce_currencies() ) ] as $code ) {
			$currency = self::to_currency( $code );
			if ( true === $currency?->is_known_to_provider() ) {
				$currencies[ $currency->code ] ??= $currency;
			}
		}

		return array_values( $currencies );
	}

	public function decimals(): int {
		return wc_get_price_decimals();
	}

	public function tax_classes(): array {
		if ( ! wc_tax_enabled() ) {
			return [ PhoneOrder::NO_TAX ];
		}

		$slugs = array_filter(
			WC_Tax::get_tax_class_slugs(),
			static fn ( mixed $slug ): bool => is_string( $slug )
				&& ! in_array( $slug, [ '', PhoneOrder::NO_TAX ], true )
		);

		return [ '', ...array_values( $slugs ), PhoneOrder::NO_TAX ];
	}

	/**
	 * Returns null for codes that are not ISO 4217, e.g. for points or tokens.
	 */
	private static function to_currency( string $code ): ?Currency {
		try {
			return new Currency( $code );
		} catch ( InvalidValue ) {
			return null;
		}
	}
}
