<?php
/**
 * The one place that asks the provider for a link.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use DateInterval;
use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkApi;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Application\Port\Schedule;
use MultiSafepay\PaymentLinks\Domain\Exception\CreationUnconfirmed;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderIdTaken;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Domain\LinkDetails;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\NewLink;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Makes a link so that none is lost and none is doubled.
 *
 * The row with its order ID is written first (`creating`), the provider is asked once, then the row is `active`.
 * After a lost answer the order ID is retired and the link is made once more under the next one. At any moment at
 * most one row holds the idempotency key, and only the process that put it there calls the provider for that row.
 */
final class MakeLink {

	private const MAX_RENUMBERS = 100;
	private const POLL_MS       = 150;

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly PaymentLinkStore $store,
		private readonly PaymentLinkApi $api,
		private readonly RetireLostLink $retire,
		private readonly Schedule $schedule,
		private readonly Clock $clock,
	) {}

	/**
	 * Returns the link of the idempotency key: made now, or the one that the key already has.
	 *
	 * @throws ProviderRefused     When the provider says no; the key is free again.
	 * @throws ProviderUnavailable When there was no answer and certainly no link; the key is free again.
	 * @throws CreationUnconfirmed When the outcome is unknown; the same key may be sent again.
	 * @throws OrderIdTaken        When a person typed an order ID that is taken.
	 * @throws InvalidValue        When the key belongs to a link of another order.
	 */
	public function make( NewLink $new_link ): CreatedLink {
		$deadline = new Deadline( $this->clock );
		$watched  = null;

		while ( true ) {
			$held = $this->store->find_by_key( $new_link->idempotency_key );

			if ( null === $held ) {
				$this->rethrow_failure_of( $watched, $deadline );
				$made = $this->reserve_and_attempt( $new_link, $deadline, true );
			} elseif ( $held->wc_order_id !== $new_link->order->id ) {
				throw new InvalidValue( 'idempotency_key', 'key_of_other_order' );
			} elseif ( ! $held->status->is_pending_creation() ) {
				return new CreatedLink( $held, false );
			} elseif ( LinkStatus::Creating === $held->status && ! $held->is_abandoned_at( $this->clock->now() ) ) {
				if ( $deadline->left() <= 0.0 ) {
					throw new CreationUnconfirmed( $held );
				}

				$watched = $held->id;
				$this->clock->sleep( self::POLL_MS );
				continue;
			} else {
				// Left by an earlier request: a reminder may have reached the customer since.
				$paid = $this->retire->payment_of( $new_link->site, $held, $deadline->for_retire() );
				if ( null !== $paid ) {
					return new CreatedLink( $paid, false );
				}

				// The row knows what was asked for; the form that comes back may have changed meanwhile.
				$made = $this->replace( $held, $this->untyped( $new_link, $held->details ), $deadline, true );
			}

			if ( null !== $made ) {
				return new CreatedLink( $made, true );
			}
		}
	}

	/**
	 * Writes a row and asks the provider for it. Null when another request took the key, or the row, meanwhile.
	 *
	 * @throws ProviderRefused     See make().
	 * @throws ProviderUnavailable See make().
	 * @throws CreationUnconfirmed See make().
	 * @throws OrderIdTaken        See make().
	 */
	private function reserve_and_attempt( NewLink $new_link, Deadline $deadline, bool $may_repeat ): ?PaymentLink {
		$number = $this->store->next_number( $new_link->order->id );
		$last   = $number + self::MAX_RENUMBERS;

		for ( ; $number < $last; $number++ ) {
			$order_id = $new_link->typed_order_id ?? $this->generated( $new_link, $number );
			$link     = $this->store->reserve( $new_link, $order_id, $number );
			if ( null !== $link ) {
				$this->schedule->watch( $link );

				return $this->attempt( $link, $new_link, $deadline, $may_repeat );
			}
			if ( null !== $this->store->find_by_key( $new_link->idempotency_key ) ) {
				return null;
			}
			if ( null !== $new_link->typed_order_id ) {
				throw new OrderIdTaken( $new_link->typed_order_id->value );
			}
		}

		throw new OrderIdTaken( $this->generated( $new_link, $last )->value, true );
	}

	/**
	 * Asks the provider for a reserved row. Null when somebody else moved the row on meanwhile.
	 *
	 * @throws ProviderRefused     See make().
	 * @throws ProviderUnavailable See make().
	 * @throws CreationUnconfirmed See make().
	 * @throws OrderIdTaken        See make().
	 */
	private function attempt( PaymentLink $link, NewLink $new_link, Deadline $deadline, bool $may_repeat ): ?PaymentLink {
		$asked_at = $this->clock->now();

		try {
			$payment_url = $this->api->create( $new_link->site, $link, $new_link->order, $deadline->for_create() );
		} catch ( ProviderRefused $refusal ) {
			return $this->after_refusal( $refusal, $link, $new_link, $deadline, $may_repeat );
		} catch ( ProviderUnavailable $outage ) {
			if ( ! $outage->may_have_arrived ) {
				$this->store->change( $link, new LinkChange( LinkStatus::Failed, LinkReason::NotSent, $new_link->actor ) );
				throw $outage;
			}

			$unconfirmed = $this->store->change( $link, new LinkChange( LinkStatus::Unconfirmed, LinkReason::NoAnswer, $new_link->actor ) );

			return null === $unconfirmed ? null : $this->replace( $unconfirmed, $new_link, $deadline, $may_repeat );
		}

		$active = $this->store->change(
			$link,
			new LinkChange(
				LinkStatus::Active,
				LinkReason::Created,
				$new_link->actor,
				payment_url: $payment_url,
				// The provider counts from creation and tells no end; our end is never later than its.
				expires_at: $asked_at->add( new DateInterval( 'PT' . $link->details->seconds_active . 'S' ) ),
			)
		);
		if ( null === $active ) {
			// This took so long that another request gave the row up: what was made now belongs to nobody.
			$this->retire->ask( $new_link->site, $link, $deadline->for_retire() );
		}

		return $active;
	}

	/**
	 * Moves on to the next order ID where it was generated here; else the row has failed.
	 *
	 * @throws ProviderRefused     See make().
	 * @throws ProviderUnavailable See make().
	 * @throws CreationUnconfirmed See make().
	 * @throws OrderIdTaken        See make().
	 */
	private function after_refusal( ProviderRefused $refusal, PaymentLink $link, NewLink $new_link, Deadline $deadline, bool $may_repeat ): ?PaymentLink {
		$taken = ProviderRefused::INVALID_ORDER_ID === $refusal->error_code;

		if ( $taken && null === $new_link->typed_order_id ) {
			$last = $link->number + self::MAX_RENUMBERS;
			for ( $number = $link->number + 1; $number <= $last; $number++ ) {
				if ( ! $deadline->allows_create() ) {
					break;
				}

				$moved = $this->store->renumber( $link, $this->generated( $new_link, $number ), $number );
				if ( null !== $moved ) {
					return $this->attempt( $moved, $new_link, $deadline, $may_repeat );
				}
			}
		}

		$reason = match ( true ) {
			$taken => LinkReason::OrderIdTaken,
			ProviderRefused::INVALID_API_KEY === $refusal->error_code => LinkReason::InvalidKey,
			default => LinkReason::Refused,
		};
		$this->store->change( $link, new LinkChange( LinkStatus::Failed, $reason, $new_link->actor, $refusal->error_code ) );

		throw $taken ? new OrderIdTaken( $link->order_id->value, null === $new_link->typed_order_id ) : $refusal;
	}

	/**
	 * Retires the order ID of an unconfirmed row and makes the link once more under the next one.
	 *
	 * @throws ProviderRefused     See make().
	 * @throws ProviderUnavailable See make().
	 * @throws CreationUnconfirmed See make().
	 * @throws OrderIdTaken        See make().
	 */
	private function replace( PaymentLink $lost, NewLink $new_link, Deadline $deadline, bool $may_repeat ): ?PaymentLink {
		if ( ! $this->retire->ask( $new_link->site, $lost, $deadline->for_retire() ) ) {
			throw new CreationUnconfirmed( $lost );
		}

		// From here the key is free: whoever reserves first, this request or another with the same key, makes the link.
		$failed = $this->store->change( $lost, new LinkChange( LinkStatus::Failed, LinkReason::NoAnswerRetired, $new_link->actor ) );
		if ( null === $failed ) {
			return null;
		}
		if ( ! $may_repeat || ! $deadline->allows_create() ) {
			throw new ProviderUnavailable( true, 'no answer; the order ID was retired' );
		}

		// A typed order ID is burnt now; the next one is generated.
		return $this->reserve_and_attempt( $this->untyped( $new_link, $new_link->details ), $deadline, false );
	}

	/**
	 * Returns the same wish with a generated order ID.
	 */
	private function untyped( NewLink $new_link, LinkDetails $details ): NewLink {
		return new NewLink( $new_link->order, $new_link->site, $details, $new_link->idempotency_key, null, $new_link->actor, $new_link->duplicate_of );
	}

	/**
	 * Returns the n-th order ID of the order on the site.
	 */
	private function generated( NewLink $new_link, int $number ): OrderId {
		return $new_link->site->order_id_template->order_id( $new_link->order->number, $number );
	}

	/**
	 * Gives a request that waited for another one the same refusal.
	 *
	 * @throws ProviderRefused     When that was refused.
	 * @throws ProviderUnavailable When that had no answer.
	 * @throws OrderIdTaken        When its typed order ID was taken.
	 */
	private function rethrow_failure_of( ?int $watched, Deadline $deadline ): void {
		$link = null === $watched ? null : $this->store->find( $watched );
		if ( null === $link || LinkStatus::Failed !== $link->status ) {
			return;
		}

		switch ( $link->reason ) {
			case LinkReason::OrderIdTaken:
				throw new OrderIdTaken( $link->order_id->value, ! $link->order_id_typed );
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
