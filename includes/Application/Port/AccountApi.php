<?php
/**
 * Proving keys.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\ProviderAccount;

/**
 * Asks the provider whose key it is.
 */
interface AccountApi {

	/**
	 * Returns account and site of the key.
	 *
	 * @throws ProviderRefused     When the key is wrong (1032) or belongs to the other environment.
	 * @throws ProviderUnavailable When there is no usable answer.
	 */
	public function account( ApiKey $key, Environment $environment ): ProviderAccount;
}
