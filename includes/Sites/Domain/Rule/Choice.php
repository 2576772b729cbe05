<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain\Rule;

use Attribute;
use BackedEnum;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;

/**
 * One of the cases of an enum.
 */
#[Attribute( Attribute::TARGET_PARAMETER )]
final class Choice implements SettingRule {

	/**
	 * @param class-string<BackedEnum> $enum With strings as values.
	 */
	public function __construct( private readonly string $enum ) {}

	public function read( string $name, mixed $value ): BackedEnum {
		$choice = is_string( $value ) ? $this->enum::tryFrom( $value ) : null;

		return $choice ?? throw new InvalidValue(
			$name,
			null === $value ? 'required' : 'invalid_choice',
			[ 'choices' => implode( ', ', $this->values() ) ]
		);
	}

	public function schema(): array {
		return [
			'type' => 'string',
			'enum' => $this->values(),
		];
	}

	public function hints(): array {
		return [];
	}

	/**
	 * @return list<int|string>
	 */
	private function values(): array {
		return array_map( static fn ( BackedEnum $choice ): int|string => $choice->value, $this->enum::cases() );
	}
}
