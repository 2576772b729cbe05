<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use MultiSafepay\PaymentLinks\Shared\Application\Options;

final class InMemoryOptions implements Options {

	/**
	 * @param array<string, mixed> $values By name.
	 */
	public function __construct( private array $values = [] ) {}

	public function get( string $name ): mixed {
		return $this->values[ $name ] ?? false;
	}

	public function set( string $name, mixed $value ): bool {
		$this->values[ $name ] = $value;

		return true;
	}

	public function delete( string $name ): void {
		unset( $this->values[ $name ] );
	}
}
