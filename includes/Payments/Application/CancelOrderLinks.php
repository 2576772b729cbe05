<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Application;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Application\Cancel\CancelLink;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Application\LinkWorkQueue;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotOpen;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Orders\Application\OrderEndReader;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderEnd;
use MultiSafepay\PaymentLinks\Payments\WooCommerce\CancellationNotes;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteChanged;

/**
 * Cancels the open links of an order that was paid another way, cancelled, refunded or deleted.
 */
final class CancelOrderLinks {

	private const MIN_DELAY_SECONDS = 60;
	private const MAX_DELAY_SECONDS = 86_400;

	public function __construct(
		private readonly LinkStore $store,
		private readonly LinkWorkQueue $queue,
		private readonly OrderEndReader $ends,
		private readonly CancelLink $cancel,
		private readonly CancellationNotes $notes,
		private readonly Clock $clock,
	) {}

	/**
	 * Whether a link has to be cancelled.
	 *
	 * @param DateTimeImmutable $ended_at UTC.
	 */
	public function is_needed( int $wc_order_id, DateTimeImmutable $ended_at ): bool {
		$end = $this->ends->current( $wc_order_id );

		return null !== $end && [] !== $this->links( $wc_order_id, $ended_at, $end );
	}

	/**
	 * Cancels the links that were requested before the order ended. Links that staff requested later are intended and
	 * stay open.
	 *
	 * @param DateTimeImmutable $ended_at UTC.
	 * @param int $attempt Starts at 0.
	 * @return bool False when another attempt is needed.
	 */
	public function run( int $wc_order_id, DateTimeImmutable $ended_at, int $attempt ): bool {
		// The order may have been restored from the trash, or reopened, since.
		$end = $this->ends->current( $wc_order_id );
		if ( null === $end ) {
			return true;
		}

		$is_done = true;
		foreach ( $this->links( $wc_order_id, $ended_at, $end ) as $link ) {
			$is_done = $this->cancel( $link, $end, $attempt ) && $is_done;
		}

		return $is_done;
	}

	/**
	 * @param int $attempt Starts at 0.
	 * @return int Seconds until the next attempt.
	 */
	public static function delay_after( int $attempt ): int {
		return min( self::MAX_DELAY_SECONDS, self::MIN_DELAY_SECONDS * 2 ** min( $attempt, 12 ) );
	}

	/**
	 * Returns the open links that were requested before the order ended.
	 *
	 * @return list<PaymentLink>
	 */
	private function links( int $wc_order_id, DateTimeImmutable $ended_at, OrderEnd $end ): array {
		$links = [];
		foreach ( $this->queue->open_of_order( $wc_order_id ) as $id ) {
			$link = $this->store->find( $id );
			// A link may be stored after the order ended although it was requested before.
			if (
				null !== $link
				&& ( $link->created_at <= $ended_at || $link->order_end !== $end )
				&& $link->status_at( $this->clock->now() )->may_be_open()
			) {
				$links[] = $link;
			}
		}

		return $links;
	}

	/**
	 * Cancels a link. Returns false when another attempt is needed.
	 */
	private function cancel( PaymentLink $link, OrderEnd $end, int $attempt ): bool {
		if ( $link->status_at( $this->clock->now() )->is_pending_creation() ) {
			// Its creation is not finished: it may still become open.
			return false;
		}

		try {
			$paid_order_id = OrderEnd::Paid === $end ? $this->paid_order_id( $link->wc_order_id ) : '';
			$this->notes->cancelled(
				$this->cancel->cancel(
					$link->id,
					Actor::system(),
					LinkReason::for_order_end( $end ),
					$paid_order_id
				),
				$end,
				$paid_order_id
			);
		} catch ( LinkNotOpen | LinkNotFound ) {
			// The link was paid or ended in the meantime. SyncOrder adds the order note.
			return true;
		} catch ( NotConfigured | SiteChanged ) {
			$this->notes->impossible( $link );
		} catch ( ProviderUnavailable | ProviderRefused ) {
			if ( 0 === $attempt ) {
				$this->notes->delayed( $link );
			}

			return false;
		}

		return true;
	}

	/**
	 * Returns the order ID of the order's newest paid link; empty if there is none.
	 */
	private function paid_order_id( int $wc_order_id ): string {
		foreach ( $this->store->fresh_of_order( $wc_order_id ) as $link ) {
			if ( $link->status->is_received() ) {
				return $link->order_id->value;
			}
		}

		return '';
	}
}
