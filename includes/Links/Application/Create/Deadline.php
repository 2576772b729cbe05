<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Create;

use MultiSafepay\PaymentLinks\Shared\Application\Clock;

/**
 * The time budget of a create request: staff wait at most 20 seconds. All values are in seconds.
 */
final class Deadline {

	private const SECONDS = 20.0;

	/**
	 * Timeout of `POST /orders`. Leaves time to cancel the order ID and to retry once.
	 */
	private const CREATE = 9.0;

	/**
	 * Reserved for cancelling an order ID.
	 */
	private const CANCEL = 3.0;

	/**
	 * Minimum timeout of a create request. With less time left, there is no retry.
	 */
	private const MIN_CREATE = 2.0;

	private readonly float $started;

	public function __construct( private readonly Clock $clock ) {
		$this->started = $clock->monotonic();
	}

	public function remaining(): float {
		return max( 0.0, self::SECONDS - ( $this->clock->monotonic() - $this->started ) );
	}

	/**
	 * Whether there is time to create a link and, if there is no response, to cancel it.
	 */
	public function allows_create(): bool {
		return $this->remaining() >= self::MIN_CREATE + self::CANCEL;
	}

	public function for_create(): float {
		return max( self::MIN_CREATE, min( self::CREATE, $this->remaining() - self::CANCEL ) );
	}

	public function for_cancel(): float {
		return max( 1.0, min( self::CANCEL, $this->remaining() ) );
	}
}
