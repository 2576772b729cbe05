<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Application;

/**
 * The options of the current site.
 */
interface Options {

	/**
	 * Returns false if the option does not exist.
	 */
	public function get( string $name ): mixed;

	/**
	 * Returns false if the database did not accept the value. Options are not autoloaded.
	 */
	public function set( string $name, mixed $value ): bool;

	public function delete( string $name ): void;
}
