<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Services;

final class NeedsScalar {

	public function __construct( public readonly string $name ) {}
}
