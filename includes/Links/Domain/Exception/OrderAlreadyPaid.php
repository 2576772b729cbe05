<?php
/**
 * OrderAlreadyPaid.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Exception;

use RuntimeException;

/**
 * The order is paid, and nobody confirmed that the customer pays once more.
 */
final class OrderAlreadyPaid extends RuntimeException {}
