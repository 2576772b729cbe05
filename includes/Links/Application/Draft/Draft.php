<?php
/**
 * A prefilled form.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Domain\Cart\CartPreview;
use MultiSafepay\PaymentLinks\Domain\Customer;
use MultiSafepay\PaymentLinks\Domain\Delivery;
use MultiSafepay\PaymentLinks\Domain\PaymentMethod;
use MultiSafepay\PaymentLinks\Domain\Site;

/**
 * A complete create body for an order, but for the idempotency key, with what the form needs beside it.
 *
 * @phpstan-import-type CustomerShape from Customer
 * @phpstan-import-type DeliveryShape from Delivery
 * @phpstan-type DraftValues array{site: string, order_id: string, amount: int, currency: string, description: string, days_active: int|null, seconds_active?: int, second_chance: bool, gateway: string|null, customer: CustomerShape, delivery: DeliveryShape|null, include_cart: bool, redirect_url: string|null, cancel_url: string|null, note: string, confirm_paid: bool}
 * @phpstan-type DraftSite array{id: string, label: string, environment: string, is_default: bool, configured: bool, order_id: string}
 */
final class Draft {

	/**
	 * Takes what has been prefilled.
	 *
	 * @param DraftValues        $values   As the create route takes them; `amount` in the currency's smallest unit, 0 where nothing can be asked.
	 * @param list<DraftSite>    $sites    Every site with its suggestion for the order ID, the default one first.
	 * @param list<string>       $locales  Codes that a person may choose from.
	 * @param list<DraftWarning> $warnings The gravest first.
	 * @param CartPreview|null   $cart     What the customer will see; null when it cannot add up.
	 * @param list<PaymentMethod> $gateways Methods of one site; empty unless they were asked for.
	 */
	public function __construct(
		public readonly array $values,
		public readonly array $sites,
		public readonly array $locales,
		public readonly array $warnings,
		public readonly ?CartPreview $cart = null,
		public readonly array $gateways = [],
	) {}

	/**
	 * Describes a site for the form.
	 *
	 * @param Site   $site     Of the shop.
	 * @param string $order_id Suggestion for the order ID; empty where it is not known yet.
	 * @return DraftSite
	 */
	public static function site( Site $site, string $order_id ): array {
		return [
			'id'          => $site->id,
			'label'       => $site->label,
			'environment' => $site->environment->value,
			'is_default'  => $site->is_default,
			'configured'  => null !== $site->api_key,
			'order_id'    => $order_id,
		];
	}

	/**
	 * Returns the same draft with other values.
	 *
	 * @param DraftValues $values As the create route takes them.
	 */
	public function with_values( array $values ): self {
		return new self( $values, $this->sites, $this->locales, $this->warnings, $this->cart, $this->gateways );
	}

	/**
	 * Returns the same draft with the payment methods of a site.
	 *
	 * @param list<PaymentMethod> $gateways Methods of one site.
	 */
	public function with_gateways( array $gateways ): self {
		return new self( $this->values, $this->sites, $this->locales, $this->warnings, $this->cart, $gateways );
	}
}
