<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Services;

final class SecondOfCircle {

	public function __construct( public readonly FirstOfCircle $first ) {}
}
