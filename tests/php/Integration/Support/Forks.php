<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use Closure;
use RuntimeException;

/**
 * Forks this process for tests without a transaction. Each fork has WordPress loaded and its own database connection.
 */
trait Forks {

	/**
	 * Runs a closure in a forked process and returns the process ID.
	 *
	 * @param Closure(): mixed $work Work of the fork. The fork is killed afterwards, so that PHPUnit does not continue.
	 */
	protected function fork( Closure $work ): int {
		$pid = pcntl_fork();
		if ( $pid === -1 ) {
			throw new RuntimeException( 'The process could not be forked.' );
		}
		if ( $pid > 0 ) {
			return $pid;
		}
		// Keep a reference to the parent's connection. Destroying it in the fork would close it for the parent.
		$GLOBALS['mspl_parents_connection'] = ( fn (): mixed => $this->dbh )->call( Db::wpdb() );
		ob_start();
		try {
			Db::wpdb()->db_connect( false );
			$work();
		} finally {
			posix_kill( (int) getmypid(), SIGKILL );
		}
		throw new RuntimeException( 'A killed process is still running.' );
	}

	/**
	 * Runs each closure in its own fork, all starting at the same moment, and waits for all of them.
	 *
	 * @param Closure(): mixed ...$works
	 */
	protected function run_in_parallel( Closure ...$works ): void {
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
		Wait::until(
			static fn (): bool => count( (array) glob( "$gate.*" ) ) === count( $pids ),
			'all processes are ready'
		);
		unlink( $gate );
		$this->wait_for( $pids );
		foreach ( (array) glob( "$gate.*" ) as $file ) {
			unlink( (string) $file );
		}
	}

	/**
	 * Waits until processes have ended.
	 *
	 * @param list<int> $pids Process IDs returned by fork().
	 */
	protected function wait_for( array $pids ): void {
		foreach ( $pids as $pid ) {
			pcntl_waitpid( $pid, $status );
		}
	}
}
