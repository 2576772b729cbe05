<?php
/**
 * The two worlds of MultiSafepay.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * Test and live are separate MultiSafepay accounts with separate keys.
 */
enum Environment: string {

	case Test = 'test';
	case Live = 'live';
}
