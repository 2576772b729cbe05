<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sharing\Application;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Sharing\Domain\EmailFailed;

interface LinkMailer {

	/**
	 * Sends a link to the customer by email.
	 *
	 * @param string $message Personal message from staff, plain text; may be empty.
	 * @throws EmailFailed When the email is disabled or WordPress could not send it.
	 * @throws OrderNotFound When the order is deleted or in the trash.
	 */
	public function send( PaymentLink $link, string $to, string $message ): void;
}
