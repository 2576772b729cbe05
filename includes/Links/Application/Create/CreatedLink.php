<?php
/**
 * The outcome of a create request.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * The link, and whether this request made it.
 */
final class CreatedLink {

	/**
	 * Takes both.
	 */
	public function __construct(
		public readonly PaymentLink $link,
		public readonly bool $is_new,
	) {}
}
