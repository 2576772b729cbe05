<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain\Rule;

use Attribute;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;

/**
 * An integer between two bounds, inclusive.
 */
#[Attribute( Attribute::TARGET_PARAMETER )]
final class WholeNumber implements SettingRule {

	/**
	 * @param list<int> $options The values that the settings screen offers; it has a text input without them.
	 */
	public function __construct(
		private readonly int $min,
		private readonly int $max,
		private readonly array $options = [],
	) {}

	public function read( string $name, mixed $value ): int {
		if ( is_int( $value ) && $value >= $this->min && $value <= $this->max ) {
			return $value;
		}

		throw new InvalidValue(
			$name,
			match ( true ) {
				null === $value => 'required',
				is_int( $value ) => 'out_of_range',
				default => 'not_whole_number',
			},
			[ 'min' => $this->min, 'max' => $this->max ]
		);
	}

	public function schema(): array {
		return [
			'type'    => 'integer',
			'minimum' => $this->min,
			'maximum' => $this->max,
		];
	}

	public function hints(): array {
		return [] === $this->options ? [] : [ 'options' => $this->options ];
	}
}
