<?php
/**
 * Nobody knows yet.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Exception;

use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use RuntimeException;

/**
 * The provider may hold an order whose payment URL nobody knows, and could not be asked to cancel it yet;
 * or another request is still at work on the same form.
 */
final class CreationUnconfirmed extends RuntimeException {

	/**
	 * Takes the link as it stands.
	 */
	public function __construct( public readonly PaymentLink $link ) {
		parent::__construct( 'The creation of the link is not confirmed.' );
	}
}
