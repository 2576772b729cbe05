<?php
/**
 * Keys set on the server.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use MultiSafepay\PaymentLinks\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;

/**
 * Keys from `MULTISAFEPAY_API_KEY_TEST` and `MULTISAFEPAY_API_KEY_LIVE`: a constant first, then an environment variable.
 */
final class DefinedKeys {

	/**
	 * Returns the key of the environment and where it was found, or null when none usable is set.
	 */
	public function find( Environment $environment ): ?ResolvedKey {
		$name = self::name( $environment );

		return self::key( defined( $name ) ? constant( $name ) : null, KeySource::Constant )
			?? self::key( getenv( $name ), KeySource::Environment );
	}

	/**
	 * Returns the name of constant and variable.
	 */
	public static function name( Environment $environment ): string {
		return 'MULTISAFEPAY_API_KEY_' . strtoupper( $environment->value );
	}

	/**
	 * Returns the key when the value can be one.
	 */
	private static function key( mixed $value, KeySource $source ): ?ResolvedKey {
		try {
			return is_string( $value ) && '' !== trim( $value ) ? new ResolvedKey( new ApiKey( $value ), $source ) : null;
		} catch ( InvalidValue ) {
			return null;
		}
	}
}
