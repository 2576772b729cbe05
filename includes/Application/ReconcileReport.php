<?php
/**
 * What a run of reconciliation did.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

/**
 * Counts links.
 */
final class ReconcileReport {

	/**
	 * Takes the counts.
	 *
	 * @param int  $checked     The provider told how they stand.
	 * @param int  $changed     Of those, links that have another state now.
	 * @param int  $failed      The provider could not be asked.
	 * @param bool $is_finished Whether nothing more is due; false when the cap was reached or the provider is out.
	 */
	public function __construct(
		public readonly int $checked,
		public readonly int $changed,
		public readonly int $failed,
		public readonly bool $is_finished,
	) {}
}
