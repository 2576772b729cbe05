<?php
/**
 * Reading links whose notification never came.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use DateInterval;
use MultiSafepay\PaymentLinks\Application\Port\CheckQueue;
use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\CheckPlan;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\NotConfigured;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\Exception\SiteChanged;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Asks MultiSafepay about links that are due, in batches, with a cap on calls. It may end anywhere: what was taken
 * and not finished is due again some minutes later, and the next run goes on with what is left.
 */
final class ReconcileLinks {

	private const BATCH             = 20;
	private const CLAIM_MINUTES     = 10;
	private const MAX_SILENCE       = 3;
	private const MAX_ADOPTED       = 2000;
	private const NO_ANSWER_MINUTES = 5;

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly CheckQueue $queue,
		private readonly RefreshLink $refresh,
		private readonly Clock $clock,
	) {}

	/**
	 * Looks at links that are due.
	 *
	 * @param int $cap Calls of the provider at most.
	 */
	public function run( int $cap ): ReconcileReport {
		$checked = 0;
		$changed = 0;
		$failed  = 0;
		$silence = 0;

		while ( $checked + $failed < $cap && $silence < self::MAX_SILENCE ) {
			$due = $this->queue->due( $this->clock->now(), min( self::BATCH, $cap - $checked - $failed ) );
			if ( [] === $due ) {
				return new ReconcileReport( $checked, $changed, $failed, true );
			}

			foreach ( $due as $link ) {
				$outcome = $this->look( $link );
				if ( null === $outcome ) {
					continue;
				}

				$checked += $outcome->checked;
				$changed += $outcome->changed;
				$failed  += $outcome->failed;
				$silence  = $outcome->failed > 0 ? $silence + 1 : 0;
				if ( $silence >= self::MAX_SILENCE ) {
					// The provider is out: the rest waits, and is not asked in vain one by one.
					break;
				}
			}
		}

		return new ReconcileReport( $checked, $changed, $failed, false );
	}

	/**
	 * Makes links due that nobody planned to look at, and looks at what is due.
	 *
	 * @param int $cap Calls of the provider at most.
	 */
	public function sweep( int $cap ): ReconcileReport {
		$this->queue->adopt( $this->clock->now(), self::MAX_ADOPTED );

		return $this->run( $cap );
	}

	/**
	 * Looks at one link; null when another worker has it.
	 */
	private function look( PaymentLink $link ): ?ReconcileReport {
		$until = $this->clock->now()->add( new DateInterval( 'PT' . self::CLAIM_MINUTES . 'M' ) );
		if ( ! $this->queue->claim( $link, $until ) ) {
			return null;
		}

		try {
			$now = $this->refresh->refresh( $link->id, Actor::system() );
		} catch ( ProviderUnavailable | ProviderRefused ) {
			$this->queue->plan( $link->id, $until, null, $this->clock->now()->add( new DateInterval( 'PT' . self::NO_ANSWER_MINUTES . 'M' ) ) );

			return new ReconcileReport( 0, 0, 1, false );
		} catch ( NotConfigured | SiteChanged ) {
			// Nobody can ask with a key that is gone; the nightly sweep sees whether it has come back.
			$this->queue->plan( $link->id, $until, null, null );

			return new ReconcileReport( 0, 0, 0, false );
		} catch ( LinkNotFound ) {
			return new ReconcileReport( 0, 0, 0, false );
		}

		$moment = $this->clock->now();
		$this->queue->plan( $link->id, $until, $moment, CheckPlan::next( $now->status, $now->changed_at, $now->expires_at, $moment ) );

		return new ReconcileReport( 1, $now->status === $link->status ? 0 : 1, 0, false );
	}
}
