<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Application;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderEnd;

/**
 * Adds order notes for staff about the cancellation of links. Does nothing when the order is deleted.
 */
interface CancellationNotes {

	public function cancelled( PaymentLink $link, OrderEnd $end ): void;

	/**
	 * MultiSafepay was unavailable; the cancellation is retried.
	 */
	public function delayed( PaymentLink $link ): void;

	/**
	 * The link stays open, because its API key is no longer available.
	 */
	public function impossible( PaymentLink $link ): void;
}
