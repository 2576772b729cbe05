<?php
/**
 * Duplicating an order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\OrderCopier;
use MultiSafepay\PaymentLinks\Application\Port\OrderJournal;
use MultiSafepay\PaymentLinks\Application\Port\OrderSource;
use MultiSafepay\PaymentLinks\Application\Port\SiteRepository;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\Exception\NotConfigured;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderInProgress;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderWithoutLink;
use MultiSafepay\PaymentLinks\Domain\Exception\StockGone;
use Throwable;

/**
 * Copies an order into a new unpaid one and makes its link.
 *
 * What can be refused is refused before anything is copied. An idempotency key copies once, however often, from
 * wherever and at the same moment it is sent; a copy whose link failed gets it when the key comes again.
 */
final class DuplicateOrder {

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly OrderSource $orders,
		private readonly SiteRepository $sites,
		private readonly PrefillPaymentLink $prefill,
		private readonly OrderCopier $copier,
		private readonly MakeOrderOnce $once,
		private readonly CreatePaymentLink $create,
		private readonly OrderJournal $journal,
	) {}

	/**
	 * Makes copy and link, or returns the link that the key already has.
	 *
	 * @param int          $wc_order_id WooCommerce's id of the original.
	 * @param array<mixed> $body        Fields of the create body but amount and currency; `confirm_stock`.
	 * @param Actor        $actor       Who asks.
	 * @throws OrderNotFound    When there is no such order.
	 * @throws InvalidFields   With every field that is wrong.
	 * @throws InvalidValue     When the key belongs to another order, or one field does not fit.
	 * @throws NotConfigured    When the site has no key.
	 * @throws StockGone        When goods are short and `confirm_stock` is not set.
	 * @throws OrderInProgress  When another request with the same key is still at work.
	 * @throws OrderWithoutLink When the copy is there, but not its link.
	 */
	public function duplicate( int $wc_order_id, array $body, Actor $actor ): CreatedLink {
		$values    = new FormValues( $body );
		$confirmed = $values->flag( 'confirm_stock' );
		unset( $body['confirm_stock'] );

		$key = $values->text( 'idempotency_key' );
		if ( ! $this->once->is_made( $key ) ) {
			$this->check( $wc_order_id, $body );
			$missing = $confirmed ? [] : $this->copier->missing_stock( $wc_order_id );
			if ( [] !== $missing ) {
				throw new StockGone( $missing );
			}
		}

		$copy_id = $this->once->order(
			$wc_order_id,
			$key,
			function ( callable $register ) use ( $wc_order_id ): int {
				$copy_id = $this->copier->copy( $wc_order_id, $register );
				$this->journal->order_copied( $wc_order_id, $copy_id );

				return $copy_id;
			}
		);

		try {
			return $this->create->create( $copy_id, $body, $actor );
		} catch ( Throwable $failure ) {
			throw new OrderWithoutLink( $this->orders->get( $copy_id ), $failure );
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
}
