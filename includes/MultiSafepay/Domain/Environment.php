<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Domain;

/**
 * Test and live are separate MultiSafepay accounts with separate keys.
 */
enum Environment: string {

	case Test = 'test';
	case Live = 'live';
}
