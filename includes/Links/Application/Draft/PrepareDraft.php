<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Draft;

use MultiSafepay\PaymentLinks\Links\Application\Create\LinkInput;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Links\Domain\Field\LinkFields;
use MultiSafepay\PaymentLinks\Links\Domain\LinkKind;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Application\PaymentMethodsClient;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use MultiSafepay\PaymentLinks\Sites\Application\SiteRepository;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;

/**
 * Prepares drafts from orders and links. Payment methods are requested from MultiSafepay only on demand.
 */
final class PrepareDraft {

	public function __construct(
		private readonly PrefillLink $prefill,
		private readonly LinkStore $store,
		private readonly SiteRepository $sites,
		private readonly PaymentMethodsClient $methods,
	) {}

	/**
	 * @param string|null $site_id Site whose payment methods to include; null for none.
	 * @param int|null $amount In the currency's smallest unit; null for the amount due.
	 * @throws OrderNotFound
	 * @throws InvalidValue If there is no such site.
	 * @throws NotConfigured If the site has no key.
	 * @throws ProviderRefused
	 * @throws ProviderUnavailable
	 */
	public function of_order( int $wc_order_id, ?string $site_id = null, ?int $amount = null ): Draft {
		return $this->with_gateways( $this->prefill->draft( $wc_order_id, $amount ), $site_id, $amount );
	}

	/**
	 * Returns the draft of a duplicate: the details of a link with a new order ID.
	 *
	 * @param string|null $site_id Site whose payment methods to include; null for none.
	 * @param int|null $amount In the currency's smallest unit; null for the link's amount.
	 * @throws LinkNotFound
	 * @throws OrderNotFound
	 * @throws InvalidValue If there is no such site.
	 * @throws NotConfigured If the site has no key.
	 * @throws ProviderRefused
	 * @throws ProviderUnavailable
	 */
	public function of_link( int $link_id, ?string $site_id = null, ?int $amount = null ): Draft {
		$link  = $this->store->find( $link_id ) ?? throw new LinkNotFound();
		$draft = $this->prefill->draft( $link->wc_order_id, $amount ?? $link->details->amount->amount );

		return $this->with_gateways( $draft->with_values( self::values( $link, $draft ) ), $site_id, $amount );
	}

	/**
	 * Returns the values of a duplicate, with the next order ID of its site. The default site replaces a site that no
	 * longer exists.
	 */
	private static function values( PaymentLink $link, Draft $draft ): LinkInput {
		$values = LinkInput::of( $link->details, LinkFields::copied() );
		foreach ( $draft->sites as $site ) {
			if ( $site['id'] === $link->site_id ) {
				$values = $values->with_defaults( new LinkInput(
					site: $site['id'],
					order_id: new OrderId( $site['order_id'] )
				) );
			}
		}

		$kind = null === $draft->balance ? null : LinkKind::of( $link->details->amount, $draft->balance->due );

		return ( new LinkInput( kind: $kind ) )->with_defaults( $values )->with_defaults( $draft->values );
	}

	/**
	 * @param string|null $site_id Null to add no payment methods.
	 * @throws InvalidValue If there is no such site.
	 * @throws NotConfigured If the site has no key.
	 * @throws ProviderRefused
	 * @throws ProviderUnavailable
	 */
	public function with_gateways( Draft $draft, ?string $site_id, ?int $amount ): Draft {
		if ( null === $site_id ) {
			return $draft;
		}

		$site = $this->sites->find( $site_id ) ?? throw new InvalidValue( 'gateways', 'unknown_site' );

		return $draft->with_gateways( $this->methods->methods(
			$site->credentials(),
			new Money( $amount ?? $draft->values->amount ?? 0, $draft->values->currency ?? throw new InvalidValue(
				'currency',
				'invalid_currency'
			) )
		) );
	}
}
