<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\WordPress;

use Closure;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;

/**
 * Runs recurring work. Logs a temporary database failure instead of throwing: Action Scheduler unschedules an action
 * after several failures.
 */
final class StorageGuard {

	public function __construct( private readonly Log $log ) {}

	/**
	 * @param Closure(): mixed $work
	 */
	public function run( Closure $work ): void {
		try {
			$work();
		} catch ( StorageFailed $failure ) {
			$this->log->error( $failure->getMessage() . ' The next run continues.' );
		}
	}
}
