<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support\Simulation;

use Error;

/**
 * The process ends here. It is no Exception, because WooCommerce and other code catch those.
 */
final class ProcessKilled extends Error {}
