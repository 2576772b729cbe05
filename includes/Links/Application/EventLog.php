<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application;

use MultiSafepay\PaymentLinks\Links\Domain\LinkEvent;

interface EventLog {

	/**
	 * Returns the events of a link, newest first.
	 *
	 * @return list<LinkEvent>
	 */
	public function of_link( int $link_id ): array;
}
