<?php
/**
 * Processes of their own.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use Closure;
use RuntimeException;

/**
 * For tests without a transaction: copies of this process, WordPress loaded, each with a database connection of its own.
 */
trait Forks {

	/**
	 * Starts work in a process of its own; answers its id.
	 *
	 * @param Closure(): mixed $work What it does; then it is gone at once, without a trace of PHPUnit.
	 */
	protected function fork( Closure $work ): int {
		$pid = pcntl_fork();
		if ( $pid === -1 ) {
			throw new RuntimeException( 'No further process.' );
		}
		if ( $pid > 0 ) {
			return $pid;
		}
		// The parent's connection must not be closed from here: it would say good-bye for the parent.
		$GLOBALS['mspl_parents_connection'] = ( fn (): mixed => $this->dbh )->call( Db::wpdb() );
		ob_start();
		try {
			Db::wpdb()->db_connect( false );
			$work();
		} finally {
			posix_kill( (int) getmypid(), SIGKILL );
		}
		throw new RuntimeException( 'A process that was killed goes on.' );
	}

	/**
	 * Waits for processes to be gone.
	 *
	 * @param list<int> $pids Made by fork().
	 */
	protected function wait_for( array $pids ): void {
		foreach ( $pids as $pid ) {
			pcntl_waitpid( $pid, $status );
		}
	}
}
