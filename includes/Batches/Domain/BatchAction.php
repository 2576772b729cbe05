<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Domain;

enum BatchAction: string {

	/**
	 * Creates a link for each order without an open link.
	 */
	case Create = 'create';

	/**
	 * Creates a new link, then cancels the old one.
	 */
	case Renew = 'renew';

	case Cancel  = 'cancel';
	case Email   = 'email';
	case Refresh = 'refresh';

	public function creates_links(): bool {
		return self::Create === $this || self::Renew === $this;
	}

	/**
	 * Whether it sends requests to MultiSafepay.
	 */
	public function calls_provider(): bool {
		return self::Email !== $this;
	}
}
