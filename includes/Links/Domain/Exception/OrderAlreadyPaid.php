<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Exception;

use RuntimeException;

/**
 * The order is paid and the request does not confirm a further payment.
 */
final class OrderAlreadyPaid extends RuntimeException {}
