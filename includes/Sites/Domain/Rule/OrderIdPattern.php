<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain\Rule;

use Attribute;
use MultiSafepay\PaymentLinks\Sites\Domain\OrderIdTemplate;

/**
 * A template of order IDs. OrderIdTemplate checks it.
 */
#[Attribute( Attribute::TARGET_PARAMETER )]
final class OrderIdPattern implements SettingRule {

	public function read( string $name, mixed $value ): OrderIdTemplate {
		return new OrderIdTemplate( Text::trimmed( $name, $value ) );
	}

	public function schema(): array {
		return [ 'type' => 'string' ];
	}

	public function hints(): array {
		return [
			'placeholders'         => OrderIdTemplate::PLACEHOLDERS,
			'max_fixed_characters' => OrderIdTemplate::MAX_FIXED_CHARACTERS,
		];
	}
}
