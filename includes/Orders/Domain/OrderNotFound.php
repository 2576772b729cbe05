<?php
/**
 * No such order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Exception;

use RuntimeException;

/**
 * The shop has no such order, or has it in the trash.
 */
final class OrderNotFound extends RuntimeException {}
