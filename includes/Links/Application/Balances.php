<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application;

use MultiSafepay\PaymentLinks\Links\Domain\Balance;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderPaymentState;
use MultiSafepay\PaymentLinks\Sites\Application\SiteRepository;

/**
 * Calculates balances with the payments of all links of the order.
 */
final class Balances {

	public function __construct(
		private readonly LinkStore $links,
		private readonly SiteRepository $sites,
	) {}

	/**
	 * @param Environment|null $environment Test payments count for test links only. Null for the default site's.
	 */
	public function of( OrderPaymentState $order, ?Environment $environment = null ): Balance {
		return Balance::of(
			$order,
			$this->links->of_order( $order->id ),
			$environment ?? $this->sites->all()[0]->environment ?? Environment::Live
		);
	}
}
