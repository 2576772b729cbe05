<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\Domain;

use RuntimeException;

/**
 * The order does not exist or is in the trash.
 */
final class OrderNotFound extends RuntimeException {}
