<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sharing\Application;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Sharing\Domain\ShareChannel;

/**
 * Private notes on the order of a link.
 */
interface ShareNotes {

	/**
	 * @param string $to Email address; empty for the other channels.
	 */
	public function shared( PaymentLink $link, ShareChannel $channel, string $to = '' ): void;
}
