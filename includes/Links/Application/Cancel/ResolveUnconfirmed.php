<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Cancel;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Application\LinkApi;
use MultiSafepay\PaymentLinks\Links\Application\LinkScheduler;
use MultiSafepay\PaymentLinks\Links\Application\LinkSites;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Application\ProviderStatusHandler;
use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderStatus;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Sites\Domain\Site;

/**
 * Cancels the order ID of a creation with an unknown outcome, so that no untracked order remains payable.
 */
final class ResolveUnconfirmed {

	/**
	 * All values are in seconds.
	 */
	private const MIN_DELAY     = 30;
	private const RECHECK_DELAY = 300;
	private const MAX_DELAY     = 3600;
	private const TIMEOUT       = 8.0;

	public function __construct(
		private readonly LinkStore $store,
		private readonly LinkApi $api,
		private readonly LinkSites $sites,
		private readonly LinkScheduler $scheduler,
		private readonly Clock $clock,
		private readonly ProviderStatusHandler $handler,
	) {}

	/**
	 * Cancels the order ID of a creation of this request. Returns false if the request failed; a retry is then
	 * scheduled.
	 */
	public function cancel( Site $site, PaymentLink $link, float $timeout ): bool {
		$is_cancelled = $this->try_to_cancel( $site, $link, $timeout );
		if ( null === $is_cancelled ) {
			return false;
		}

		$this->check_again( $link );

		return true;
	}

	/**
	 * Resolves an unconfirmed or abandoned creation and returns the updated link.
	 */
	public function resolve( int $link_id, Actor $actor ): ?PaymentLink {
		$link = $this->store->find( $link_id );
		$site = null === $link ? null : $this->sites->find( $link );
		if ( null === $link || null === $site ) {
			return $link;
		}

		if ( LinkStatus::Failed === $link->status && LinkReason::NoAnswerCancelled === $link->reason ) {
			// Second check after the response "unknown order", which MultiSafepay also gives for a paid order. It may
			// run early, in place of a retry, or be interrupted: the next one is scheduled before.
			if ( $this->age_since( $link->changed_at ) < 2 * self::RECHECK_DELAY ) {
				$this->check_again( $link );
			}
			$paid = $this->payment_of( $site, $link, self::TIMEOUT );
			if ( null === $paid ) {
				$this->cancel_again( $site, $link );
			}

			return $paid ?? $link;
		}
		if ( $link->is_abandoned_at( $this->clock->now() ) ) {
			$link = $this->give_up( $link, $actor ) ?? $link;
		}
		if ( LinkStatus::Unconfirmed !== $link->status ) {
			return $link;
		}

		$paid = $this->payment_of( $site, $link, self::TIMEOUT );
		if ( null !== $paid ) {
			return $paid;
		}
		$is_cancelled = $this->try_to_cancel( $site, $link, self::TIMEOUT );
		if ( null === $is_cancelled ) {
			return $link;
		}
		if ( ! $is_cancelled ) {
			$this->check_again( $link );
		}

		return $this->store->change(
			$link,
			new LinkChange( LinkStatus::Failed, LinkReason::NoAnswerCancelled, $actor )
		)
			?? $this->store->find( $link_id );
	}

	/**
	 * Changes an abandoned creation to unconfirmed, so that a payment of it can be applied. Returns null if another
	 * process has changed it.
	 */
	public function give_up( PaymentLink $link, Actor $actor ): ?PaymentLink {
		return $this->store->change( $link, new LinkChange( LinkStatus::Unconfirmed, LinkReason::NoAnswer, $actor ) );
	}

	/**
	 * Returns the updated link if the customer paid it before it was cancelled, else null. MultiSafepay may have sent
	 * the link to the customer in a reminder.
	 *
	 * @param float $timeout Seconds.
	 */
	public function payment_of( Site $site, PaymentLink $link, float $timeout ): ?PaymentLink {
		try {
			$found = $this->api->find( $site, $link->order_id, $timeout );
		} catch ( ProviderRefused | ProviderUnavailable ) {
			return null;
		}
		if (
			null === $found
			|| null === $found->status
			|| ! ( $found->status->was_paid() || ProviderStatus::Uncleared === $found->status )
		) {
			return null;
		}

		return $this->handler->apply( $link, $found );
	}

	/**
	 * Returns false if MultiSafepay does not know the order ID. Returns null if the request failed; a retry is then
	 * scheduled.
	 */
	private function try_to_cancel( Site $site, PaymentLink $link, float $timeout ): ?bool {
		try {
			return $this->api->cancel( $site, $link->order_id, $timeout );
		} catch ( ProviderRefused | ProviderUnavailable ) {
			$this->retry_later( $link );

			return null;
		}
	}

	/**
	 * MultiSafepay may still be processing the create request. Schedules a check after it must have finished.
	 */
	private function check_again( PaymentLink $link ): void {
		$this->scheduler->resolve_later( $link, self::RECHECK_DELAY );
	}

	private function cancel_again( Site $site, PaymentLink $link ): void {
		try {
			$this->api->cancel( $site, $link->order_id, self::TIMEOUT );
		} catch ( ProviderRefused | ProviderUnavailable ) {
			$this->retry_later( $link );
		}
	}

	/**
	 * Schedules a retry with a growing delay, until the link would have expired.
	 */
	private function retry_later( PaymentLink $link ): void {
		$age = $this->age_since( $link->created_at );
		if ( $age <= $link->details->seconds_active ) {
			$this->scheduler->resolve_later( $link, min( self::MAX_DELAY, max( self::MIN_DELAY, $age ) ) );
		}
	}

	/**
	 * @return int Seconds.
	 */
	private function age_since( DateTimeImmutable $time ): int {
		return $this->clock->now()->getTimestamp() - $time->getTimestamp();
	}
}
