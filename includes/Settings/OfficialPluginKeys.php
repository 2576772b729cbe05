<?php
/**
 * The official plugin's keys.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use Closure;
use MultiSafepay\PaymentLinks\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;

/**
 * Reads, and never writes, the keys that the official MultiSafepay plugin stores.
 */
final class OfficialPluginKeys {

	private const KEY_OPTIONS = [
		'test' => 'multisafepay_test_api_key',
		'live' => 'multisafepay_api_key',
	];

	/**
	 * Takes the function that reads an option.
	 *
	 * @param Closure(string): mixed $read_option `get_option( ... )`, which gives false for an option that is not there.
	 */
	public function __construct( private readonly Closure $read_option ) {}

	/**
	 * Returns the key of the environment, or null when the official plugin has none.
	 */
	public function find( Environment $environment ): ?ApiKey {
		$value = ( $this->read_option )( self::KEY_OPTIONS[ $environment->value ] );
		try {
			return is_string( $value ) ? new ApiKey( $value ) : null;
		} catch ( InvalidValue ) {
			return null;
		}
	}

	/**
	 * Returns the environments it has a key for, the one it is switched to first.
	 *
	 * @return list<Environment>
	 */
	public function environments(): array {
		$preferred = $this->is_in_test_mode() ? [ Environment::Test, Environment::Live ] : [ Environment::Live, Environment::Test ];

		return array_values( array_filter( $preferred, fn ( Environment $environment ): bool => null !== $this->find( $environment ) ) );
	}

	/**
	 * Tells the mode. The option is a word or a number unless the official plugin is active, whose filter makes it a boolean.
	 */
	private function is_in_test_mode(): bool {
		$value = ( $this->read_option )( 'multisafepay_testmode' );

		return is_scalar( $value ) && filter_var( $value, FILTER_VALIDATE_BOOLEAN );
	}
}
