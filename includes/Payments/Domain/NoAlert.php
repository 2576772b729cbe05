<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Domain;

use RuntimeException;

/**
 * The link has no alert to acknowledge.
 */
final class NoAlert extends RuntimeException {}
