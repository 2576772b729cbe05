<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Credentials;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;

/**
 * Sends requests to MultiSafepay. Requests are never retried.
 */
interface Transport {

	/**
	 * @param array<string, mixed>|null $body
	 * @param float $timeout Seconds.
	 * @return array<mixed> The `data` of the response.
	 * @throws ProviderRefused
	 * @throws ProviderUnavailable
	 */
	public function send( string $method, string $path, Credentials $credentials, ?array $body, float $timeout ): array;

	/**
	 * Whether payment URLs may use plain HTTP: only with an emulator in a development environment.
	 */
	public function allows_plain_http(): bool;
}
