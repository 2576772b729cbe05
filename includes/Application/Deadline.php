<?php
/**
 * Time that is left.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\Clock;

/**
 * The time budget of one request: staff wait at most 20 seconds for a link, whatever the provider does.
 */
final class Deadline {

	private const SECONDS = 20.0;

	/**
	 * Longest wait for `POST /orders`: enough for a slow answer, short enough to retire the order ID and try once more.
	 */
	private const CREATE = 9.0;

	/**
	 * Kept free for retiring an order ID.
	 */
	private const RETIRE = 3.0;

	/**
	 * A provider that cannot answer within this is not worth asking again in this request.
	 */
	private const WORTHWHILE = 2.0;

	/**
	 * When it began.
	 */
	private readonly float $started;

	/**
	 * Starts the clock.
	 */
	public function __construct( private readonly Clock $clock ) {
		$this->started = $clock->monotonic();
	}

	/**
	 * Returns the seconds that are left.
	 */
	public function left(): float {
		return max( 0.0, self::SECONDS - ( $this->clock->monotonic() - $this->started ) );
	}

	/**
	 * Tells whether there is time to create a link and, should its answer be lost, to retire it.
	 */
	public function allows_create(): bool {
		return $this->left() >= self::WORTHWHILE + self::RETIRE;
	}

	/**
	 * Returns how long a create call may take, in seconds.
	 */
	public function for_create(): float {
		return max( self::WORTHWHILE, min( self::CREATE, $this->left() - self::RETIRE ) );
	}

	/**
	 * Returns how long a cancel call may take, in seconds.
	 */
	public function for_retire(): float {
		return max( 1.0, min( self::RETIRE, $this->left() ) );
	}
}
