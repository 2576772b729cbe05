<?php
/**
 * A payment link.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

use DateTimeImmutable;

/**
 * One MultiSafepay order of type paymentlink, made for an order; a picture of its row at one moment.
 */
final class PaymentLink {

	/**
	 * A creation ends within 20 seconds; the process of one that has not ended after so many must have died.
	 */
	public const ABANDONED_SECONDS = 30;

	/**
	 * Takes the row.
	 *
	 * @param int                    $id              Our id.
	 * @param int                    $wc_order_id     WooCommerce's id of the order.
	 * @param string                 $wc_order_number The number that staff see.
	 * @param string                 $site_id         The site it was made on.
	 * @param Environment            $environment     Test or live, as the site was then.
	 * @param string                 $key_fingerprint Which key it was made with.
	 * @param OrderId                $order_id        MultiSafepay's id.
	 * @param bool                   $order_id_typed  Whether a person typed that id.
	 * @param int                    $number          Counts the order's links from 1.
	 * @param LinkStatus             $status          As stored; see status_at().
	 * @param LinkReason             $reason          Why it is in that state.
	 * @param int|null               $error_code      The provider's, where it refused.
	 * @param LinkDetails            $details         What it asks for.
	 * @param string|null            $payment_url     Null until it is active.
	 * @param string|null            $idempotency_key Null once a failure has freed it.
	 * @param DateTimeImmutable      $created_at      UTC.
	 * @param DateTimeImmutable      $changed_at      UTC, of the last change of state.
	 * @param DateTimeImmutable|null $expires_at      UTC; null until it is active.
	 * @param DateTimeImmutable|null $paid_at         UTC.
	 * @param string|null            $transaction_id  The provider's, as text.
	 * @param string|null            $payment_method  The method really used.
	 * @param int                    $created_by      WordPress user, 0 for the shop itself.
	 * @param int|null               $duplicate_of    The link it was copied from.
	 * @param DateTimeImmutable|null $sent_at         UTC, when it was last sent to the customer.
	 * @param LinkAlarm|null         $alarm           What a person has to look at.
	 * @param DateTimeImmutable|null $checked_at      UTC, when the provider last told how it stands.
	 * @param DateTimeImmutable|null $check_at        UTC, when to ask the provider by ourselves; null for never.
	 * @param int                    $refunded        What has gone back to the customer in all, in the smallest unit.
	 * @param string                 $followed        What its order has been told of it; see FollowedState.
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
		public readonly ?LinkAlarm $alarm = null,
		public readonly ?DateTimeImmutable $checked_at = null,
		public readonly ?DateTimeImmutable $check_at = null,
		public readonly int $refunded = 0,
		public readonly string $followed = '',
	) {}

	/**
	 * Returns the state as it is at a moment: an unpaid link reads as expired at once, without waiting for a sweep,
	 * and a creation that nobody is working on any more as unconfirmed.
	 */
	public function status_at( DateTimeImmutable $now ): LinkStatus {
		if ( $this->status->is_open() && null !== $this->expires_at && $this->expires_at <= $now ) {
			return LinkStatus::Expired;
		}

		return $this->is_abandoned_at( $now ) ? LinkStatus::Unconfirmed : $this->status;
	}

	/**
	 * Tells whether the process that was making it must have died.
	 */
	public function is_abandoned_at( DateTimeImmutable $now ): bool {
		return LinkStatus::Creating === $this->status && $now->getTimestamp() - $this->changed_at->getTimestamp() > self::ABANDONED_SECONDS;
	}

	/**
	 * Tells whether the site still is the one the link was made on: with another key the same order ID may be a stranger.
	 */
	public function was_made_on( Site $site ): bool {
		return $site->id === $this->site_id
			&& $site->environment === $this->environment
			&& null !== $site->api_key
			&& $site->api_key->fingerprint() === $this->key_fingerprint;
	}

	/**
	 * Returns the mark of its payment on the order: the provider's id of the transaction, or else the link's own.
	 */
	public function payment_reference(): string {
		return $this->transaction_id ?? $this->order_id->value;
	}

	/**
	 * Tells whether its payment counts towards what an order owes. Of a partial refund the amount is not known here;
	 * the shop's own refunds are taken off the order's total, so the whole payment counts.
	 *
	 * @param Currency    $currency    The order's.
	 * @param Environment $environment Of the link that asks: test money pays no real debt.
	 */
	public function pays( Currency $currency, Environment $environment ): bool {
		return in_array( $this->status, [ LinkStatus::Completed, LinkStatus::PartiallyRefunded ], true )
			&& $this->details->amount->currency->equals( $currency )
			&& ( Environment::Live === $this->environment || Environment::Test === $environment );
	}
}
