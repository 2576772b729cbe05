<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Exception;

use RuntimeException;

final class LinkNotFound extends RuntimeException {}
