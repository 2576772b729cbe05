<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Create;

use MultiSafepay\PaymentLinks\Links\Application\Cancel\CancelInBackground;
use MultiSafepay\PaymentLinks\Links\Application\Draft\PrefillLink;
use MultiSafepay\PaymentLinks\Links\Application\Draft\PrepareDraft;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Shared\Application\InputBag;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;

/**
 * Creates a new link with the details of an existing one and, on request, cancels the original afterwards.
 *
 * The new link is created first, so that the customer always has a payable link, even after a failure.
 */
final class DuplicateLink {

	public function __construct(
		private readonly LinkStore $store,
		private readonly PrefillLink $prefill,
		private readonly CreateLink $create,
		private readonly CancelInBackground $cancellation,
	) {}

	/**
	 * Creates a duplicate, or returns the existing link of the idempotency key. Also throws the exceptions of
	 * CreateLink::create().
	 *
	 * @param array<mixed> $body Fields of the create body, which override those of the original; `cancel_original`;
	 * `renew`.
	 * @throws LinkNotFound
	 * @throws InvalidValue If the idempotency key belongs to another link.
	 */
	public function duplicate( int $link_id, array $body, Actor $actor ): CreatedLink {
		$original = $this->store->find( $link_id ) ?? throw new LinkNotFound();
		$values   = new InputBag( $body );
		$existing = '' === $values->text( 'idempotency_key' )
			? null
			: $this->store->find_by_key( $values->text( 'idempotency_key' ) );
		if ( null !== $existing && $existing->duplicate_of !== $original->id ) {
			throw new InvalidValue( 'idempotency_key', 'key_of_other_link' );
		}

		$is_created = null !== $existing && ! $existing->status->is_pending_creation();
		$created = $this->create->create(
			$original->wc_order_id,
			// A repeated request returns its link unchanged. The order may no longer exist, so it is not read.
			$is_created
				? [ 'idempotency_key' => $values->text( 'idempotency_key' ) ]
				: $this->merge_values( $original, $body, $values->boolean( 'renew' ) ),
			$actor,
			$original->id
		);

		// Also for a repeated request: the first one may have died before this step.
		$current = $values->boolean( 'cancel_original' ) ? $this->store->find( $original->id ) : null;
		if ( null !== $current && $current->status->is_open() ) {
			$this->cancellation->cancel( $current, $actor, LinkReason::Replaced );
		}

		return $created;
	}

	/**
	 * Adds missing fields from the original. The order ID is omitted, so that a new one is generated.
	 *
	 * @param array<mixed> $body
	 * @param bool $is_renewal Whether to use the order's current amount due and currency.
	 * @return array<mixed>
	 */
	private function merge_values( PaymentLink $original, array $body, bool $is_renewal ): array {
		$draft  = $this->prefill->draft( $original->wc_order_id );
		$values = PrepareDraft::values( $original, $draft );
		unset( $values['order_id'], $values['confirm_amount'], $body['cancel_original'], $body['renew'] );

		if ( isset( $body['days_active'] ) || isset( $body['seconds_active'] ) ) {
			// Seconds take precedence over days, so the original's seconds must not override the requested days.
			unset( $values['seconds_active'] );
		}

		$merged = $body + $values;
		if ( $is_renewal ) {
			// CreateLink prefills both from the order and refuses a paid order.
			unset( $merged['amount'], $merged['currency'] );
		}

		return $merged;
	}
}
