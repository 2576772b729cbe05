<?php
/**
 * A change of a link's state.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

use DateTimeImmutable;

/**
 * The next state, why, by whom, and the facts that come with it. Null facts stay as they are.
 */
final class LinkChange {

	/**
	 * Takes the change.
	 *
	 * @param LinkStatus             $to             The next state.
	 * @param LinkReason             $reason         Why.
	 * @param Actor                  $actor          By whom.
	 * @param int|null               $error_code     The provider's, where it refused.
	 * @param string|null            $payment_url    With `active`.
	 * @param DateTimeImmutable|null $expires_at     With `active`, UTC.
	 * @param DateTimeImmutable|null $paid_at        With a payment, UTC.
	 * @param string|null            $transaction_id With a payment.
	 * @param string|null            $payment_method With a payment.
	 * @param string                 $detail         A fact for the history, at most 255 characters.
	 * @param LinkAlarm|null         $alarm          What a person has to look at from now on.
	 * @param bool                   $ends_alarm     Whether there is nothing to look at any more.
	 * @param int|null               $refunded       What has gone back in all, in the smallest unit.
	 */
	public function __construct(
		public readonly LinkStatus $to,
		public readonly LinkReason $reason,
		public readonly Actor $actor,
		public readonly ?int $error_code = null,
		public readonly ?string $payment_url = null,
		public readonly ?DateTimeImmutable $expires_at = null,
		public readonly ?DateTimeImmutable $paid_at = null,
		public readonly ?string $transaction_id = null,
		public readonly ?string $payment_method = null,
		public readonly string $detail = '',
		public readonly ?LinkAlarm $alarm = null,
		public readonly bool $ends_alarm = false,
		public readonly ?int $refunded = null,
	) {}
}
