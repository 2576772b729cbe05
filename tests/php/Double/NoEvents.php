<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use MultiSafepay\PaymentLinks\Links\Application\EventLog;

final class NoEvents implements EventLog {

	public function of_link( int $link_id ): array {
		return [];
	}
}
