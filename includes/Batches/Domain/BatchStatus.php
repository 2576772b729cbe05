<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Domain;

/**
 * Workers only start items of running batches.
 */
enum BatchStatus: string {

	/**
	 * The items are being stored. If the request is interrupted, a request with the same idempotency key continues.
	 */
	case Preparing = 'preparing';

	case Running   = 'running';
	case Done      = 'done';
	case Cancelled = 'cancelled';

	/**
	 * All further requests would fail too, e.g. because of an invalid API key.
	 */
	case Stopped = 'stopped';

	public function has_ended(): bool {
		return ! in_array( $this, [ self::Preparing, self::Running ], true );
	}
}
