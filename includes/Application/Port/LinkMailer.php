<?php
/**
 * Sending e-mails.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\Exception\EmailFailed;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Hands the e-mail with a link over to the shop's mail server.
 */
interface LinkMailer {

	/**
	 * Sends the e-mail.
	 *
	 * @param PaymentLink $link    An open link.
	 * @param string      $to      One checked address.
	 * @param string      $message Plain text of staff for the customer; may be empty.
	 * @throws EmailFailed   When it was not handed over.
	 * @throws OrderNotFound When the order is gone.
	 */
	public function send( PaymentLink $link, string $to, string $message ): void;
}
