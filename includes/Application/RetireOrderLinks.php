<?php
/**
 * Links end with their order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Application\Port\OpenLinks;
use MultiSafepay\PaymentLinks\Application\Port\OrderEnds;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Application\Port\RetirementJournal;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotOpen;
use MultiSafepay\PaymentLinks\Domain\Exception\NotConfigured;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\Exception\SiteChanged;
use MultiSafepay\PaymentLinks\Domain\OrderEnd;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Retires the open links of an order that was paid another way, or that nobody is to pay any more.
 */
final class RetireOrderLinks {

	private const FIRST_SECONDS = 60;
	private const MOST_SECONDS  = 86_400;

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly PaymentLinkStore $store,
		private readonly OpenLinks $open,
		private readonly OrderEnds $ends,
		private readonly RetireLink $retire,
		private readonly RetirementJournal $journal,
		private readonly Clock $clock,
	) {}

	/**
	 * Retires what was open when the order ended. Links that staff made afterwards are meant: they stay.
	 *
	 * @param int               $wc_order_id WooCommerce's id.
	 * @param DateTimeImmutable $ended_at    UTC.
	 * @param int               $attempt     Counts from 0.
	 * @return int|null After how many seconds to try again; null when there is nothing left to do.
	 */
	public function run( int $wc_order_id, DateTimeImmutable $ended_at, int $attempt ): ?int {
		// It may have been taken out of the trash, or opened again, since.
		$end = $this->ends->of( $wc_order_id );
		if ( null === $end ) {
			return null;
		}

		$is_done = true;
		foreach ( $this->open->of_order( $wc_order_id ) as $id ) {
			$link = $this->store->find( $id );
			if ( null !== $link && $link->created_at <= $ended_at ) {
				$is_done = $this->is_settled( $link, $end, $attempt ) && $is_done;
			}
		}

		return $is_done ? null : min( self::MOST_SECONDS, self::FIRST_SECONDS * 2 ** min( $attempt, 12 ) );
	}

	/**
	 * Retires a link; false when it is worth another try.
	 */
	private function is_settled( PaymentLink $link, OrderEnd $end, int $attempt ): bool {
		$status = $link->status_at( $this->clock->now() );
		if ( $status->is_pending_creation() ) {
			// Whoever makes it, or settles it, is still at work: it may become open.
			return false;
		}
		if ( ! $status->is_open() ) {
			return true;
		}

		try {
			$this->journal->retired( $this->retire->retire( $link->id, Actor::system(), $end->reason() ), $end );
		} catch ( LinkNotOpen | LinkNotFound ) {
			// Paid or ended meanwhile; what that means for the order is told where it is found out.
			return true;
		} catch ( NotConfigured | SiteChanged ) {
			$this->journal->retiring_impossible( $link );
		} catch ( ProviderUnavailable | ProviderRefused ) {
			if ( 0 === $attempt ) {
				$this->journal->retiring_delayed( $link );
			}

			return false;
		}

		return true;
	}
}
