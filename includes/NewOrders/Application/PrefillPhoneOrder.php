<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Application;

use MultiSafepay\PaymentLinks\Links\Application\Create\LinkInput;
use MultiSafepay\PaymentLinks\Links\Application\Draft\Draft;
use MultiSafepay\PaymentLinks\Links\Application\Draft\DraftWarning;
use MultiSafepay\PaymentLinks\Links\Application\Draft\NotificationUrlCheck;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\Customer;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\PayerLocale;
use MultiSafepay\PaymentLinks\Links\Domain\Field\Description;
use MultiSafepay\PaymentLinks\Links\Domain\LinkDetails;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderAddress;
use MultiSafepay\PaymentLinks\Sites\Application\SettingsStore;
use MultiSafepay\PaymentLinks\Sites\Application\SiteRepository;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;
use MultiSafepay\PaymentLinks\Sites\Domain\Site;

/**
 * Prefills the form of a phone order from the shop's settings, country and language.
 */
final class PrefillPhoneOrder {

	public function __construct(
		private readonly SiteRepository $sites,
		private readonly SettingsStore $settings,
		private readonly PhoneOrderShop $shop,
		private readonly NotificationUrlCheck $notifications,
	) {}

	/**
	 * @throws NotConfigured When no site has an API key.
	 */
	public function draft(): PhoneDraft {
		$sites  = $this->sites->all();
		$usable = array_filter( $sites, static fn ( Site $site ): bool => null !== $site->api_key );
		if ( [] === $usable ) {
			throw new NotConfigured();
		}

		$currency   = $this->shop->currency();
		$currencies = $this->shop->currencies();
		$locale     = PayerLocale::for_customer( $this->shop->locale(), $this->shop->country() );

		return new PhoneDraft(
			new Draft(
				new LinkInput(
					site: $sites[0]->id ?? '',
					amount: 0,
					currency: $currencies[0] ?? $currency,
					description: $this->description(),
					seconds_active: $this->settings->load()->default_days_active * LinkDetails::SECONDS_PER_DAY,
					customer: Customer::from_order( new OrderAddress( country: $this->shop->country() ), $locale ),
					delivery: false,
					include_cart: true,
				),
				array_map( static fn ( Site $site ): array => Draft::site( $site, '' ), $sites ),
				PayerLocale::ALL,
				[
					...DraftWarning::about_site( $sites[0] ?? null ),
					...( $currency->is_known_to_provider() ? [] : [ new DraftWarning(
						DraftWarning::CURRENCY_NOT_SUPPORTED,
						[ 'currency' => $currency->code ]
					),
					] ),
					...DraftWarning::about_shop( $this->notifications ),
				]
			),
			$currencies,
			$this->shop->tax_classes()
		);
	}

	/**
	 * Returns an empty description when the template contains the order number, because the order does not exist yet.
	 */
	private function description(): string {
		$template = $this->settings->load()->description_template;

		return str_contains( $template, '{order_number}' )
			? ''
			: Description::from_template( $template, '', $this->shop->name() );
	}
}
