<?php
/**
 * Retiring a link until it is done.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Application\Port\LinkHistory;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Application\Port\Schedule;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotOpen;
use MultiSafepay\PaymentLinks\Domain\Exception\NotConfigured;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\Exception\SiteChanged;
use MultiSafepay\PaymentLinks\Domain\LinkEvent;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Keeps at retiring a link that another one has replaced, when MultiSafepay could not be asked at once.
 */
final class RetireInBackground {

	private const SOON_SECONDS = 60;
	private const MOST_SECONDS = 3600;

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly PaymentLinkStore $store,
		private readonly LinkHistory $history,
		private readonly Schedule $schedule,
		private readonly RetireLink $retire,
		private readonly Clock $clock,
	) {}

	/**
	 * Retires the link now, or in a moment when there is no answer. It never stands in the way of what else is done:
	 * a link that somebody paid or ended meanwhile stays as it is.
	 *
	 * @param PaymentLink $link   The link that nobody should pay any more.
	 * @param Actor       $actor  Who asks.
	 * @param LinkReason  $reason Why, for the history.
	 */
	public function retire( PaymentLink $link, Actor $actor, LinkReason $reason = LinkReason::Retired ): void {
		if ( ! $this->try_to_retire( $link->id, $actor, $reason ) ) {
			$this->store->note( $link, LinkReason::RetirePending, $actor, $reason->value );
			$this->schedule->retire_later( $link, self::SOON_SECONDS );
		}
	}

	/**
	 * Tries again, ever more slowly, until the link has ended by itself.
	 */
	public function run( int $link_id ): void {
		$link = $this->store->find( $link_id );
		if ( null === $link || ! $link->status->is_open() ) {
			return;
		}

		$asked  = $this->asked_for( $link_id );
		$reason = LinkReason::tryFrom( $asked->detail ?? '' ) ?? LinkReason::Retired;
		if ( $this->try_to_retire( $link_id, $asked->actor ?? Actor::system(), $reason ) ) {
			return;
		}

		$now = $this->clock->now();
		if ( LinkStatus::Expired !== $link->status_at( $now ) ) {
			$age = $now->getTimestamp() - ( $asked->at ?? $link->changed_at )->getTimestamp();
			$this->schedule->retire_later( $link, min( self::MOST_SECONDS, max( self::SOON_SECONDS, $age ) ) );
		}
	}

	/**
	 * Retires a link; false when MultiSafepay could not be asked and it may be worth asking again.
	 */
	private function try_to_retire( int $link_id, Actor $actor, LinkReason $reason ): bool {
		try {
			$this->retire->retire( $link_id, $actor, $reason );
		} catch ( LinkNotOpen | LinkNotFound ) {
			return true;
		} catch ( ProviderUnavailable | ProviderRefused | NotConfigured | SiteChanged ) {
			return false;
		}

		return true;
	}

	/**
	 * Returns who asked for it last, when and why.
	 */
	private function asked_for( int $link_id ): ?LinkEvent {
		foreach ( $this->history->of_link( $link_id ) as $event ) {
			if ( LinkReason::RetirePending === $event->reason ) {
				return $event;
			}
		}

		return null;
	}
}
