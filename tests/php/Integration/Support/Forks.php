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
	 * Does each in a process of its own, all from the same moment on, and waits until they are done.
	 *
	 * @param Closure(): mixed ...$works What they do.
	 */
	protected function together( Closure ...$works ): void {
		$gate = (string) tempnam( sys_get_temp_dir(), 'mspl-gate-' );
		$pids = [];
		foreach ( array_values( $works ) as $number => $work ) {
			$pids[] = $this->fork(
				static function () use ( $gate, $number, $work ): void {
					touch( "$gate.$number" );
					while ( file_exists( $gate ) ) {
						usleep( 200 );
						clearstatcache();
					}
					$work();
				}
			);
		}
		Wait::until( static fn (): bool => count( (array) glob( "$gate.*" ) ) === count( $pids ), 'all processes stand at the gate' );
		unlink( $gate );
		$this->wait_for( $pids );
		foreach ( (array) glob( "$gate.*" ) as $file ) {
			unlink( (string) $file );
		}
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
