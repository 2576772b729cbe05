<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Domain;

use RuntimeException;

/**
 * A database write or read failed. Earlier writes, such as a reserved order ID, remain and are resolved later.
 */
final class StorageFailed extends RuntimeException {}
