<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Domain;

use RuntimeException;

/**
 * MultiSafepay refused the request and changed nothing.
 */
final class ProviderRefused extends RuntimeException {

	public const NOT_FOUND         = 1000;
	public const INVALID_AMOUNT    = 1001;
	public const INVALID_CURRENCY  = 1002;
	public const INVALID_ORDER_ID  = 1006;
	public const INVALID_API_KEY   = 1032;

	private const TOO_MANY_REQUESTS = 429;

	/**
	 * @param int $error_code MultiSafepay's `error_code`; 0 if the response has none.
	 * @param string $info MultiSafepay's error text, in any language. Never shown.
	 * @param int $retry_after Seconds from the header `Retry-After`; 0 without one.
	 */
	public function __construct(
		public readonly int $error_code,
		public readonly string $info,
		public readonly int $http_status,
		public readonly int $retry_after = 0,
	) {
		parent::__construct( sprintf( 'MultiSafepay refused with %d (HTTP %d).', $error_code, $http_status ) );
	}

	/**
	 * Whether the request was refused by the rate limit and can be retried later.
	 */
	public function is_rate_limited(): bool {
		return self::TOO_MANY_REQUESTS === $this->http_status;
	}
}
