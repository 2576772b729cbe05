<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Application;

use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Orders\Application\OrderLock;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Payments\Domain\NoAlert;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;

/**
 * Removes the alert of a link after staff have reviewed it.
 */
final class AcknowledgeAlert {

	public function __construct(
		private readonly LinkStore $store,
		private readonly OrderPaymentUpdater $orders,
		private readonly OrderLock $lock,
	) {}

	/**
	 * @param string $note Of the staff member; may be empty.
	 * @param bool $accepts_payment Whether to mark the order as paid with this payment.
	 * @throws LinkNotFound
	 * @throws NoAlert
	 * @throws InvalidValue If the payment cannot be accepted.
	 * @throws OrderNotFound If the order is deleted.
	 * @throws StorageFailed If the order stays locked for too long or could not be saved.
	 */
	public function acknowledge( int $link_id, string $note, bool $accepts_payment, Actor $actor ): PaymentLink {
		$link = $this->store->find( $link_id ) ?? throw new LinkNotFound();

		return $this->lock->during(
			$link->wc_order_id,
			fn (): PaymentLink => $this->acknowledge_locked( $link_id, $note, $accepts_payment, $actor )
		);
	}

	private function acknowledge_locked(
		int $link_id,
		string $note,
		bool $accepts_payment,
		Actor $actor,
	): PaymentLink {
		$link = $this->store->find( $link_id ) ?? throw new LinkNotFound();
		if ( null === $link->alert ) {
			throw new NoAlert();
		}
		if ( $accepts_payment && ! $link->can_accept_payment() ) {
			throw new InvalidValue( 'accept_payment', 'cannot_accept' );
		}

		if ( $accepts_payment ) {
			$this->orders->accept( $link );
		}
		$cleared = $this->store->clear_alert( $link, LinkReason::AlertAcknowledged, $actor, $note )
			?? throw new NoAlert();
		$this->orders->note_acknowledgement( $link, $note );
		$this->store->mark_synced( $cleared );

		return $this->store->find( $link_id ) ?? $cleared;
	}
}
