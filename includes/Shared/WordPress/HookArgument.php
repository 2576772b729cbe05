<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\WordPress;

/**
 * Reads arguments of hooks. Their types are not guaranteed.
 */
final class HookArgument {

	public static function number( mixed $value ): int {
		return is_numeric( $value ) ? (int) $value : 0;
	}

	public static function text( mixed $value ): string {
		return is_string( $value ) ? $value : '';
	}
}
