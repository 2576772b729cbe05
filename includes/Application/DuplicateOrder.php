<?php
/**
 * Duplicating an order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Application\Port\OrderCopier;
use MultiSafepay\PaymentLinks\Application\Port\OrderCopies;
use MultiSafepay\PaymentLinks\Application\Port\OrderJournal;
use MultiSafepay\PaymentLinks\Application\Port\OrderSource;
use MultiSafepay\PaymentLinks\Application\Port\SiteRepository;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Exception\CopyInProgress;
use MultiSafepay\PaymentLinks\Domain\Exception\CopyWithoutLink;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\Exception\NotConfigured;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\StockGone;
use Throwable;

/**
 * Copies an order into a new unpaid one and makes its link.
 *
 * What can be refused is refused before anything is copied. An idempotency key copies once, however often, from
 * wherever and at the same moment it is sent; a copy whose link failed gets it when the key comes again.
 */
final class DuplicateOrder {

	private const POLL_MS      = 150;
	private const WAIT_SECONDS = 20.0;

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly OrderSource $orders,
		private readonly SiteRepository $sites,
		private readonly PrefillPaymentLink $prefill,
		private readonly OrderCopier $copier,
		private readonly OrderCopies $copies,
		private readonly CreatePaymentLink $create,
		private readonly OrderJournal $journal,
		private readonly Clock $clock,
	) {}

	/**
	 * Makes copy and link, or returns the link that the key already has.
	 *
	 * @param int          $wc_order_id WooCommerce's id of the original.
	 * @param array<mixed> $body        Fields of the create body but amount and currency; `confirm_stock`.
	 * @param Actor        $actor       Who asks.
	 * @throws OrderNotFound   When there is no such order.
	 * @throws InvalidFields   With every field that is wrong.
	 * @throws InvalidValue    When the key belongs to another order, or one field does not fit.
	 * @throws NotConfigured   When the site has no key.
	 * @throws StockGone       When goods are short and `confirm_stock` is not set.
	 * @throws CopyInProgress  When another request with the same key is still at work.
	 * @throws CopyWithoutLink When the copy is there, but not its link.
	 */
	public function duplicate( int $wc_order_id, array $body, Actor $actor ): CreatedLink {
		$values    = new FormValues( $body );
		$confirmed = $values->flag( 'confirm_stock' );
		unset( $body['confirm_stock'] );

		$key = $values->text( 'idempotency_key' );
		if ( null === $this->copies->find( $key )?->copy_id ) {
			$this->check( $wc_order_id, $body );
			$missing = $confirmed ? [] : $this->copier->missing_stock( $wc_order_id );
			if ( [] !== $missing ) {
				throw new StockGone( $missing );
			}
		}

		$copy_id = $this->copy( $wc_order_id, $key );

		try {
			return $this->create->create( $copy_id, $body, $actor );
		} catch ( Throwable $failure ) {
			throw new CopyWithoutLink( $this->orders->get( $copy_id ), $failure );
		}
	}

	/**
	 * Refuses what the create route would refuse of the copy.
	 *
	 * @param int          $wc_order_id WooCommerce's id.
	 * @param array<mixed> $body        What was sent.
	 */
	private function check( int $wc_order_id, array $body ): void {
		$order  = $this->orders->get( $wc_order_id );
		$values = $this->prefill->draft( $wc_order_id )->values;
		unset( $values['order_id'] );
		// The copy owes what the original was for, whatever of that is paid.
		$values['amount'] = $order->total->amount ?? 0;

		( new ChosenSite( $this->sites ) )->of( LinkForm::read( $body + $values )->site_id );
	}

	/**
	 * Returns the copy that the key stands for; it is made now unless it is there.
	 */
	private function copy( int $wc_order_id, string $key ): int {
		$began = $this->clock->monotonic();
		while ( true ) {
			$known = $this->copies->find( $key );
			if ( null !== $known && $known->wc_order_id !== $wc_order_id ) {
				throw new InvalidValue( 'idempotency_key', 'key_of_other_order' );
			}
			if ( null !== $known?->copy_id ) {
				return $known->copy_id;
			}

			$is_ours = null === $known
				? $this->copies->reserve( $key, $wc_order_id )
				: $known->is_abandoned_at( $this->clock->now() ) && $this->copies->take_over( $key, $known );
			if ( $is_ours ) {
				return $this->make_copy( $wc_order_id, $key );
			}
			if ( $this->clock->monotonic() - $began > self::WAIT_SECONDS ) {
				throw new CopyInProgress();
			}

			$this->clock->sleep( self::POLL_MS );
		}
	}

	/**
	 * Copies the order; when that fails the key is free again.
	 */
	private function make_copy( int $wc_order_id, string $key ): int {
		try {
			$copy_id = $this->copier->copy( $wc_order_id, fn ( int $id ) => $this->copies->done( $key, $id ) );
		} catch ( Throwable $failure ) {
			$this->copies->free( $key );

			throw $failure;
		}

		$this->journal->order_copied( $wc_order_id, $copy_id );

		return $copy_id;
	}
}
