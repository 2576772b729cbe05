<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain;

use RuntimeException;

/**
 * The site has no API key.
 */
final class NotConfigured extends RuntimeException {}
