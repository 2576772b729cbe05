<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Storage\LinkTable;
use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Shared\Database\Database;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Forks;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Wait;
use mysqli;
use PHPUnit\Framework\Attributes\CoversClass;

// phpcs:disable WordPress.DB.RestrictedClasses, WordPress.DB.RestrictedFunctions

#[CoversClass( Database::class )]
final class DatabaseFailureTest extends HttpTestCase {

	use LinkSteps;
	use Forks;

	public function test_a_link_is_created_although_the_database_is_gone_for_a_second(): void {
		$order = $this->orders->create();
		$body  = [ 'idempotency_key' => $this->new_key() ];
		// During the slow request all connections are killed, and no new connection can be opened for a second.
		$this->emulator->fault( 'slow', 'POST', '/orders', 1, 2000 );
		$breaker = $this->fork(
			function (): void {
				Wait::until(
					fn (): bool => $this->emulator->requests( 'POST', '/orders' ) !== [],
					'the request was sent to MultiSafepay'
				);
				$socket = $this->socket();
				rename( $socket, $socket . '.away' );
				foreach ( Db::wpdb()->get_col(
					'SELECT id FROM information_schema.processlist WHERE id <> CONNECTION_ID() AND command = "Sleep"'
				) as $id ) {
					if ( is_string( $id ) ) {
						Db::wpdb()->query( "KILL $id" );
					}
				}
				sleep( 1 );
				rename( $socket . '.away', $socket );
			}
		);

		$response = $this->http( 'POST', "/orders/{$order->get_id()}/links", $body );
		$this->wait_for( [ $breaker ] );
		Db::wpdb()->check_connection( false );

		self::assertSame( 201, $response->status, $response->body );
		self::assertSame( [ '1 active created' ], $this->link_statuses( $order ) );
		self::assertSame( [ Json::text( $response->json(), 'order_id' ) ], $this->payable() );
	}

	public function test_a_failed_write_is_reported_and_the_same_key_creates_one_link(): void {
		$order        = $this->orders->create();
		$body         = [ 'idempotency_key' => $this->new_key() ];
		$break_insert = static fn ( string $query ): string => str_contains(
			$query,
			'INSERT INTO ' . Db::wpdb()->prefix . 'multisafepay_payment_links '
		)
			? 'INSERT broken'
			: $query;
		add_filter( 'query', $break_insert );

		$this->assert_error( 503, 'storage_failed', $this->post_link( $order, $body ) );
		remove_filter( 'query', $break_insert );

		self::assertSame(
			[],
			$this->emulator->orders(),
			'No request is sent before the link is stored.'
		);
		$this->create_link( $order, $body );
		self::assertCount( 1, $this->payable() );
	}

	public function test_a_write_is_repeated_after_a_deadlock(): void {
		$order = $this->orders->create();
		[ $first_id, $second_id ] = [
			Json::number( $this->create_link( $order ), 'id' ),
			Json::number( $this->create_link( $order ), 'id' ),
		];
		$table         = Db::wpdb()->prefix . 'multisafepay_payment_links';
		$ready         = 'mspl-test-' . $second_id;
		$other_process = $this->fork(
			function () use ( $table, $first_id, $second_id, $ready ): void {
				$connection = $this->second_connection();
				$connection->query( 'START TRANSACTION' );
				// InnoDB rolls back the smaller transaction. This one must be the larger.
				$connection->query(
					'UPDATE ' . Db::wpdb()->options . " SET autoload = autoload, option_name = CONCAT(option_name, '')"
				);
				$connection->query( "UPDATE $table SET number = number + 1 WHERE id = $second_id" );
				for ( $n = 0; $n < 200; $n++ ) {
					$connection->query(
						'INSERT INTO '
							. Db::wpdb()->prefix
							. 'multisafepay_payment_link_events (link_id, at, source, user_id, to_status, reason) '
							. "VALUES (999999999, UTC_TIMESTAMP(), 'system', 0, 'active', 'created')"
					);
				}
				$connection->query( "SELECT GET_LOCK('$ready', 0)" );
				Wait::until( $this->is_row_lock_awaited( ... ), 'the other transaction waits for the second row' );
				$connection->query( "UPDATE $table SET number = number + 1 WHERE id = $first_id" );
				$connection->query( 'ROLLBACK' );
			}
		);
		$links         = Plugin::container()->get( LinkTable::class );
		$link          = $links->find( $second_id );
		self::assertNotNull( $link );
		$before = $this->count_deadlocks();
		Wait::until(
			static fn (): bool => Db::wpdb()->get_var( "SELECT IS_USED_LOCK('$ready')" ) !== null,
			'the other transaction has locked the second row'
		);
		Db::query( 'START TRANSACTION' );
		Db::query( "UPDATE $table SET number = number + 2 WHERE id = $first_id" );

		$changed = $links->change(
			$link,
			new LinkChange( LinkStatus::Cancelled, LinkReason::Cancelled, Actor::system() )
		);
		Db::query( 'COMMIT' );
		$this->wait_for( [ $other_process ] );

		self::assertSame( LinkStatus::Cancelled, $changed?->status );
		self::assertSame( 'cancelled', Db::wpdb()->get_var( "SELECT status FROM $table WHERE id = $second_id" ) );
		self::assertGreaterThan( $before, $this->count_deadlocks(), 'A deadlock occurred.' );
	}

	public function test_four_workers_of_one_reconciliation_check_each_link_once(): void {
		$order = $this->orders->create();
		$body  = array_map( fn (): array => [ 'idempotency_key' => $this->new_key() ], range( 1, 30 ) );
		$this->parallel_posts( "/orders/{$order->get_id()}/links", $body );
		Db::query(
			'UPDATE '
				. Db::wpdb()->prefix
				. 'multisafepay_payment_links SET check_at = UTC_TIMESTAMP() - INTERVAL 1 MINUTE'
		);

		$this->wait_for( array_map(
			fn (): int => $this->fork( static fn () => do_action( Module::RECONCILE ) ),
			range( 1, 4 )
		) );

		self::assertCount( 30, $this->emulator->requests( 'GET' ) );
		self::assertSame(
			'30',
			Db::wpdb()->get_var(
				'SELECT COUNT(*) FROM '
					. Db::wpdb()->prefix
					. 'multisafepay_payment_links WHERE checked_at IS NOT NULL AND check_at > UTC_TIMESTAMP()'
			)
		);
	}

	private function is_row_lock_awaited(): bool {
		// MariaDB refreshes this table only after it has not been read for 0.1 seconds.
		usleep( 150_000 );
		return Db::wpdb()->get_var(
			"SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'"
		) !== '0';
	}

	private function count_deadlocks(): int {
		$value = Db::wpdb()->get_var(
			"SELECT count FROM information_schema.innodb_metrics WHERE name = 'lock_deadlocks'"
		);
		return is_numeric( $value ) ? (int) $value : 0;
	}

	private function socket(): string {
		$host = $this->constant( 'DB_HOST' );
		return substr( $host, (int) strpos( $host, ':' ) + 1 );
	}

	private function second_connection(): mysqli {
		return new mysqli(
			'localhost',
			$this->constant( 'DB_USER' ),
			$this->constant( 'DB_PASSWORD' ),
			$this->constant( 'DB_NAME' ),
			0,
			$this->socket()
		);
	}

	private function constant( string $name ): string {
		$value = constant( $name );
		self::assertIsString( $value );
		return $value;
	}
}
