<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Exception;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use RuntimeException;

/**
 * The outcome of a creation is unknown and MultiSafepay could not be asked to cancel it yet, or another request with
 * the same idempotency key is still running.
 */
final class CreationUnconfirmed extends RuntimeException {

	public function __construct( public readonly PaymentLink $link ) {
		parent::__construct( 'The creation of the link is not confirmed.' );
	}
}
