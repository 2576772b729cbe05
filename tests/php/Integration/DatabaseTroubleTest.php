<?php
/**
 * A database in trouble, and several workers on it.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Storage\Database;
use MultiSafepay\PaymentLinks\Storage\DetailsJson;
use MultiSafepay\PaymentLinks\Storage\EventLog;
use MultiSafepay\PaymentLinks\Storage\LinkRow;
use MultiSafepay\PaymentLinks\Storage\LinkTable;
use MultiSafepay\PaymentLinks\Storage\Schema;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Forks;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Wait;
use MultiSafepay\PaymentLinks\WooCommerce\ActionHooks;
use MultiSafepay\PaymentLinks\WooCommerce\SystemClock;
use mysqli;
use PHPUnit\Framework\Attributes\CoversClass;

// phpcs:disable WordPress.DB.RestrictedClasses, WordPress.DB.RestrictedFunctions -- A second connection, beside WordPress's.

#[CoversClass( Database::class )]
final class DatabaseTroubleTest extends HttpTestCase {

	use LinkSteps;
	use Forks;

	public function test_a_database_that_is_gone_for_a_second_in_the_middle_of_a_create_costs_nothing(): void {
		$order = $this->orders->make();
		$body  = [ 'idempotency_key' => $this->fresh_key() ];
		// While MultiSafepay takes its time, the connections break and nobody can open new ones.
		$this->emulator->fault( 'slow', 'POST', '/orders', 1, 2000 );
		$breaker = $this->fork(
			function (): void {
				Wait::until( fn (): bool => $this->emulator->requests( 'POST', '/orders' ) !== [], 'MultiSafepay is asked' );
				$socket = $this->socket();
				rename( $socket, $socket . '.away' );
				foreach ( Db::wpdb()->get_col( 'SELECT id FROM information_schema.processlist WHERE id <> CONNECTION_ID() AND command = "Sleep"' ) as $id ) {
					if ( is_string( $id ) ) {
						Db::wpdb()->query( "KILL $id" );
					}
				}
				sleep( 1 );
				rename( $socket . '.away', $socket );
			}
		);

		$answer = $this->http( 'POST', "/orders/{$order->get_id()}/links", $body );
		$this->wait_for( [ $breaker ] );
		Db::wpdb()->check_connection( false );

		self::assertSame( 201, $answer->status, $answer->body );
		self::assertSame( [ '1 active created' ], $this->states( $order ) );
		self::assertSame( [ Json::text( $answer->json(), 'order_id' ) ], $this->payable() );
	}

	public function test_a_database_that_takes_no_write_is_said_so_and_the_same_key_makes_one_link(): void {
		$order = $this->orders->make();
		$body  = [ 'idempotency_key' => $this->fresh_key() ];
		$fails = static fn ( string $query ): string => str_contains( $query, 'INSERT IGNORE INTO ' . Db::wpdb()->prefix . 'multisafepay_payment_links ' ) ? 'INSERT broken' : $query;
		add_filter( 'query', $fails );

		$this->assert_error( 503, 'storage_failed', $this->post_link( $order, $body ) );
		remove_filter( 'query', $fails );

		self::assertSame( [], $this->emulator->orders(), 'Nothing is asked of the provider that is not written down first.' );
		$this->made_link( $order, $body );
		self::assertCount( 1, $this->payable() );
	}

	public function test_a_deadlock_is_tried_again(): void {
		$order = $this->orders->make();
		[ $one, $two ] = [ Json::number( $this->made_link( $order ), 'id' ), Json::number( $this->made_link( $order ), 'id' ) ];
		$table = Db::wpdb()->prefix . 'multisafepay_payment_links';
		$ready = 'mspl-test-' . $two;
		$other = $this->fork(
			function () use ( $table, $one, $two, $ready ): void {
				$connection = $this->second_connection();
				$connection->query( 'START TRANSACTION' );
				// The heavier of the two is never the victim.
				$connection->query( 'UPDATE ' . Db::wpdb()->options . " SET autoload = autoload, option_name = CONCAT(option_name, '')" );
				$connection->query( "UPDATE $table SET number = number + 1 WHERE id = $two" );
				for ( $n = 0; $n < 200; $n++ ) {
					$connection->query( 'INSERT INTO ' . Db::wpdb()->prefix . "multisafepay_payment_link_events (link_id, at, source, user_id, to_status, reason) VALUES (999999999, UTC_TIMESTAMP(), 'system', 0, 'active', 'created')" );
				}
				$connection->query( "SELECT GET_LOCK('$ready', 0)" );
				Wait::until( $this->is_somebody_waiting_for_a_row( ... ), 'the other one wants the second row' );
				$connection->query( "UPDATE $table SET number = number + 1 WHERE id = $one" );
				$connection->query( 'ROLLBACK' );
			}
		);
		$schema   = new Schema( Db::wpdb() );
		$database = new Database( Db::wpdb() );
		$links    = new LinkTable( $database, $schema, new EventLog( $database, $schema ), new LinkRow( new DetailsJson() ), new SystemClock() );
		$link     = $links->find( $two );
		self::assertNotNull( $link );
		$before = $this->deadlocks();
		Wait::until( static fn (): bool => Db::wpdb()->get_var( "SELECT IS_USED_LOCK('$ready')" ) !== null, 'the other one has the second row' );
		Db::query( 'START TRANSACTION' );
		Db::query( "UPDATE $table SET number = number + 2 WHERE id = $one" );

		$changed = $links->change( $link, new LinkChange( LinkStatus::Cancelled, LinkReason::Retired, Actor::system() ) );
		Db::query( 'COMMIT' );
		$this->wait_for( [ $other ] );

		self::assertSame( LinkStatus::Cancelled, $changed?->status );
		self::assertSame( 'cancelled', Db::wpdb()->get_var( "SELECT status FROM $table WHERE id = $two" ) );
		self::assertGreaterThan( $before, $this->deadlocks(), 'There was a deadlock.' );
	}

	public function test_four_workers_on_one_sweep_ask_about_each_link_once(): void {
		$order = $this->orders->make();
		$body  = array_map( fn (): array => [ 'idempotency_key' => $this->fresh_key() ], range( 1, 30 ) );
		$this->parallel_posts( "/orders/{$order->get_id()}/links", $body );
		Db::query( 'UPDATE ' . Db::wpdb()->prefix . 'multisafepay_payment_links SET check_at = UTC_TIMESTAMP() - INTERVAL 1 MINUTE' );

		$this->wait_for( array_map( fn (): int => $this->fork( static fn () => do_action( ActionHooks::RECONCILE ) ), range( 1, 4 ) ) );

		self::assertCount( 30, $this->emulator->requests( 'GET' ) );
		self::assertSame( '30', Db::wpdb()->get_var( 'SELECT COUNT(*) FROM ' . Db::wpdb()->prefix . 'multisafepay_payment_links WHERE checked_at IS NOT NULL AND check_at > UTC_TIMESTAMP()' ) );
	}

	private function is_somebody_waiting_for_a_row(): bool {
		// The server makes this table anew only for those who have not asked for a tenth of a second.
		usleep( 150_000 );
		return Db::wpdb()->get_var( "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'" ) !== '0';
	}

	private function deadlocks(): int {
		$value = Db::wpdb()->get_var( "SELECT count FROM information_schema.innodb_metrics WHERE name = 'lock_deadlocks'" );
		return is_numeric( $value ) ? (int) $value : 0;
	}

	private function socket(): string {
		$host = $this->constant( 'DB_HOST' );
		return substr( $host, (int) strpos( $host, ':' ) + 1 );
	}

	private function second_connection(): mysqli {
		return new mysqli( 'localhost', $this->constant( 'DB_USER' ), $this->constant( 'DB_PASSWORD' ), $this->constant( 'DB_NAME' ), 0, $this->socket() );
	}

	private function constant( string $name ): string {
		$value = constant( $name );
		self::assertIsString( $value );
		return $value;
	}
}
