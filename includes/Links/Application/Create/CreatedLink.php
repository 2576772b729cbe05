<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Create;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;

/**
 * A link, and whether this request created it.
 */
final class CreatedLink {

	public function __construct(
		public readonly PaymentLink $link,
		public readonly bool $is_new,
	) {}
}
