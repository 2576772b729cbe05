<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Cancel;

use MultiSafepay\PaymentLinks\Links\Application\EventLog;
use MultiSafepay\PaymentLinks\Links\Application\LinkScheduler;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotOpen;
use MultiSafepay\PaymentLinks\Links\Domain\LinkEvent;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteChanged;

/**
 * Cancels a link, and retries in the background if MultiSafepay is unavailable.
 */
final class CancelInBackground {

	/**
	 * Seconds until a retry.
	 */
	private const MIN_DELAY = 60;
	private const MAX_DELAY = 3600;

	public function __construct(
		private readonly LinkStore $store,
		private readonly EventLog $history,
		private readonly LinkScheduler $scheduler,
		private readonly CancelLink $cancel,
		private readonly Clock $clock,
	) {}

	/**
	 * Cancels the link, or schedules a retry if the request fails. Does nothing if the link has been paid or closed in
	 * the meantime.
	 */
	public function cancel( PaymentLink $link, Actor $actor, LinkReason $reason = LinkReason::Cancelled ): void {
		if ( ! $this->try_cancel( $link->id, $actor, $reason ) ) {
			$this->store->note( $link, LinkReason::CancelPending, $actor, $reason->value );
			$this->scheduler->cancel_later( $link, self::MIN_DELAY );
		}
	}

	/**
	 * Retries a scheduled cancellation, with growing delays until the link expires.
	 */
	public function run( int $link_id ): void {
		$link = $this->store->find( $link_id );
		if ( null === $link || ! $link->status->is_open() ) {
			return;
		}

		$request = $this->pending_request( $link_id );
		$reason  = LinkReason::tryFrom( $request->detail ?? '' ) ?? LinkReason::Cancelled;
		if ( $this->try_cancel( $link_id, $request->actor ?? Actor::system(), $reason ) ) {
			return;
		}

		$now = $this->clock->now();
		if ( LinkStatus::Expired !== $link->status_at( $now ) ) {
			$age = $now->getTimestamp() - ( $request->at ?? $link->changed_at )->getTimestamp();
			$this->scheduler->cancel_later( $link, min( self::MAX_DELAY, max( self::MIN_DELAY, $age ) ) );
		}
	}

	/**
	 * Returns false if the request failed and should be retried.
	 */
	private function try_cancel( int $link_id, Actor $actor, LinkReason $reason ): bool {
		try {
			$this->cancel->cancel( $link_id, $actor, $reason );
		} catch ( LinkNotOpen | LinkNotFound ) {
			return true;
		} catch ( ProviderUnavailable | ProviderRefused | NotConfigured | SiteChanged ) {
			return false;
		}

		return true;
	}

	/**
	 * Returns the latest cancellation request from the event log, with its actor, time and reason.
	 */
	private function pending_request( int $link_id ): ?LinkEvent {
		foreach ( $this->history->of_link( $link_id ) as $event ) {
			if ( LinkReason::CancelPending === $event->reason ) {
				return $event;
			}
		}

		return null;
	}
}
