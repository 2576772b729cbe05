<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Domain\KeySource;
use MultiSafepay\PaymentLinks\Sites\Domain\ResolvedKey;

/**
 * Keys from `MULTISAFEPAY_API_KEY_TEST` and `MULTISAFEPAY_API_KEY_LIVE`: a constant first, then an environment
 * variable.
 */
final class DefinedKeys {

	/**
	 * Returns the key and its source, or null if none is set or it is not valid.
	 */
	public function find( Environment $environment ): ?ResolvedKey {
		$name = self::name( $environment );

		return self::key( defined( $name ) ? constant( $name ) : null, KeySource::Constant )
			?? self::key( getenv( $name ), KeySource::Environment );
	}

	/**
	 * Returns the name of the constant and of the environment variable.
	 */
	public static function name( Environment $environment ): string {
		return 'MULTISAFEPAY_API_KEY_' . strtoupper( $environment->value );
	}

	private static function key( mixed $value, KeySource $source ): ?ResolvedKey {
		try {
			return is_string( $value ) && '' !== trim( $value )
				? new ResolvedKey( new ApiKey( $value ), $source )
				: null;
		} catch ( InvalidValue ) {
			return null;
		}
	}
}
