<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Application;

final class ReconcileReport {

	/**
	 * @param int $checked Links whose status the provider returned.
	 * @param int $changed Checked links whose status changed.
	 * @param int $failed Links for which the request to the provider failed.
	 * @param bool $is_finished Whether no link is due; false when the cap was reached or the provider is unavailable.
	 */
	public function __construct(
		public readonly int $checked,
		public readonly int $changed,
		public readonly int $failed,
		public readonly bool $is_finished,
	) {}
}
