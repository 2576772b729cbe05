<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Services;

final class FirstOfCircle {

	public function __construct( public readonly SecondOfCircle $second ) {}
}
