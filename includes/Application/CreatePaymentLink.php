<?php
/**
 * Generating a payment link.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\OrderJournal;
use MultiSafepay\PaymentLinks\Application\Port\OrderLinkFacts;
use MultiSafepay\PaymentLinks\Application\Port\OrderSource;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Application\Port\SiteRepository;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\Exception\CreationUnconfirmed;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\Exception\NotConfigured;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderAlreadyPaid;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderIdTaken;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\Exception\SiteChanged;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\NewLink;
use MultiSafepay\PaymentLinks\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\Site;

/**
 * Checks a form against the order and has its link made.
 */
final class CreatePaymentLink {

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly OrderSource $orders,
		private readonly SiteRepository $sites,
		private readonly OrderLinkFacts $facts,
		private readonly PaymentLinkStore $store,
		private readonly PrefillPaymentLink $prefill,
		private readonly MakeLink $make,
		private readonly OrderJournal $journal,
	) {}

	/**
	 * Makes the link of a form, or returns the one that its idempotency key already has.
	 *
	 * @param int          $wc_order_id WooCommerce's id.
	 * @param array<mixed> $body        Create body; fields that are missing are prefilled from the order.
	 * @param Actor        $actor       Who asks.
	 * @param int|null     $duplicate_of The link it is copied from.
	 * @throws OrderNotFound       When there is no such order.
	 * @throws InvalidFields       With every field that is wrong.
	 * @throws InvalidValue        When one field does not fit the order.
	 * @throws NotConfigured       When the site has no key.
	 * @throws SiteChanged         When an interrupted creation was begun with another key.
	 * @throws OrderAlreadyPaid    When the order is paid and `confirm_paid` is not set.
	 * @throws OrderIdTaken        When a person typed an order ID that is taken.
	 * @throws ProviderRefused     When MultiSafepay says no.
	 * @throws ProviderUnavailable When there was no answer and there is no link.
	 * @throws CreationUnconfirmed When the outcome is not known yet.
	 */
	public function create( int $wc_order_id, array $body, Actor $actor, ?int $duplicate_of = null ): CreatedLink {
		$key  = ( new FormValues( $body ) )->text( 'idempotency_key' );
		$held = '' === $key ? null : $this->store->find_by_key( $key );
		if ( null !== $held && $held->wc_order_id !== $wc_order_id ) {
			throw new InvalidValue( 'idempotency_key', 'key_of_other_order' );
		}
		// Before the form is read: a key that has its link gives it also when the order has been paid since.
		if ( null !== $held && ! $held->status->is_pending_creation() ) {
			return new CreatedLink( $held, false );
		}

		$form  = LinkForm::read( $this->completed( $wc_order_id, $body ) );
		$order = $this->orders->get( $wc_order_id );
		$site  = null === $held ? $this->site( $form->site_id ) : $this->site_of( $held );
		// Also for a creation that was interrupted: the order may have been paid another way meanwhile.
		$this->check_amount( ( null === $held ? $form : $held )->details->amount, $order, $site->environment, $form->confirm_paid );

		$created = $this->make->make( new NewLink( $order, $site, $form->details, $form->idempotency_key, $form->order_id, $actor, $duplicate_of ) );
		if ( $created->is_new ) {
			$this->journal->link_created( $created->link );
		}

		return $created;
	}

	/**
	 * Fills in what the body leaves out: a missing field is prefilled, an empty one stays empty.
	 *
	 * @param int          $wc_order_id WooCommerce's id.
	 * @param array<mixed> $body        Create body.
	 * @return array<mixed>
	 */
	private function completed( int $wc_order_id, array $body ): array {
		$optional = [ 'site', 'amount', 'currency', 'description', 'days_active', 'second_chance', 'gateway', 'customer', 'delivery', 'include_cart' ];
		if ( [] === array_diff( $optional, array_keys( $body ) ) ) {
			return $body;
		}

		$prefilled = $this->prefill->draft( $wc_order_id )->values;
		unset( $prefilled['order_id'], $prefilled['confirm_paid'] );

		// A paid order owes nothing; the amount of zero is not what is wrong then.
		if ( ! isset( $body['amount'] ) && true !== ( $body['confirm_paid'] ?? false ) && $this->orders->get( $wc_order_id )->is_paid ) {
			throw new OrderAlreadyPaid();
		}

		return $body + $prefilled;
	}

	/**
	 * Returns the site of an interrupted creation, with the key it was begun with: with another one its order ID may
	 * be a stranger.
	 */
	private function site_of( PaymentLink $held ): Site {
		$site = $this->sites->for_link( $held );
		if ( null !== $site ) {
			return $site;
		}

		throw null === $this->sites->find( $held->site_id )?->api_key ? new NotConfigured() : new SiteChanged();
	}

	/**
	 * Returns the chosen site, or the default one.
	 */
	private function site( ?string $site_id ): Site {
		return ( new ChosenSite( $this->sites ) )->of( $site_id );
	}

	/**
	 * Compares the amount with what the order still owes.
	 */
	private function check_amount( Money $amount, OrderSnapshot $order, Environment $environment, bool $confirmed ): void {
		if ( ! $amount->currency->equals( $order->currency ) ) {
			throw new InvalidValue( 'currency', 'other_currency', [ 'currency' => $order->currency->code ] );
		}
		if ( $confirmed ) {
			return;
		}
		if ( $order->is_paid ) {
			throw new OrderAlreadyPaid();
		}

		$owed = $order->owed( $this->facts->paid_total( $order->id, $order->currency, $environment ) );
		if ( null === $owed ) {
			throw new InvalidValue( 'amount', 'amount_not_comparable', [ 'currency' => $order->currency->code ] );
		}
		if ( $amount->amount > $owed->amount ) {
			throw new InvalidValue( 'amount', 'amount_above_due', [ 'due' => $owed->to_decimal(), 'currency' => $order->currency->code ] );
		}
	}
}
