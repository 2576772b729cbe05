<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderEnd;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * A payment link: a MultiSafepay order of type `paymentlink` for an order. An immutable copy of its database row.
 */
final class PaymentLink {

	/**
	 * A creation takes at most 20 seconds. After this time, its process must have died.
	 */
	public const ABANDONED_SECONDS = 30;

	/**
	 * All times are in UTC.
	 *
	 * @param Environment $environment Environment of the site at the creation.
	 * @param string $key_fingerprint Fingerprint of the API key that the link was created with.
	 * @param bool $order_id_typed Whether staff entered the order ID.
	 * @param int $number Number of the link within the order, from 1.
	 * @param LinkReason $reason Reason of the current status.
	 * @param int $due Amount due of the order when the link was created, in the smallest unit of the link's currency.
	 * @param string|null $payment_url Null until the link is active.
	 * @param string|null $idempotency_key Null after a failed creation.
	 * @param DateTimeImmutable $changed_at Time of the last status change.
	 * @param DateTimeImmutable|null $expires_at Null until the link is active.
	 * @param int $created_by ID of the WordPress user; 0 for the shop itself.
	 * @param int|null $duplicate_of ID of the original link of a duplicate.
	 * @param DateTimeImmutable|null $sent_at When the link was last sent to the customer.
	 * @param DateTimeImmutable|null $checked_at When the status was last read from MultiSafepay.
	 * @param DateTimeImmutable|null $check_at When to read the status next; null for never.
	 * @param int $refunded Total of all refunds in the currency's smallest unit.
	 * @param string $synced State that the order was last synchronised with; see OrderSyncState.
	 * @param string $request_key Idempotency key of the request, also after a failed creation.
	 * @param OrderEnd|null $order_end How the order had ended when the link was requested; null if it could be paid.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $wc_order_id,
		public readonly string $wc_order_number,
		public readonly string $site_id,
		public readonly Environment $environment,
		public readonly string $key_fingerprint,
		public readonly OrderId $order_id,
		public readonly bool $order_id_typed,
		public readonly int $number,
		public readonly LinkStatus $status,
		public readonly LinkReason $reason,
		public readonly ?int $error_code,
		public readonly LinkDetails $details,
		public readonly LinkKind $kind,
		public readonly int $due,
		public readonly ?string $payment_url,
		public readonly ?string $idempotency_key,
		public readonly DateTimeImmutable $created_at,
		public readonly DateTimeImmutable $changed_at,
		public readonly ?DateTimeImmutable $expires_at,
		public readonly ?DateTimeImmutable $paid_at,
		public readonly ?string $transaction_id,
		public readonly ?string $payment_method,
		public readonly int $created_by,
		public readonly ?int $duplicate_of,
		public readonly ?DateTimeImmutable $sent_at = null,
		public readonly ?PaymentAlert $alert = null,
		public readonly ?DateTimeImmutable $checked_at = null,
		public readonly ?DateTimeImmutable $check_at = null,
		public readonly int $refunded = 0,
		public readonly string $synced = '',
		public readonly string $request_key = '',
		public readonly ?OrderEnd $order_end = null,
	) {}

	/**
	 * Returns the status at a given time: an open link is expired after its expiry, and an abandoned creation is
	 * unconfirmed, even if the stored status has not been updated yet.
	 */
	public function status_at( DateTimeImmutable $now ): LinkStatus {
		if ( $this->status->is_open() && null !== $this->expires_at && $this->expires_at <= $now ) {
			return LinkStatus::Expired;
		}

		return $this->is_abandoned_at( $now ) ? LinkStatus::Unconfirmed : $this->status;
	}

	/**
	 * Whether the creation was interrupted: its process must have died.
	 */
	public function is_abandoned_at( DateTimeImmutable $now ): bool {
		return LinkStatus::Creating === $this->status
			&& $now->getTimestamp() - $this->changed_at->getTimestamp() > self::ABANDONED_SECONDS;
	}

	/**
	 * Returns the transaction ID to store with the order: MultiSafepay's transaction ID, or else the order ID.
	 */
	public function payment_reference(): string {
		return $this->transaction_id ?? $this->order_id->value;
	}

	/**
	 * Whether the link is open and the order has changed since the link was created, so that its amount is now wrong.
	 *
	 * @param Money $due Amount due of the order now.
	 */
	public function is_stale( Money $due, DateTimeImmutable $now ): bool {
		$amount = $this->details->amount;
		if ( ! $this->status_at( $now )->is_open() ) {
			return false;
		}
		if ( ! $amount->currency->equals( $due->currency ) ) {
			return true;
		}

		return $due->amount !== $this->due
			&& ( LinkKind::Full === $this->kind ? $amount->amount !== $due->amount : $amount->amount > $due->amount );
	}

	/**
	 * Returns by how much the amount exceeded the amount due when the link was created, which staff confirmed.
	 */
	public function confirmed_excess(): int {
		return max( 0, $this->details->amount->amount - $this->due );
	}

	/**
	 * Whether staff can mark the order as paid with the payment that raised the alert. A refunded payment is gone.
	 */
	public function can_accept_payment(): bool {
		return true === $this->alert?->can_be_accepted() && $this->status->is_received();
	}

	/**
	 * Returns the amount that was paid through this link, less its refunds, in the currency's smallest unit.
	 *
	 * @param Currency $currency Payments in other currencies do not count.
	 * @param Environment $environment Environment that the amount due is calculated for. Test payments do not count for
	 * live links.
	 */
	public function received( Currency $currency, Environment $environment ): int {
		$counts = $this->status->is_received()
			&& $this->details->amount->currency->equals( $currency )
			&& ( Environment::Live === $this->environment || Environment::Test === $environment );

		return $counts ? max( 0, $this->details->amount->amount - $this->refunded ) : 0;
	}
}
