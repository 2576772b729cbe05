<?php
/**
 * There is no such batch.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Exception;

use RuntimeException;

/**
 * Or it is somebody else's.
 */
final class BatchNotFound extends RuntimeException {
}
