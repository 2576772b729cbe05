<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Domain;

use RuntimeException;

/**
 * The batch does not exist, or the current user may not access it.
 */
final class BatchNotFound extends RuntimeException {
}
