<?php
/**
 * Work for later.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Puts work off, outside the request.
 */
interface Schedule {

	/**
	 * Has a creation that begins now looked at a minute later, in case its process dies: whatever ended well by then is left alone.
	 */
	public function watch( PaymentLink $link ): void;

	/**
	 * Has the creation of a link settled later: its order ID retired until the provider answers.
	 *
	 * Once for a link, however often it is asked for before the work begins.
	 *
	 * @param PaymentLink $link    The link whose creation was not confirmed.
	 * @param int         $seconds From now.
	 */
	public function settle_later( PaymentLink $link, int $seconds ): void;

	/**
	 * Has an open link retired later, outside the request: see RetireInBackground.
	 *
	 * Once for a link, however often it is asked for before the work begins.
	 *
	 * @param PaymentLink $link    The link that nobody should pay any more.
	 * @param int         $seconds From now.
	 */
	public function retire_later( PaymentLink $link, int $seconds ): void;
}
