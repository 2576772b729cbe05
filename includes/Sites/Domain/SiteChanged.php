<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain;

use RuntimeException;

/**
 * The key or environment of the site differs from the link's. With another key, the same order ID may belong to an
 * order of another account.
 */
final class SiteChanged extends RuntimeException {}
