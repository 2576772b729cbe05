<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Exception;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use RuntimeException;

/**
 * The link is no longer open. Contains the current link.
 */
final class LinkNotOpen extends RuntimeException {

	public function __construct( public readonly PaymentLink $link ) {
		parent::__construct( 'The payment link is not open.' );
	}
}
