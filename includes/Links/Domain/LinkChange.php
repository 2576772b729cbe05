<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;

/**
 * A status change of a link, with its reason and actor. Fields that are null are not changed.
 */
final class LinkChange {

	/**
	 * @param DateTimeImmutable|null $expires_at UTC.
	 * @param DateTimeImmutable|null $paid_at UTC.
	 * @param string $detail For the event log, at most 255 characters.
	 * @param bool $clears_alert Whether to remove the alert.
	 * @param int|null $refunded Total of all refunds in the currency's smallest unit.
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
		public readonly ?PaymentAlert $alert = null,
		public readonly bool $clears_alert = false,
		public readonly ?int $refunded = null,
	) {}
}
