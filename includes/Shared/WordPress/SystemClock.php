<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\WordPress;

use DateTimeImmutable;
use DateTimeZone;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;

final class SystemClock implements Clock {

	public function now(): DateTimeImmutable {
		return new DateTimeImmutable( 'now', new DateTimeZone( 'UTC' ) );
	}

	public function monotonic(): float {
		return hrtime( true ) / 1e9;
	}

	public function sleep( int $milliseconds ): void {
		usleep( $milliseconds * 1000 );
	}
}
