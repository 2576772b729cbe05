<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Draft;

use MultiSafepay\PaymentLinks\Links\Application\Create\LinkInput;
use MultiSafepay\PaymentLinks\Links\Domain\Balance;
use MultiSafepay\PaymentLinks\Links\Domain\Cart\CartPreview;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\PaymentMethod;
use MultiSafepay\PaymentLinks\Sites\Domain\Site;

/**
 * A prefilled create body, without an idempotency key, and further data for the form.
 *
 * @phpstan-type DraftSite array{
 *     id: string,
 *     label: string,
 *     environment: string,
 *     is_default: bool,
 *     configured: bool,
 *     order_id: string,
 * }
 */
final class Draft {

	/**
	 * @param LinkInput $values Values of the form. The amount is 0 if nothing is due.
	 * @param list<DraftSite> $sites All sites with a suggested order ID, the default site first.
	 * @param list<string> $locales Locales that staff can choose from.
	 * @param list<DraftWarning> $warnings The most severe first.
	 * @param CartPreview|null $cart Null if the items do not add up to the amount.
	 * @param list<PaymentMethod> $gateways Payment methods of one site; empty unless requested.
	 * @param Balance|null $balance Null if there is no order yet.
	 */
	public function __construct(
		public readonly LinkInput $values,
		public readonly array $sites,
		public readonly array $locales,
		public readonly array $warnings,
		public readonly ?CartPreview $cart = null,
		public readonly array $gateways = [],
		public readonly ?Balance $balance = null,
	) {}

	/**
	 * @param string $order_id Suggested order ID; empty if not known yet.
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

	public function with_values( LinkInput $values ): self {
		return new self(
			$values,
			$this->sites,
			$this->locales,
			$this->warnings,
			$this->cart,
			$this->gateways,
			$this->balance
		);
	}

	/**
	 * @param list<PaymentMethod> $gateways
	 */
	public function with_gateways( array $gateways ): self {
		return new self(
			$this->values,
			$this->sites,
			$this->locales,
			$this->warnings,
			$this->cart,
			$gateways,
			$this->balance
		);
	}
}
