<?php
/**
 * The history of links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\LinkEvent;

/**
 * Reads what happened to a link.
 */
interface LinkHistory {

	/**
	 * Returns the events of a link, newest first.
	 *
	 * @return list<LinkEvent>
	 */
	public function of_link( int $link_id ): array;
}
