<?php
/**
 * The same order is being made.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Exception;

use RuntimeException;

/**
 * Another request is at work on the same form, and did not end while this one waited.
 */
final class OrderInProgress extends RuntimeException {}
