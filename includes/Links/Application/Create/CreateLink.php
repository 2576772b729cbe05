<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Create;

use MultiSafepay\PaymentLinks\Links\Application\Draft\PrefillLink;
use MultiSafepay\PaymentLinks\Links\Application\LinkNotes;
use MultiSafepay\PaymentLinks\Links\Application\LinkSites;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\CreationUnconfirmed;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderAlreadyPaid;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderEnded;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderIdAlreadyUsed;
use MultiSafepay\PaymentLinks\Links\Domain\LinkKind;
use MultiSafepay\PaymentLinks\Links\Domain\NewLink;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Application\SiteSelector;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteChanged;

/**
 * Validates a new link against its order and creates it.
 */
final class CreateLink {

	public function __construct(
		private readonly OrderReader $orders,
		private readonly SiteSelector $sites,
		private readonly LinkSites $link_sites,
		private readonly LinkStore $store,
		private readonly PrefillLink $prefill,
		private readonly CheckAmount $amounts,
		private readonly RecheckOrder $recheck,
		private readonly LinkCreator $creator,
		private readonly LinkNotes $notes,
	) {}

	/**
	 * Creates a link, or returns the existing link of the idempotency key.
	 *
	 * @throws OrderNotFound
	 * @throws InvalidFields With all invalid fields.
	 * @throws InvalidValue If a field does not match the order.
	 * @throws NotConfigured If the site has no key.
	 * @throws SiteChanged If an interrupted creation used another key.
	 * @throws OrderAlreadyPaid If the order is paid and `confirm_amount` is not set.
	 * @throws OrderEnded If the order ended in the meantime. The link is cancelled if there is one.
	 * @throws OrderIdAlreadyUsed If the entered order ID is already used.
	 * @throws ProviderRefused
	 * @throws ProviderUnavailable There is no link.
	 * @throws CreationUnconfirmed If the outcome is not known yet.
	 */
	public function create( CreateLinkCommand $command ): CreatedLink {
		$input    = $command->input;
		$existing = $this->existing( $command );
		// Before validation: a repeated request returns its link even if the order has been paid since.
		if ( null !== $existing && ! $existing->status->is_pending_creation() ) {
			return new CreatedLink( $existing, false );
		}

		// An interrupted creation may have been checked long ago, and by this process.
		$order = null === $existing
			? $this->orders->get( $command->wc_order_id )
			: $this->orders->reload( $command->wc_order_id );
		$order_end = $this->recheck->end_at_first_request(
			$order,
			$existing,
			$input->idempotency_key,
			$input->confirm_amount
		);
		// The amount due of a paid order is zero. Report the payment instead of an invalid amount.
		if ( null === $input->amount && ! $input->confirm_amount && $order->payment->is_paid() ) {
			throw new OrderAlreadyPaid();
		}

		$is_amount_due = null === $input->amount;
		// The prefilled kind belongs to the prefilled amount.
		$kind = $input->kind;

		$input   = $input->with_defaults( $this->prefill->values( $order ) );
		$details = $input->validated();
		$site    = null === $existing
			? $this->sites->select( '' === $input->site ? null : $input->site )
			: $this->link_sites->get( $existing );
		// Also for an interrupted creation: the order may have been paid another way in the meantime.
		$balance = $this->amounts->check(
			( $is_amount_due ? $details : $existing->details ?? $details )->amount,
			$kind,
			$order,
			$site->environment,
			$input->confirm_amount
		);

		$created = $this->creator->create(
			new NewLink(
				$order,
				$site,
				$details,
				$kind ?? LinkKind::of( $details->amount, $balance->due ),
				$balance->due,
				$input->idempotency_key,
				$input->order_id,
				$command->actor,
				$command->duplicate_of,
				$input->confirm_amount,
				$is_amount_due,
				$order_end
			),
			$existing
		);
		if ( $created->is_new ) {
			$this->notes->created( $created->link );
		}

		return $created;
	}

	/**
	 * Returns the order's link with the idempotency key. Its links are needed anyway; a key of another order cannot be
	 * reserved.
	 *
	 * @throws InvalidValue If the key belongs to a duplicate of another link.
	 */
	private function existing( CreateLinkCommand $command ): ?PaymentLink {
		$key = $command->input->idempotency_key;
		foreach ( '' === $key ? [] : $this->store->fresh_of_order( $command->wc_order_id ) as $link ) {
			if ( $link->idempotency_key === $key ) {
				return null === $command->duplicate_of || $link->duplicate_of === $command->duplicate_of
					? $link
					: throw new InvalidValue( 'idempotency_key', 'key_of_other_link' );
			}
		}

		return null;
	}
}
