<?php
/**
 * The database did not do what it was told.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Exception;

use RuntimeException;

/**
 * A write or read failed. Whatever was reserved before stays and is settled later.
 */
final class StorageFailed extends RuntimeException {}
