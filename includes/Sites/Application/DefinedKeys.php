<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Domain\KeySource;

/**
 * Keys from `MULTISAFEPAY_API_KEY_TEST` and `MULTISAFEPAY_API_KEY_LIVE`: a constant first, then an environment
 * variable.
 */
final class DefinedKeys {

	/**
	 * Returns null if no key is set or it is not valid.
	 */
	public function find( Environment $environment ): ?ApiKey {
		return self::constant_key( $environment ) ?? self::variable_key( $environment );
	}

	/**
	 * Returns the source of the key that `find()` returns.
	 */
	public function source( Environment $environment ): ?KeySource {
		return match ( true ) {
			null !== self::constant_key( $environment ) => KeySource::Constant,
			null !== self::variable_key( $environment ) => KeySource::Environment,
			default                                     => null,
		};
	}

	/**
	 * Returns the name of the constant and of the environment variable.
	 */
	public static function name( Environment $environment ): string {
		return 'MULTISAFEPAY_API_KEY_' . strtoupper( $environment->value );
	}

	private static function constant_key( Environment $environment ): ?ApiKey {
		$name = self::name( $environment );

		return self::key( defined( $name ) ? constant( $name ) : null );
	}

	private static function variable_key( Environment $environment ): ?ApiKey {
		return self::key( getenv( self::name( $environment ) ) );
	}

	private static function key( mixed $value ): ?ApiKey {
		try {
			return is_string( $value ) && '' !== trim( $value ) ? new ApiKey( $value ) : null;
		} catch ( InvalidValue ) {
			return null;
		}
	}
}
