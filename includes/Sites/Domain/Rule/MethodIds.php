<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain\Rule;

use Attribute;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;

/**
 * IDs of WooCommerce payment methods, separated by commas; may be empty.
 */
#[Attribute( Attribute::TARGET_PARAMETER )]
final class MethodIds implements SettingRule {

	private const MAX = 500;

	public function read( string $name, mixed $value ): string {
		$ids = preg_split( '/[\s,]+/', Text::trimmed( $name, $value ), -1, PREG_SPLIT_NO_EMPTY );
		foreach ( false === $ids ? [] : $ids as $id ) {
			if ( 1 !== preg_match( '/\A[A-Za-z0-9_.:-]{1,100}\z/', $id ) ) {
				throw new InvalidValue( $name, 'method_ids' );
			}
		}
		$text = implode( ', ', false === $ids ? [] : array_unique( $ids ) );

		return strlen( $text ) <= self::MAX
			? $text
			: throw new InvalidValue( $name, 'too_long', [ 'max' => self::MAX ] );
	}

	public function schema(): array {
		return [
			'type'      => 'string',
			'maxLength' => self::MAX,
		];
	}

	public function hints(): array {
		return [];
	}
}
