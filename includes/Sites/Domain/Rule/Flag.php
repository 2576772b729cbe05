<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain\Rule;

use Attribute;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;

/**
 * True or false.
 */
#[Attribute( Attribute::TARGET_PARAMETER )]
final class Flag implements SettingRule {

	public function read( string $name, mixed $value ): bool {
		$value ??= false;

		return is_bool( $value ) ? $value : throw new InvalidValue( $name, 'not_boolean' );
	}

	public function schema(): array {
		return [ 'type' => 'boolean' ];
	}

	public function hints(): array {
		return [];
	}
}
