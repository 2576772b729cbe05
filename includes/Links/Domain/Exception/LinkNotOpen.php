<?php
/**
 * The link cannot be used that way any more.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Exception;

use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use RuntimeException;

/**
 * Somebody or something ended the link meanwhile; it comes along as it is now.
 */
final class LinkNotOpen extends RuntimeException {

	/**
	 * Takes the link as it is now.
	 */
	public function __construct( public readonly PaymentLink $link ) {
		parent::__construct( 'The payment link is not open.' );
	}
}
