<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Exception;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderEnd;
use RuntimeException;

/**
 * The order ended while its link was created.
 */
final class OrderEnded extends RuntimeException {

	/**
	 * @param PaymentLink|null $link The link that was created, and cancelled if MultiSafepay responded; null for none.
	 */
	public function __construct(
		public readonly OrderEnd $end,
		public readonly ?PaymentLink $link = null,
	) {
		parent::__construct( 'The order ended while its payment link was created.' );
	}
}
