<?php
/**
 * How a batch stands.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Batch;

/**
 * Only a running batch is worked on.
 */
enum BatchStatus: string {

	/**
	 * Its items are being written. A request that dies among them leaves nothing that works: the same key goes on.
	 */
	case Preparing = 'preparing';

	case Running   = 'running';
	case Done      = 'done';
	case Cancelled = 'cancelled';

	/**
	 * Every further call would fail alike, such as after a key that MultiSafepay does not accept.
	 */
	case Stopped = 'stopped';
}
