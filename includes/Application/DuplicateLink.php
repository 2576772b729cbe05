<?php
/**
 * Duplicating a link.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Makes a new link with the details of an existing one and, where asked, retires that one afterwards.
 *
 * The new link always comes first: whatever goes wrong in between, the customer has a link to pay with.
 */
final class DuplicateLink {

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly PaymentLinkStore $store,
		private readonly PrefillPaymentLink $prefill,
		private readonly CreatePaymentLink $create,
		private readonly RetireInBackground $retire,
	) {}

	/**
	 * Makes the duplicate, or returns the one that its idempotency key already has.
	 *
	 * @param int          $link_id Our id of the original.
	 * @param array<mixed> $body    Fields of the create body, which win over the original's; `retire_original`; `renew`.
	 * @param Actor        $actor   Who asks.
	 * @throws LinkNotFound When there is no such link; besides, whatever CreatePaymentLink throws.
	 * @throws InvalidValue When the key belongs to another form.
	 */
	public function duplicate( int $link_id, array $body, Actor $actor ): CreatedLink {
		$original = $this->store->find( $link_id ) ?? throw new LinkNotFound();
		$values   = new FormValues( $body );
		$held     = '' === $values->text( 'idempotency_key' ) ? null : $this->store->find_by_key( $values->text( 'idempotency_key' ) );
		if ( null !== $held && $held->duplicate_of !== $original->id ) {
			throw new InvalidValue( 'idempotency_key', 'key_of_other_link' );
		}

		$is_made = null !== $held && ! $held->status->is_pending_creation();
		$created = $this->create->create(
			$original->wc_order_id,
			// A key that has its link gives it as it is; the order may not even be readable any more.
			$is_made ? [ 'idempotency_key' => $values->text( 'idempotency_key' ) ] : $this->completed( $original, $body, $values->flag( 'renew' ) ),
			$actor,
			$original->id
		);

		// Also for a key that comes again: the first request may have died before it came to this.
		$now = $values->flag( 'retire_original' ) ? $this->store->find( $original->id ) : null;
		if ( null !== $now && $now->status->is_open() ) {
			$this->retire->retire( $now, $actor, LinkReason::Replaced );
		}

		return $created;
	}

	/**
	 * Fills in what the body leaves out, from the original; the order ID is left to be generated.
	 *
	 * @param PaymentLink  $original The link.
	 * @param array<mixed> $body     What was sent.
	 * @param bool         $renew    Whether amount and currency are what the order owes now.
	 * @return array<mixed>
	 */
	private function completed( PaymentLink $original, array $body, bool $renew ): array {
		$draft  = $this->prefill->draft( $original->wc_order_id );
		$values = PrepareDraft::values( $original, $draft );
		unset( $values['order_id'], $values['confirm_paid'], $body['retire_original'], $body['renew'] );

		if ( isset( $body['days_active'] ) || isset( $body['seconds_active'] ) ) {
			// Seconds win over days: those of the original must not win over days that somebody chose.
			unset( $values['seconds_active'] );
		}

		$filled = $body + $values;
		if ( $renew ) {
			// Left out, they are prefilled from the order, which also tells an order that has been paid.
			unset( $filled['amount'], $filled['currency'] );
		}

		return $filled;
	}
}
