<?php
/**
 * The provider said no.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Exception;

use RuntimeException;

/**
 * An answer of MultiSafepay that refuses. Nothing was made.
 */
final class ProviderRefused extends RuntimeException {

	public const NOT_FOUND         = 1000;
	public const INVALID_AMOUNT    = 1001;
	public const INVALID_CURRENCY  = 1002;
	public const INVALID_ORDER_ID  = 1006;
	public const INVALID_API_KEY   = 1032;

	private const TOO_MANY_REQUESTS = 429;

	/**
	 * Keeps the provider's number; its text may be in any language and is for the log alone.
	 *
	 * @param int    $error_code  The provider's `error_code`, 0 when it gave none.
	 * @param string $info        The provider's `error_info`.
	 * @param int    $http_status The HTTP status.
	 * @param int    $retry_after Seconds for which it wants to be left alone; 0 when it did not say.
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
	 * Tells whether it was only asked too often, so that the same request may be answered later.
	 */
	public function is_for_now(): bool {
		return self::TOO_MANY_REQUESTS === $this->http_status;
	}
}
