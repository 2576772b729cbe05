<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use WP_Hook;

/**
 * Runs a test in a database transaction and restores the state of WordPress in this process.
 */
final class Isolation {

	/**
	 * @var array<string, WP_Hook>
	 */
	private array $hooks = [];

	private int $depth = 0;

	/**
	 * @param bool $transaction False when other processes must see the data of the test.
	 */
	public function __construct( private readonly bool $transaction ) {
	}

	public function begin(): void {
		$this->hooks = array_map( static fn ( WP_Hook $hook ): WP_Hook => clone $hook, $this->hook_table() );
		$this->reset_state();
		if ( $this->transaction ) {
			Db::query( 'START TRANSACTION' );
			add_filter( 'query', $this->to_savepoint( ... ) );
		}
	}

	public function end(): void {
		$GLOBALS['wp_filter'] = $this->hooks; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
		if ( $this->transaction ) {
			Db::query( 'ROLLBACK' );
		}
		$this->reset_state();
	}

	/**
	 * Converts transactions of the code under test to savepoints. A START TRANSACTION would commit the transaction of
	 * the test.
	 */
	private function to_savepoint( string $query ): string {
		return match ( strtoupper( trim( $query, " \t\n;" ) ) ) {
			'START TRANSACTION', 'BEGIN' => 'SAVEPOINT test_' . $this->enter(),
			'COMMIT'                     => 'RELEASE SAVEPOINT test_' . $this->leave(),
			'ROLLBACK'                   => 'ROLLBACK TO SAVEPOINT test_' . $this->leave(),
			default                      => $query,
		};
	}

	private function enter(): int {
		return $this->depth += 1;
	}

	private function leave(): int {
		return $this->depth > 0 ? $this->depth-- : 0;
	}

	private function reset_state(): void {
		wp_cache_flush();
		wp_set_current_user( 0 );
		$GLOBALS['wp_rest_server'] = null;
		unset( $GLOBALS['current_screen'] );
		$_GET     = [];
		$_POST    = [];
		$_REQUEST = [];
	}

	/**
	 * @return array<string, WP_Hook>
	 */
	private function hook_table(): array {
		/** @var array<string, WP_Hook> $table */
		$table = $GLOBALS['wp_filter'];
		return $table;
	}
}
