<?php
/**
 * NotConfigured.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Exception;

use RuntimeException;

/**
 * The site has no API key.
 */
final class NotConfigured extends RuntimeException {}
