<?php
/**
 * SiteChanged.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Exception;

use RuntimeException;

/**
 * The site has another key or environment than the link was made with: the same order ID may be a stranger there.
 */
final class SiteChanged extends RuntimeException {}
