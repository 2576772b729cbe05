<?php
/**
 * The e-mail was not sent.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Exception;

use RuntimeException;

/**
 * WordPress could not hand the e-mail over, or the shop has switched it off.
 */
final class EmailFailed extends RuntimeException {

	/**
	 * Tells which of the two.
	 */
	public function __construct( public readonly bool $is_switched_off = false ) {
		parent::__construct( 'The e-mail was not handed over.' );
	}
}
