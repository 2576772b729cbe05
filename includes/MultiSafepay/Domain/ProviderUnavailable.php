<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Domain;

use RuntimeException;

/**
 * There was no response, or the response is not usable. The outcome of the request may be unknown.
 */
final class ProviderUnavailable extends RuntimeException {

	/**
	 * @param bool $may_have_arrived False only if the request was certainly not sent, e.g. the connection was refused.
	 * @param string $detail For the log. Must not contain a body, a key or personal data.
	 * @param int $retry_after Seconds from the header `Retry-After`; 0 without one.
	 */
	public function __construct(
		public readonly bool $may_have_arrived,
		public readonly string $detail,
		public readonly int $retry_after = 0,
	) {
		parent::__construct( 'MultiSafepay did not answer: ' . $detail );
	}
}
