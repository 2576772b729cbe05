<?php
/**
 * Ways to pay.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\PaymentMethod;
use MultiSafepay\PaymentLinks\Domain\Site;

/**
 * Asks the provider which payment methods a site has.
 */
interface PaymentMethodsApi {

	/**
	 * Returns the active methods that take the amount, as the provider sorts them.
	 *
	 * @param Site  $site   The site; has a key.
	 * @param Money $amount What the customer would pay; zero when that is not known yet.
	 * @return list<PaymentMethod>
	 * @throws ProviderRefused     When the provider says no.
	 * @throws ProviderUnavailable When there is no usable answer.
	 */
	public function methods( Site $site, Money $amount ): array;
}
