<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain\Rule;

use Attribute;

/**
 * Marks a setting that every request to save the settings must contain.
 */
#[Attribute( Attribute::TARGET_PARAMETER )]
final class Required {}
