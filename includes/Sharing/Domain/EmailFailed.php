<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sharing\Domain;

use RuntimeException;

/**
 * The email is disabled in the shop's settings, or WordPress could not send it.
 */
final class EmailFailed extends RuntimeException {

	/**
	 * @param bool $is_disabled Whether the email is disabled in the shop's settings.
	 */
	public function __construct( public readonly bool $is_disabled = false ) {
		parent::__construct( 'The e-mail was not handed over.' );
	}
}
