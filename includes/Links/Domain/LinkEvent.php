<?php
/**
 * A line of a link's history.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

use DateTimeImmutable;

/**
 * Who or what moved a link, when, from which state to which, and why.
 */
final class LinkEvent {

	/**
	 * Takes what the log holds.
	 *
	 * @param DateTimeImmutable $at         UTC.
	 * @param Actor             $actor      Who or what.
	 * @param LinkStatus|null   $from       Null for the first event.
	 * @param LinkStatus        $to         The same as `$from` for events that change no state.
	 * @param LinkReason        $reason     Why.
	 * @param int|null          $error_code The provider's, where it refused.
	 * @param string            $detail     A fact that belongs to the reason: an amount, a recipient; empty for most.
	 */
	public function __construct(
		public readonly DateTimeImmutable $at,
		public readonly Actor $actor,
		public readonly ?LinkStatus $from,
		public readonly LinkStatus $to,
		public readonly LinkReason $reason,
		public readonly ?int $error_code,
		public readonly string $detail = '',
	) {}
}
