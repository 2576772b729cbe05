<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Credentials;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderAccount;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\MultiSafepay\Http\Transport;

/**
 * `GET /me`: verifies a key without creating anything.
 */
final class AccountClient {

	private const TIMEOUT = 10.0;

	public function __construct( private readonly Transport $transport ) {}

	/**
	 * @throws ProviderRefused The key is wrong (1032) or belongs to the other environment.
	 * @throws ProviderUnavailable
	 */
	public function account( Credentials $credentials ): ProviderAccount {
		$data    = $this->transport->send( 'GET', '/me', $credentials, null, self::TIMEOUT );
		$account = $data['account_id'] ?? null;
		$site    = $data['site_id'] ?? null;

		return new ProviderAccount(
			is_scalar( $account ) ? (string) $account : '',
			is_scalar( $site ) ? (string) $site : ''
		);
	}
}
