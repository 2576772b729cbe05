<?php
/**
 * What a batch does.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Batch;

/**
 * The same thing to each of its orders or links.
 */
enum BatchAction: string {

	/**
	 * A link for each order that has no open one.
	 */
	case Create = 'create';

	/**
	 * A new link first, then the old one is retired.
	 */
	case Renew = 'renew';

	case Retire  = 'retire';
	case Email   = 'email';
	case Refresh = 'refresh';

	/**
	 * Tells whether it makes links.
	 */
	public function makes_links(): bool {
		return self::Create === $this || self::Renew === $this;
	}

	/**
	 * Tells whether it asks MultiSafepay.
	 */
	public function asks_provider(): bool {
		return self::Email !== $this;
	}
}
