<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Application;

use Attribute;

/**
 * Marks a constructor parameter that gets a closure. The closure returns the service: a service that few calls need is
 * not loaded for the others.
 */
#[Attribute( Attribute::TARGET_PARAMETER )]
final class Lazy {

	/**
	 * @param class-string $service
	 */
	public function __construct( public readonly string $service ) {}
}
