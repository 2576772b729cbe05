<?php
/**
 * Proving notifications.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\ApiKey;

/**
 * Tells notifications of the provider from what anybody may send.
 */
interface NotificationVerifier {

	/**
	 * Tells whether the owner of the key signed these very bytes, a moment ago.
	 *
	 * @param string $auth The `Auth` header as it came.
	 * @param string $body The body as it came.
	 * @param ApiKey $key  The key.
	 */
	public function is_signed( string $auth, string $body, ApiKey $key ): bool;
}
