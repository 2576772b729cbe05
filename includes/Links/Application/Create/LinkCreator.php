<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Create;

use DateInterval;
use MultiSafepay\PaymentLinks\Links\Application\Cancel\ResolveUnconfirmed;
use MultiSafepay\PaymentLinks\Links\Application\LinkApi;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\CreationUnconfirmed;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderAlreadyPaid;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderEnded;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderIdAlreadyUsed;
use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\NewLink;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;

/**
 * Creates links without losing or duplicating any.
 *
 * A row with the order ID is stored first (status `creating`). Then one create request is sent, and the row becomes
 * `active`. If there is no response, the order ID is cancelled and the creation is retried once with the next order ID.
 * At most one row has the idempotency key, and only the process that stored this row sends requests for it. If this
 * process dies, reconciliation finds the row.
 */
final class LinkCreator {

	private const MAX_RENUMBERS = 100;
	private const POLL_MS       = 150;

	public function __construct(
		private readonly LinkStore $store,
		private readonly LinkApi $api,
		private readonly ResolveUnconfirmed $unconfirmed,
		private readonly RecheckOrder $order,
		private readonly Clock $clock,
	) {}

	/**
	 * Creates a link, or returns the existing link of the idempotency key.
	 *
	 * @param PaymentLink|null $existing The link of the idempotency key, as far as the caller has found one.
	 * @throws ProviderRefused The idempotency key can be used again.
	 * @throws ProviderUnavailable There is no link. The idempotency key can be used again.
	 * @throws CreationUnconfirmed The outcome is unknown. Repeating the request with the same key is safe.
	 * @throws OrderIdAlreadyUsed If the entered order ID is already used.
	 * @throws OrderNotFound If the order was deleted or moved to the trash in the meantime.
	 * @throws OrderAlreadyPaid If the order was paid in the meantime.
	 * @throws OrderEnded If the order ended in the meantime. The link is cancelled if there is one.
	 * @throws InvalidValue If the idempotency key belongs to a link of another order, or if the amount does not match
	 * the order any more.
	 */
	public function create( NewLink $new_link, ?PaymentLink $existing = null ): CreatedLink {
		$deadline = new Deadline( $this->clock );
		$pending  = null;

		while ( true ) {
			if ( null === $existing ) {
				$link = $this->reserve_and_attempt( $new_link, $deadline, true );
			} elseif ( $existing->wc_order_id !== $new_link->order->id ) {
				throw new InvalidValue( 'idempotency_key', 'key_of_other_order' );
			} elseif ( ! $existing->status->is_pending_creation() ) {
				// The process that this request waited for may not have checked the order yet.
				$is_unchecked = null !== $pending && $existing->status->is_open();

				return new CreatedLink(
					$is_unchecked ? $this->order->after_activation( $existing ) : $existing,
					false
				);
			} elseif (
				LinkStatus::Creating === $existing->status
				&& ! $existing->is_abandoned_at( $this->clock->now() )
			) {
				if ( $deadline->remaining() <= 0.0 ) {
					throw new CreationUnconfirmed( $existing );
				}

				$pending  = $existing;
				$new_link = $new_link->again(
					$new_link->order,
					$new_link->details,
					$new_link->kind,
					$new_link->due,
					$new_link->typed_order_id,
					$existing->order_end
				);
				$this->clock->sleep( self::POLL_MS );
				$link = null;
			} else {
				$resolved = $this->resolve( $existing, $new_link, $deadline );
				if ( $resolved instanceof CreatedLink ) {
					return $resolved;
				}
				$link = $resolved;
			}

			if ( null !== $link ) {
				return new CreatedLink( $this->order->after_activation( $link ), true );
			}

			$existing = $this->store->find_by_key( $new_link->idempotency_key );
			if ( null === $existing ) {
				$this->rethrow_failure( $pending, $deadline );
				// Another process released the key. The order may have changed since this request has read it.
				$new_link = $this->order->before_reservation( $new_link );
			}
		}
	}

	/**
	 * Resolves the interrupted creation of an earlier request and creates the link anew. Returns null if another
	 * process changed the row in the meantime.
	 *
	 * @throws ProviderRefused
	 * @throws ProviderUnavailable
	 * @throws CreationUnconfirmed
	 * @throws OrderIdAlreadyUsed
	 */
	private function resolve(
		PaymentLink $interrupted,
		NewLink $new_link,
		Deadline $deadline,
	): PaymentLink|CreatedLink|null {
		$unconfirmed = LinkStatus::Creating === $interrupted->status
			? $this->unconfirmed->give_up( $interrupted, $new_link->actor )
			: $interrupted;
		if ( null === $unconfirmed ) {
			return null;
		}

		// The customer may have paid through MultiSafepay's reminder since.
		$paid = $this->unconfirmed->payment_of( $new_link->site, $unconfirmed, $deadline->for_cancel() );
		if ( null !== $paid ) {
			return new CreatedLink( $paid, false );
		}

		// Use the stored details: the repeated request may contain other values.
		return $this->retry(
			$unconfirmed,
			$new_link->again(
				$new_link->order,
				$unconfirmed->details,
				$unconfirmed->kind,
				$new_link->due,
				null,
				$unconfirmed->order_end
			),
			$deadline,
			true
		);
	}

	/**
	 * Reserves an order ID and creates the link. Returns null if another request used the idempotency key, or changed
	 * the row, in the meantime.
	 *
	 * @throws ProviderRefused
	 * @throws ProviderUnavailable
	 * @throws CreationUnconfirmed
	 * @throws OrderIdAlreadyUsed
	 */
	private function reserve_and_attempt( NewLink $new_link, Deadline $deadline, bool $can_retry ): ?PaymentLink {
		$number = $this->store->next_number( $new_link->order->id );
		$last   = $number + self::MAX_RENUMBERS;

		for ( ; $number < $last; $number++ ) {
			$order_id = $new_link->typed_order_id ?? $this->generate_order_id( $new_link, $number );
			$link     = $this->store->reserve( $new_link, $order_id, $number );
			if ( null !== $link ) {
				return $this->attempt( $link, $new_link, $deadline, $can_retry );
			}
			if ( null !== $this->store->find_by_key( $new_link->idempotency_key ) ) {
				return null;
			}
			if ( null !== $new_link->typed_order_id ) {
				throw new OrderIdAlreadyUsed( $new_link->typed_order_id->value );
			}
		}

		throw new OrderIdAlreadyUsed( $this->generate_order_id( $new_link, $last )->value, true );
	}

	/**
	 * Sends the create request for a reserved row. Returns null if another process changed the row in the meantime.
	 *
	 * @throws ProviderRefused
	 * @throws ProviderUnavailable
	 * @throws CreationUnconfirmed
	 * @throws OrderIdAlreadyUsed
	 */
	private function attempt(
		PaymentLink $link,
		NewLink $new_link,
		Deadline $deadline,
		bool $can_retry,
	): ?PaymentLink {
		$requested_at = $this->clock->now();

		try {
			$payment_url = $this->api->create( $new_link->site, $link, $new_link->order, $deadline->for_create() );
		} catch ( ProviderRefused $refusal ) {
			return $this->after_refusal( $refusal, $link, $new_link, $deadline, $can_retry );
		} catch ( ProviderUnavailable $failure ) {
			if ( ! $failure->may_have_arrived ) {
				$this->store->change(
					$link,
					new LinkChange( LinkStatus::Failed, LinkReason::NotSent, $new_link->actor )
				);
				throw $failure;
			}

			$unconfirmed = $this->store->change(
				$link,
				new LinkChange( LinkStatus::Unconfirmed, LinkReason::NoAnswer, $new_link->actor )
			);

			return null === $unconfirmed ? null : $this->retry( $unconfirmed, $new_link, $deadline, $can_retry );
		}

		$active = $this->store->change(
			$link,
			new LinkChange(
				LinkStatus::Active,
				LinkReason::Created,
				$new_link->actor,
				payment_url: $payment_url,
				// MultiSafepay's lifetime starts at creation, and the response has no expiry. Counting from before the
				// request ensures that the link does not expire later here than at MultiSafepay.
				expires_at: $requested_at->add( new DateInterval( 'PT' . $link->details->seconds_active . 'S' ) ),
			)
		);
		if ( null === $active ) {
			// Another process considered this creation abandoned and changed the row. Cancel the untracked order.
			$this->unconfirmed->cancel( $new_link->site, $link, $deadline->for_cancel() );
		}

		return $active;
	}

	/**
	 * Retries with the next order ID if a generated one was already used. Otherwise marks the row as failed and throws.
	 *
	 * @throws ProviderRefused
	 * @throws ProviderUnavailable
	 * @throws CreationUnconfirmed
	 * @throws OrderIdAlreadyUsed
	 */
	private function after_refusal(
		ProviderRefused $refusal,
		PaymentLink $link,
		NewLink $new_link,
		Deadline $deadline,
		bool $can_retry,
	): ?PaymentLink {
		$is_used = ProviderRefused::INVALID_ORDER_ID === $refusal->error_code;

		if ( $is_used && null === $new_link->typed_order_id ) {
			$last = $link->number + self::MAX_RENUMBERS;
			for ( $number = $link->number + 1; $number <= $last; $number++ ) {
				if ( ! $deadline->allows_create() ) {
					break;
				}

				$renumbered = $this->store->renumber( $link, $this->generate_order_id( $new_link, $number ), $number );
				if ( null !== $renumbered ) {
					return $this->attempt( $renumbered, $new_link, $deadline, $can_retry );
				}
			}
		}

		$reason = match ( true ) {
			$is_used => LinkReason::OrderIdAlreadyUsed,
			ProviderRefused::INVALID_API_KEY === $refusal->error_code => LinkReason::InvalidKey,
			default => LinkReason::Refused,
		};
		$this->store->change(
			$link,
			new LinkChange( LinkStatus::Failed, $reason, $new_link->actor, $refusal->error_code )
		);

		throw $is_used
			? new OrderIdAlreadyUsed( $link->order_id->value, null === $new_link->typed_order_id )
			: $refusal;
	}

	/**
	 * Cancels the order ID of an unconfirmed row and retries the creation with the next order ID.
	 *
	 * @throws ProviderRefused
	 * @throws ProviderUnavailable
	 * @throws CreationUnconfirmed
	 * @throws OrderIdAlreadyUsed
	 */
	private function retry(
		PaymentLink $unconfirmed,
		NewLink $new_link,
		Deadline $deadline,
		bool $can_retry,
	): ?PaymentLink {
		if ( ! $this->unconfirmed->cancel( $new_link->site, $unconfirmed, $deadline->for_cancel() ) ) {
			throw new CreationUnconfirmed( $unconfirmed );
		}

		// This releases the idempotency key. The first request that reserves it again creates the link.
		$failed = $this->store->change(
			$unconfirmed,
			new LinkChange( LinkStatus::Failed, LinkReason::NoAnswerCancelled, $new_link->actor )
		);
		if ( null === $failed ) {
			return null;
		}
		if ( ! $can_retry || ! $deadline->allows_create() ) {
			throw new ProviderUnavailable( true, 'no answer; the order ID was cancelled' );
		}

		// The order may have changed while MultiSafepay did not respond. An entered order ID can no longer be used, so
		// the next one is generated.
		$again = $this->order->before_reservation(
			$new_link->again(
				$new_link->order,
				$new_link->details,
				$new_link->kind,
				$new_link->due,
				null,
				$new_link->order_end
			)
		);

		return $this->reserve_and_attempt( $again, $deadline, false );
	}

	private function generate_order_id( NewLink $new_link, int $number ): OrderId {
		return $new_link->site->order_id_template->order_id( $new_link->order->number, $number );
	}

	/**
	 * Throws the failure of the concurrent request that this request waited for.
	 *
	 * @throws ProviderRefused
	 * @throws ProviderUnavailable
	 * @throws OrderIdAlreadyUsed
	 */
	private function rethrow_failure( ?PaymentLink $pending, Deadline $deadline ): void {
		$link = null === $pending ? null : $this->store->find( $pending->id );
		if ( null === $link || LinkStatus::Failed !== $link->status ) {
			return;
		}

		switch ( $link->reason ) {
			case LinkReason::OrderIdAlreadyUsed:
				throw new OrderIdAlreadyUsed( $link->order_id->value, ! $link->order_id_typed );
			case LinkReason::Refused:
			case LinkReason::InvalidKey:
				throw new ProviderRefused( $link->error_code ?? 0, '', 0 );
			case LinkReason::NotSent:
				throw new ProviderUnavailable( false, 'another request did not reach MultiSafepay' );
			default:
				if ( ! $deadline->allows_create() ) {
					throw new ProviderUnavailable( true, 'another request had no answer' );
				}
		}
	}
}
