<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Domain;

final class ItemOutcome {

	/**
	 * @param ItemStatus $status `Waiting` when the item is tried again.
	 * @param int $link_id The link that was processed or created; 0 for none.
	 * @param bool $slow_down Whether the batch must pause, because a request to MultiSafepay failed.
	 * @param int $seconds Minimum pause requested by MultiSafepay; 0 for none.
	 */
	public function __construct(
		public readonly ItemStatus $status,
		public readonly ItemReason $reason = ItemReason::None,
		public readonly int $link_id = 0,
		public readonly ?int $error_code = null,
		public readonly bool $slow_down = false,
		public readonly int $seconds = 0,
	) {}
}
