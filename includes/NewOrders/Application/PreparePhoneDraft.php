<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Application;

use MultiSafepay\PaymentLinks\Links\Application\Create\LinkInput;
use MultiSafepay\PaymentLinks\Links\Application\Draft\PrepareDraft;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;

final class PreparePhoneDraft {

	public function __construct(
		private readonly PrefillPhoneOrder $prefill,
		private readonly PrepareDraft $drafts,
	) {}

	/**
	 * @param string|null $site_id The site whose payment methods are fetched; null for none, then no request is sent to
	 * MultiSafepay.
	 * @param int|null $amount In the currency's smallest unit; null when it is not known yet.
	 * @param string|null $currency ISO 4217; null for the currency of the draft.
	 * @throws InvalidValue If the site or the currency does not exist.
	 * @throws NotConfigured
	 * @throws ProviderRefused
	 * @throws ProviderUnavailable
	 */
	public function draft( ?string $site_id = null, ?int $amount = null, ?string $currency = null ): PhoneDraft {
		$phone = $this->prefill->draft();
		$draft = null === $currency
			? $phone->draft
			: $phone->draft->with_values(
				( new LinkInput( currency: new Currency( $currency ) ) )->with_defaults( $phone->draft->values )
			);

		return new PhoneDraft(
			$this->drafts->with_gateways( $draft, $site_id, $amount ),
			$phone->currencies,
			$phone->tax_classes
		);
	}
}
