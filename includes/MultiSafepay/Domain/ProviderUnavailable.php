<?php
/**
 * The provider gave no usable answer.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Exception;

use RuntimeException;

/**
 * No answer, a lost one, or one that is not MultiSafepay's.
 */
final class ProviderUnavailable extends RuntimeException {

	/**
	 * Says whether the request may have been acted on.
	 *
	 * @param bool   $may_have_arrived False only when it certainly never left: name not resolved, connection refused.
	 * @param string $detail           For the log: never a body, a key or personal data.
	 * @param int    $retry_after      Seconds for which it wants to be left alone; 0 when it did not say.
	 */
	public function __construct(
		public readonly bool $may_have_arrived,
		public readonly string $detail,
		public readonly int $retry_after = 0,
	) {
		parent::__construct( 'MultiSafepay did not answer: ' . $detail );
	}
}
