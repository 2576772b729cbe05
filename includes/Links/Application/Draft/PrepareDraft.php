<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Draft;

use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Application\PaymentMethodsClient;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use MultiSafepay\PaymentLinks\Sites\Application\SiteRepository;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;

/**
 * Prepares drafts from orders and links. Payment methods are requested from MultiSafepay only on demand.
 *
 * @phpstan-import-type DraftValues from Draft
 */
final class PrepareDraft {

	private const SECONDS_PER_DAY = 86_400;

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
	 * Returns the details of a link as draft values, with the next order ID of its site.
	 *
	 * @return DraftValues
	 */
	public static function values( PaymentLink $link, Draft $draft ): array {
		$details = $link->details;
		$days    = 0 === $details->seconds_active % self::SECONDS_PER_DAY
			? intdiv( $details->seconds_active, self::SECONDS_PER_DAY )
			: null;
		$values  = [
			'days_active'   => $days,
			'amount'        => $details->amount->amount,
			'currency'      => $details->amount->currency->code,
			'description'   => $details->description,
			'second_chance' => $details->second_chance,
			'gateway'       => $details->gateway,
			'customer'      => $details->customer->to_array(),
			'delivery'      => $details->delivery?->to_array(),
			'include_cart'  => $details->include_cart,
			'redirect_url'  => $details->redirect_url,
			'cancel_url'    => $details->cancel_url,
			'note'          => $details->note,
		] + self::site( $link, $draft ) + $draft->values;

		return null === $days ? [ ...$values, 'seconds_active' => $details->seconds_active ] : $values;
	}

	/**
	 * Returns the link's site and its next order ID, or an empty array if the site no longer exists.
	 *
	 * @return array{site?: string, order_id?: string}
	 */
	private static function site( PaymentLink $link, Draft $draft ): array {
		foreach ( $draft->sites as $site ) {
			if ( $site['id'] === $link->site_id ) {
				return [
					'site'     => $site['id'],
					'order_id' => $site['order_id'],
				];
			}
		}

		return [];
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
			new Money( $amount ?? $draft->values['amount'], new Currency( $draft->values['currency'] ) )
		) );
	}
}
