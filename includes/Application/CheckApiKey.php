<?php
/**
 * Proving a key.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\AccountApi;
use MultiSafepay\PaymentLinks\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\ProviderAccount;

/**
 * Proves a key with MultiSafepay, without making anything there.
 */
final class CheckApiKey {

	/**
	 * Takes the provider.
	 */
	public function __construct( private readonly AccountApi $accounts ) {}

	/**
	 * Returns account and site of the key. The key goes to the environment that was named and to no other.
	 *
	 * @throws ProviderRefused     When the key is wrong there.
	 * @throws ProviderUnavailable When there is no usable answer.
	 */
	public function check( ApiKey $key, Environment $environment ): ProviderAccount {
		return $this->accounts->account( $key, $environment );
	}
}
