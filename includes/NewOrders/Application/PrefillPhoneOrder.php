<?php
/**
 * Fills the form of a phone order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\LinkDefaults;
use MultiSafepay\PaymentLinks\Application\Port\PhoneOrderShop;
use MultiSafepay\PaymentLinks\Application\Port\SiteRepository;
use MultiSafepay\PaymentLinks\Domain\Customer;
use MultiSafepay\PaymentLinks\Domain\Description;
use MultiSafepay\PaymentLinks\Domain\Exception\NotConfigured;
use MultiSafepay\PaymentLinks\Domain\OrderAddress;
use MultiSafepay\PaymentLinks\Domain\PayerLocale;
use MultiSafepay\PaymentLinks\Domain\Site;

/**
 * Prefills what is known before there is an order: the shop's settings, country and language.
 */
final class PrefillPhoneOrder {

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly SiteRepository $sites,
		private readonly LinkDefaults $defaults,
		private readonly PhoneOrderShop $shop,
		private readonly ShopWarnings $warnings,
	) {}

	/**
	 * Returns the form.
	 *
	 * @throws NotConfigured When no site has a key.
	 */
	public function draft(): PhoneDraft {
		$all    = $this->sites->all();
		$usable = array_filter( $all, static fn ( Site $site ): bool => null !== $site->api_key );
		if ( [] === $usable ) {
			throw new NotConfigured();
		}

		$currency   = $this->shop->currency();
		$currencies = $this->shop->currencies();
		$locale     = PayerLocale::for_customer( $this->shop->locale(), $this->shop->country() );

		return new PhoneDraft(
			new Draft(
				[
					'site'          => $all[0]->id ?? '',
					'order_id'      => '',
					'amount'        => 0,
					'currency'      => $currencies[0]->code ?? $currency->code,
					'description'   => $this->description(),
					'days_active'   => $this->defaults->days_active(),
					'second_chance' => false,
					'gateway'       => null,
					'customer'      => Customer::fitted( new OrderAddress( country: $this->shop->country() ), $locale )->to_array(),
					'delivery'      => null,
					'include_cart'  => true,
					'redirect_url'  => null,
					'cancel_url'    => null,
					'note'          => '',
					'confirm_paid'  => false,
				],
				array_map( static fn ( Site $site ): array => Draft::site( $site, '' ), $all ),
				PayerLocale::ALL,
				[
					...ShopWarnings::about_site( $all[0] ?? null ),
					...( $currency->is_known_to_provider() ? [] : [ new DraftWarning( DraftWarning::CURRENCY_NOT_SUPPORTED, [ 'currency' => $currency->code ] ) ] ),
					...$this->warnings->about_shop(),
				]
			),
			$currencies,
			$this->shop->tax_classes()
		);
	}

	/**
	 * Returns the description where the template can be filled: there is no number before there is an order.
	 */
	private function description(): string {
		$template = $this->defaults->description_template();

		return str_contains( $template, '{order_number}' ) ? '' : Description::from_template( $template, '', $this->shop->name() );
	}
}
