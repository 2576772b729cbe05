<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Application;

use DateInterval;
use MultiSafepay\PaymentLinks\Links\Application\LinkWorkQueue;
use MultiSafepay\PaymentLinks\Links\Domain\CheckSchedule;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteChanged;

/**
 * Refreshes links that are due, in batches, with a limit on requests. A run may stop at any point: claimed links that
 * were not finished become due again after some minutes, and the next run continues with the rest.
 */
final class ReconcileLinks {

	private const BATCH_SIZE               = 20;
	private const CLAIM_MINUTES            = 10;
	private const MAX_CONSECUTIVE_FAILURES = 3;
	private const MAX_ADOPTED              = 2000;
	private const RETRY_MINUTES            = 5;

	public function __construct(
		private readonly LinkWorkQueue $queue,
		private readonly RefreshLink $refresh,
		private readonly Clock $clock,
	) {}

	/**
	 * @param int $cap Maximum requests to the provider.
	 */
	public function run( int $cap ): ReconcileReport {
		$checked = 0;
		$changed = 0;
		$failed  = 0;
		// Consecutive failures.
		$failures = 0;

		while ( $checked + $failed < $cap && $failures < self::MAX_CONSECUTIVE_FAILURES ) {
			$due = $this->queue->due( $this->clock->now(), min( self::BATCH_SIZE, $cap - $checked - $failed ) );
			if ( [] === $due ) {
				return new ReconcileReport( $checked, $changed, $failed, true );
			}

			foreach ( $due as $link ) {
				$report = $this->check( $link );
				if ( null === $report ) {
					continue;
				}

				$checked += $report->checked;
				$changed += $report->changed;
				$failed  += $report->failed;
				$failures = $report->failed > 0 ? $failures + 1 : 0;
				if ( $failures >= self::MAX_CONSECUTIVE_FAILURES ) {
					// The provider seems unavailable: do not send the remaining requests.
					break;
				}
			}
		}

		return new ReconcileReport( $checked, $changed, $failed, false );
	}

	/**
	 * Makes open links without a planned check due, then checks all links that are due.
	 *
	 * @param int $cap Maximum requests to the provider.
	 */
	public function sweep( int $cap ): ReconcileReport {
		$this->queue->add_unplanned( $this->clock->now(), self::MAX_ADOPTED );

		return $this->run( $cap );
	}

	/**
	 * Refreshes one link; null when another worker has claimed it.
	 */
	private function check( PaymentLink $link ): ?ReconcileReport {
		$until = $this->clock->now()->add( new DateInterval( 'PT' . self::CLAIM_MINUTES . 'M' ) );
		if ( ! $this->queue->claim( $link, $until ) ) {
			return null;
		}

		try {
			$refreshed = $this->refresh->refresh( $link->id, Actor::system() );
		} catch ( ProviderUnavailable | ProviderRefused ) {
			$this->queue->plan(
				$link->id,
				$until,
				null,
				$this->clock->now()->add( new DateInterval( 'PT' . self::RETRY_MINUTES . 'M' ) )
			);

			return new ReconcileReport( 0, 0, 1, false );
		} catch ( NotConfigured | SiteChanged ) {
			// The API key is missing. The nightly sweep tries again, in case it was restored.
			$this->queue->plan( $link->id, $until, null, null );

			return new ReconcileReport( 0, 0, 0, false );
		} catch ( LinkNotFound ) {
			return new ReconcileReport( 0, 0, 0, false );
		}

		$now = $this->clock->now();
		$this->queue->plan(
			$link->id,
			$until,
			$now,
			CheckSchedule::next( $refreshed->status, $refreshed->changed_at, $refreshed->expires_at, $now )
		);

		return new ReconcileReport( 1, $refreshed->status === $link->status ? 0 : 1, 0, false );
	}
}
