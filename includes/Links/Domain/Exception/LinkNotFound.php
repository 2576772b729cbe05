<?php
/**
 * LinkNotFound.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Exception;

use RuntimeException;

/**
 * There is no such link.
 */
final class LinkNotFound extends RuntimeException {}
