<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Shared\Application\Options;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;

/**
 * Reads the keys that the official MultiSafepay plugin stores. Never writes them.
 */
final class OfficialPluginKeys {

	private const KEY_OPTIONS = [
		'test' => 'multisafepay_test_api_key',
		'live' => 'multisafepay_api_key',
	];

	public function __construct( private readonly Options $options ) {}

	public function find( Environment $environment ): ?ApiKey {
		$value = $this->options->get( self::KEY_OPTIONS[ $environment->value ] );
		try {
			return is_string( $value ) ? new ApiKey( $value ) : null;
		} catch ( InvalidValue ) {
			return null;
		}
	}

	/**
	 * Returns the environments that have a key, the active one first.
	 *
	 * @return list<Environment>
	 */
	public function environments(): array {
		$preferred = $this->is_in_test_mode()
			? [ Environment::Test, Environment::Live ]
			: [ Environment::Live, Environment::Test ];

		return array_values( array_filter(
			$preferred,
			fn ( Environment $environment ): bool => null !== $this->find( $environment )
		) );
	}

	/**
	 * The stored option is a text or a number. While the official plugin is active, its filter returns a boolean.
	 */
	private function is_in_test_mode(): bool {
		$value = $this->options->get( 'multisafepay_testmode' );

		return is_scalar( $value ) && filter_var( $value, FILTER_VALIDATE_BOOLEAN );
	}
}
