<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;

/**
 * Private notes on the order of a link.
 */
interface LinkNotes {

	public function created( PaymentLink $link ): void;
}
