<?php
/**
 * Whose key it is.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * What `GET /me` says of a key.
 */
final class ProviderAccount {

	/**
	 * Takes ids as text: they are names, not numbers to reckon with.
	 */
	public function __construct(
		public readonly string $account_id,
		public readonly string $site_id,
	) {}
}
