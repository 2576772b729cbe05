<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Domain;

use RuntimeException;

/**
 * Another request with the same idempotency key did not finish while this one waited.
 */
final class OrderInProgress extends RuntimeException {}
