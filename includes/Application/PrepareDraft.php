<?php
/**
 * The draft of a form, with what only the provider knows.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Application\Port\PaymentMethodsApi;
use MultiSafepay\PaymentLinks\Application\Port\SiteRepository;
use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\NotConfigured;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Prepares drafts from orders and from links. MultiSafepay is asked for its payment methods only on demand.
 *
 * @phpstan-import-type DraftValues from Draft
 */
final class PrepareDraft {

	private const SECONDS_A_DAY = 86_400;

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly PrefillPaymentLink $prefill,
		private readonly PaymentLinkStore $store,
		private readonly SiteRepository $sites,
		private readonly PaymentMethodsApi $methods,
		private readonly PrefillPhoneOrder $phone,
	) {}

	/**
	 * Returns the draft of an order.
	 *
	 * @param int         $wc_order_id WooCommerce's id.
	 * @param string|null $site_id     The site whose payment methods are wanted; null for none, and no call.
	 * @param int|null    $amount      What the customer would pay; null for what the order owes.
	 * @throws OrderNotFound       When there is no such order.
	 * @throws InvalidValue        When there is no such site.
	 * @throws NotConfigured       When the site has no key.
	 * @throws ProviderRefused     When the provider says no.
	 * @throws ProviderUnavailable When there is no usable answer.
	 */
	public function of_order( int $wc_order_id, ?string $site_id = null, ?int $amount = null ): Draft {
		return $this->with_gateways( $this->prefill->draft( $wc_order_id, $amount ), $site_id, $amount );
	}

	/**
	 * Returns the draft of a duplicate: the details of a link with a fresh order ID.
	 *
	 * @param int         $link_id Our id.
	 * @param string|null $site_id The site whose payment methods are wanted; null for none, and no call.
	 * @param int|null    $amount  What the customer would pay; null for what the link asks.
	 * @throws LinkNotFound        When there is no such link.
	 * @throws OrderNotFound       When its order is gone.
	 * @throws InvalidValue        When there is no such site.
	 * @throws NotConfigured       When the site has no key.
	 * @throws ProviderRefused     When the provider says no.
	 * @throws ProviderUnavailable When there is no usable answer.
	 */
	public function of_link( int $link_id, ?string $site_id = null, ?int $amount = null ): Draft {
		$link  = $this->store->find( $link_id ) ?? throw new LinkNotFound();
		$draft = $this->prefill->draft( $link->wc_order_id, $amount ?? $link->details->amount->amount );

		return $this->with_gateways( $draft->with_values( self::values( $link, $draft ) ), $site_id, $amount );
	}

	/**
	 * Returns the draft of a phone order.
	 *
	 * @param string|null $site_id  The site whose payment methods are wanted; null for none, and no call.
	 * @param int|null    $amount   What the customer would pay; null when it is not known yet.
	 * @param string|null $currency ISO 4217; null for the draft's.
	 * @throws InvalidValue        When there is no such site or currency.
	 * @throws NotConfigured       When no site has a key, or the wanted one has none.
	 * @throws ProviderRefused     When the provider says no.
	 * @throws ProviderUnavailable When there is no usable answer.
	 */
	public function of_phone_order( ?string $site_id = null, ?int $amount = null, ?string $currency = null ): PhoneDraft {
		$phone = $this->phone->draft();
		$draft = null === $currency ? $phone->draft : $phone->draft->with_values( [ 'currency' => ( new Currency( $currency ) )->code ] + $phone->draft->values );

		return new PhoneDraft( $this->with_gateways( $draft, $site_id, $amount ), $phone->currencies, $phone->tax_classes );
	}

	/**
	 * Returns what a link asks for as values of the form, under the order ID that its site would give next.
	 *
	 * @param PaymentLink $link  The link.
	 * @param Draft       $draft Of its order.
	 * @return DraftValues
	 */
	public static function values( PaymentLink $link, Draft $draft ): array {
		$details = $link->details;
		$days    = 0 === $details->seconds_active % self::SECONDS_A_DAY ? intdiv( $details->seconds_active, self::SECONDS_A_DAY ) : null;
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
	 * Returns the link's site and the next order ID there; nothing when the shop has no such site any more.
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
	 * Adds the payment methods of a site, when they are wanted.
	 *
	 * @throws InvalidValue        When there is no such site.
	 * @throws NotConfigured       When the site has no key.
	 * @throws ProviderRefused     When the provider says no.
	 * @throws ProviderUnavailable When there is no usable answer.
	 */
	private function with_gateways( Draft $draft, ?string $site_id, ?int $amount ): Draft {
		if ( null === $site_id ) {
			return $draft;
		}

		$site = $this->sites->find( $site_id ) ?? throw new InvalidValue( 'gateways', 'unknown_site' );
		if ( null === $site->api_key ) {
			throw new NotConfigured();
		}

		return $draft->with_gateways( $this->methods->methods( $site, new Money( $amount ?? $draft->values['amount'], new Currency( $draft->values['currency'] ) ) ) );
	}
}
