<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain\Rule;

use Attribute;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;

/**
 * A percentage from 1 to 100, such as `30%`, an amount of more than zero, such as `25.00`, or an empty text.
 */
#[Attribute( Attribute::TARGET_PARAMETER )]
final class DepositText implements SettingRule {

	public function read( string $name, mixed $value ): string {
		$text = str_replace( [ ' ', ',' ], [ '', '.' ], Text::trimmed( $name, $value ) );
		if ( '' === $text ) {
			return '';
		}
		if ( 1 === preg_match( '/\A(\d{1,9})%\z/', $text, $match ) ) {
			return (int) $match[1] >= 1 && (int) $match[1] <= 100
				? (int) $match[1] . '%'
				: throw new InvalidValue( $name, 'deposit_out_of_range' );
		}
		if ( 1 !== preg_match( '/\A\d{1,9}(\.\d{1,3})?\z/', $text ) ) {
			throw new InvalidValue( $name, 'deposit_format' );
		}

		return (float) $text > 0 ? $text : throw new InvalidValue( $name, 'deposit_out_of_range' );
	}

	public function schema(): array {
		return [ 'type' => 'string' ];
	}

	public function hints(): array {
		return [];
	}
}
