<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Create;

use MultiSafepay\PaymentLinks\Links\Application\Draft\PrefillLink;
use MultiSafepay\PaymentLinks\Links\Application\LinkNotes;
use MultiSafepay\PaymentLinks\Links\Application\LinkSites;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Application\OrderLinkFacts;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\CreationUnconfirmed;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderAlreadyPaid;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderIdAlreadyUsed;
use MultiSafepay\PaymentLinks\Links\Domain\NewLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Shared\Application\InputBag;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use MultiSafepay\PaymentLinks\Sites\Application\SiteSelector;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteChanged;

/**
 * Validates a create request against its order and creates the link.
 */
final class CreateLink {

	public function __construct(
		private readonly OrderReader $orders,
		private readonly SiteSelector $sites,
		private readonly LinkSites $link_sites,
		private readonly OrderLinkFacts $facts,
		private readonly LinkStore $store,
		private readonly PrefillLink $prefill,
		private readonly LinkCreator $creator,
		private readonly LinkNotes $notes,
	) {}

	/**
	 * Creates a link, or returns the existing link of the idempotency key.
	 *
	 * @param array<mixed> $body Create body. Missing fields are prefilled from the order.
	 * @param int|null $duplicate_of ID of the original link of a duplicate.
	 * @throws OrderNotFound
	 * @throws InvalidFields With all invalid fields.
	 * @throws InvalidValue If a field does not match the order.
	 * @throws NotConfigured If the site has no key.
	 * @throws SiteChanged If an interrupted creation used another key.
	 * @throws OrderAlreadyPaid If the order is paid and `confirm_amount` is not set.
	 * @throws OrderIdAlreadyUsed If the entered order ID is already used.
	 * @throws ProviderRefused
	 * @throws ProviderUnavailable There is no link.
	 * @throws CreationUnconfirmed If the outcome is not known yet.
	 */
	public function create( int $wc_order_id, array $body, Actor $actor, ?int $duplicate_of = null ): CreatedLink {
		$key      = ( new InputBag( $body ) )->text( 'idempotency_key' );
		$existing = '' === $key ? null : $this->store->find_by_key( $key );
		if ( null !== $existing && $existing->wc_order_id !== $wc_order_id ) {
			throw new InvalidValue( 'idempotency_key', 'key_of_other_order' );
		}
		// Before validation: a repeated request returns its link even if the order has been paid since.
		if ( null !== $existing && ! $existing->status->is_pending_creation() ) {
			return new CreatedLink( $existing, false );
		}

		$form  = LinkForm::read( $this->with_prefilled( $wc_order_id, $body ) );
		$order = $this->orders->get( $wc_order_id );
		$site  = null === $existing ? $this->sites->select( $form->site_id ) : $this->link_sites->get( $existing );
		// Also for an interrupted creation: the order may have been paid another way in the meantime.
		$this->check_amount(
			( null === $existing ? $form : $existing )->details->amount,
			$order,
			$site->environment,
			$form->confirm_amount
		);

		$created = $this->creator->create( new NewLink(
			$order,
			$site,
			$form->details,
			$form->idempotency_key,
			$form->order_id,
			$actor,
			$duplicate_of
		) );
		if ( $created->is_new ) {
			$this->notes->created( $created->link );
		}

		return $created;
	}

	/**
	 * Prefills missing fields from the order. Empty fields remain empty.
	 *
	 * @param array<mixed> $body
	 * @return array<mixed>
	 */
	private function with_prefilled( int $wc_order_id, array $body ): array {
		$optional = [
			'site', 'amount', 'currency', 'description', 'days_active', 'second_chance', 'gateway', 'customer',
			'delivery', 'include_cart',
		];
		if ( [] === array_diff( $optional, array_keys( $body ) ) ) {
			return $body;
		}

		$prefilled = $this->prefill->draft( $wc_order_id )->values;
		unset( $prefilled['order_id'], $prefilled['confirm_amount'] );

		// The amount due of a paid order is zero. Report the payment instead of an invalid amount.
		if (
			! isset( $body['amount'] )
			&& true !== ( $body['confirm_amount'] ?? false )
			&& $this->orders->get( $wc_order_id )->is_paid
		) {
			throw new OrderAlreadyPaid();
		}

		return $body + $prefilled;
	}

	private function check_amount(
		Money $amount,
		OrderSnapshot $order,
		Environment $environment,
		bool $is_confirmed,
	): void {
		if ( ! $amount->currency->equals( $order->currency ) ) {
			throw new InvalidValue( 'currency', 'other_currency', [ 'currency' => $order->currency->code ] );
		}
		if ( $is_confirmed ) {
			return;
		}
		if ( $order->is_paid ) {
			throw new OrderAlreadyPaid();
		}

		$due = $order->due_after( $this->facts->received( $order->id, $order->currency, $environment ) );
		if ( null === $due ) {
			throw new InvalidValue( 'amount', 'amount_not_comparable', [ 'currency' => $order->currency->code ] );
		}
		if ( $amount->amount > $due->amount ) {
			throw new InvalidValue(
				'amount',
				'amount_above_due',
				[ 'due' => $due->to_decimal(), 'currency' => $order->currency->code ]
			);
		}
	}
}
