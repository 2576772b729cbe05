<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Create;

use MultiSafepay\PaymentLinks\Shared\Domain\Actor;

final class CreateLinkCommand {

	/**
	 * @param LinkInput $input With an idempotency key. Missing fields are prefilled from the order.
	 * @param int|null $duplicate_of ID of the original link of a duplicate.
	 */
	public function __construct(
		public readonly int $wc_order_id,
		public readonly LinkInput $input,
		public readonly Actor $actor,
		public readonly ?int $duplicate_of = null,
	) {}
}
