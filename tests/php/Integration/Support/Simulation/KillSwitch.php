<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support\Simulation;

use Closure;

/**
 * Kills a process before one of its writes or around one of its requests. A dead process writes nothing more, whatever
 * catches the error.
 */
final class KillSwitch {

	private int $points_left = 0;

	private bool $is_dead = false;

	private bool $is_paused = false;

	/**
	 * @param int $points Number of writes and requests until the kill; 0 for never.
	 */
	public function arm( int $points ): void {
		$this->points_left = $points;
		$this->is_dead     = false;
	}

	public function has_killed(): bool {
		return $this->is_dead;
	}

	/**
	 * Filter of `query`.
	 */
	public function on_query( string $query ): string {
		// The database releases the locks of a dead process.
		if ( str_contains( $query, 'RELEASE_LOCK' ) ) {
			return $query;
		}
		if ( $this->is_dead ) {
			throw new ProcessKilled();
		}
		if ( preg_match( '/\A\s*(?:INSERT|UPDATE|DELETE|REPLACE)\b/i', $query ) === 1 ) {
			$this->pass();
		}
		return $query;
	}

	/**
	 * Passes a point where the process can be killed.
	 */
	public function pass(): void {
		if ( $this->is_paused ) {
			return;
		}
		if ( $this->is_dead ) {
			throw new ProcessKilled();
		}
		if ( $this->points_left > 0 && --$this->points_left === 0 ) {
			$this->is_dead = true;
			throw new ProcessKilled();
		}
	}

	/**
	 * Runs the work of another process, which is not killed.
	 */
	public function pause( Closure $work ): void {
		$this->is_paused = true;
		try {
			$work();
		} finally {
			$this->is_paused = false;
		}
	}
}
