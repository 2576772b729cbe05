<?php
/**
 * What became of one of a batch.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Batch;

/**
 * What a worker writes down.
 */
final class ItemOutcome {

	/**
	 * Takes it.
	 *
	 * @param ItemStatus $status     How it ended; waiting when it is to be tried again.
	 * @param ItemReason $reason     Why.
	 * @param int        $link_id    The link; 0 for none.
	 * @param int|null   $error_code The provider's, where it refused.
	 * @param bool       $slow_down  Whether MultiSafepay wants to be left alone for a while.
	 * @param int        $seconds    For how long, where it said so; else 0.
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
