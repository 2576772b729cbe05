<?php
/**
 * Reading links whose notification never came.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Application\ReconcileLinks;
use MultiSafepay\PaymentLinks\Application\ReconcileReport;
use MultiSafepay\PaymentLinks\Services;
use MultiSafepay\PaymentLinks\Storage\CheckQueueTable;
use MultiSafepay\PaymentLinks\Storage\Database;
use MultiSafepay\PaymentLinks\Storage\DetailsJson;
use MultiSafepay\PaymentLinks\Storage\LinkRow;
use MultiSafepay\PaymentLinks\Storage\Schema;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\JobSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\WooCommerce\ActionHooks;
use MultiSafepay\PaymentLinks\WooCommerce\Jobs;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

#[CoversClass( ReconcileLinks::class )]
#[CoversClass( CheckQueueTable::class )]
#[CoversClass( Jobs::class )]
final class ReconcileTest extends IntegrationTestCase {

	use LinkSteps;
	use JobSteps;

	/**
	 * Seconds that a busy machine may need between a plan and the look at it; plans differ by minutes.
	 */
	private const SLACK = 45;

	private string $table;

	protected function setUp(): void {
		parent::setUp();
		$this->table = Db::wpdb()->prefix . 'multisafepay_payment_links';
	}

	public function test_a_link_that_is_not_due_is_left_alone(): void {
		$this->link_id();
		$asked = count( $this->emulator->requests() );

		$report = $this->run_sweep( 10 );

		self::assertEquals( new ReconcileReport( 0, 0, 0, true ), $report );
		self::assertCount( $asked, $this->emulator->requests() );
	}

	public function test_an_empty_run_writes_nothing(): void {
		$writes = [];
		add_filter(
			'query',
			static function ( string $query ) use ( &$writes ): string {
				if ( preg_match( '/^\s*(INSERT|UPDATE|DELETE|REPLACE)/i', $query ) === 1 ) {
					$writes[] = $query;
				}
				return $query;
			}
		);

		do_action( ActionHooks::RECONCILE );
		do_action( ActionHooks::SWEEP );

		self::assertSame( [], $writes );
	}

	public function test_a_payment_without_a_notification_is_found(): void {
		$id = $this->link_id();
		$this->emulator->act( $this->order_id( $id ), 'pay' );
		$this->make_due( $id );

		do_action( ActionHooks::RECONCILE );

		self::assertSame( 'completed', $this->column( $id, 'status' ) );
		self::assertNotSame( '', $this->column( $id, 'checked_at' ) );
		self::assertGreaterThan( gmdate( 'Y-m-d H:i:s' ), $this->column( $id, 'check_at' ), 'A refund may follow.' );
	}

	public function test_an_unchanged_link_is_looked_at_ever_more_seldom(): void {
		$id     = $this->link_id();
		$delays = [];
		foreach ( [ 600, 7200, 86_400, 20 * 86_400 ] as $age ) {
			Db::query( "UPDATE {$this->table} SET changed_at = UTC_TIMESTAMP() - INTERVAL $age SECOND WHERE id = $id" );
			$this->make_due( $id );
			$this->run_sweep( 10 );
			$delays[] = (int) round( ( (int) strtotime( $this->column( $id, 'check_at' ) . ' UTC' ) - time() ) / 60 );
		}

		self::assertSame( [ 10, 60, 720, 1440 ], $delays );
	}

	public function test_the_next_look_comes_right_after_the_end(): void {
		$id = $this->link_id();
		Db::query( "UPDATE {$this->table} SET expires_at = UTC_TIMESTAMP() + INTERVAL 240 SECOND WHERE id = $id" );
		$this->make_due( $id );

		$this->run_sweep( 10 );

		self::assertEqualsWithDelta( time() + 300, strtotime( $this->column( $id, 'check_at' ) . ' UTC' ), self::SLACK );
	}

	public function test_expiry_is_noticed_by_itself(): void {
		$id = $this->link_id();
		$this->emulator->advance( 31 * 86_400 );
		Db::query( "UPDATE {$this->table} SET expires_at = UTC_TIMESTAMP() - INTERVAL 1 SECOND WHERE id = $id" );
		$this->make_due( $id );

		$this->run_sweep( 10 );

		self::assertSame( 'expired', $this->column( $id, 'status' ) );
	}

	public function test_a_creation_whose_own_look_got_lost_is_settled(): void {
		$id = $this->link_id();
		Db::query( "UPDATE {$this->table} SET status = 'creating', reason = 'reserved', changed_at = UTC_TIMESTAMP() - INTERVAL 3 MINUTE WHERE id = $id" );
		$this->make_due( $id );

		$this->run_sweep( 10 );

		self::assertSame( 'failed no_answer_retired', $this->column( $id, 'status' ) . ' ' . $this->column( $id, 'reason' ) );
		self::assertSame( [], $this->payable() );
	}

	public function test_the_cap_holds_and_the_next_run_goes_on(): void {
		$ids = array_map( fn (): int => $this->link_id(), range( 1, 5 ) );
		$this->make_due( ...$ids );
		$asked = count( $this->emulator->requests( 'GET' ) );

		$first  = $this->run_sweep( 3 );
		$second = $this->run_sweep( 3 );

		self::assertSame( [ 3, false, 2, true ], [ $first->checked, $first->is_finished, $second->checked, $second->is_finished ] );
		self::assertCount( $asked + 5, $this->emulator->requests( 'GET' ) );
	}

	public function test_an_outage_ends_the_run_and_the_links_are_asked_about_again_soon(): void {
		$ids = array_map( fn (): int => $this->link_id(), range( 1, 6 ) );
		$this->make_due( ...$ids );
		$this->emulator->fault( 'status_503_html', 'GET', '*', 0 );

		$report = $this->run_sweep( 50 );

		self::assertSame( [ 0, 3, false ], [ $report->checked, $report->failed, $report->is_finished ] );
		self::assertEqualsWithDelta( time() + 300, strtotime( $this->column( $ids[0], 'check_at' ) . ' UTC' ), self::SLACK );
		self::assertSame( '', $this->column( $ids[0], 'checked_at' ) );
	}

	#[DataProvider( 'faults' )]
	public function test_a_spoilt_answer_changes_nothing( string $fault ): void {
		$id = $this->link_id();
		$this->emulator->act( $this->order_id( $id ), 'pay' );
		$this->make_due( $id );
		$this->emulator->fault( $fault, 'GET', '*', 1 );

		$this->run_sweep( 1 );
		self::assertSame( 'active', $this->column( $id, 'status' ) );
		$this->make_due( $id );
		$this->run_sweep( 1 );

		self::assertSame( 'completed', $this->column( $id, 'status' ) );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function faults(): array {
		return [
			'reset before' => [ 'reset_before' ],
			'reset after'  => [ 'reset_after' ],
			'503 as HTML'  => [ 'status_503_html' ],
			'200 as HTML'  => [ 'html_200' ],
			'half a JSON'  => [ 'bad_json' ],
			'nothing'      => [ 'empty_200' ],
		];
	}

	public function test_a_link_that_nobody_planned_to_look_at_is_found_at_night(): void {
		$id = $this->link_id();
		$this->emulator->act( $this->order_id( $id ), 'pay' );
		Db::query( "UPDATE {$this->table} SET check_at = NULL WHERE id = $id" );

		$this->run_sweep( 10 );
		self::assertSame( 'active', $this->column( $id, 'status' ) );
		do_action( ActionHooks::SWEEP );

		self::assertSame( 'completed', $this->column( $id, 'status' ) );
	}

	public function test_a_link_without_a_key_is_not_asked_about_until_the_key_is_back(): void {
		$id = $this->link_id();
		$this->make_due( $id );
		$this->store_key( 'another-key-0123456789' );
		delete_option( 'multisafepay_payment_links_former_keys' );
		$asked = count( $this->emulator->requests() );

		self::assertTrue( $this->run_sweep( 10 )->is_finished );
		self::assertSame( '', $this->column( $id, 'check_at' ) );
		self::assertCount( $asked, $this->emulator->requests() );
		$this->store_key( Support\Env::get( 'EMULATOR_KEY' ) );
		do_action( ActionHooks::SWEEP );

		self::assertNotSame( '', $this->column( $id, 'checked_at' ) );
	}

	public function test_one_of_two_workers_gets_a_link(): void {
		$id = $this->link_id();
		$this->make_due( $id );
		$schema = new Schema( Db::wpdb() );
		$queue  = new CheckQueueTable( new Database( Db::wpdb() ), $schema, new LinkRow( new DetailsJson() ) );
		$now    = new \DateTimeImmutable( 'now', new \DateTimeZone( 'UTC' ) );
		$until  = $now->add( new \DateInterval( 'PT10M' ) );
		[ $one ] = $queue->due( $now, 10 );
		[ $two ] = $queue->due( $now, 10 );

		self::assertSame( [ true, false ], [ $queue->claim( $one, $until ), $queue->claim( $two, $until ) ] );
	}

	public function test_a_clock_that_is_a_day_ahead_only_asks_sooner(): void {
		$id = $this->link_id();
		// To a clock that is a day ahead, what is due within a day is due.
		Db::query( "UPDATE {$this->table} SET check_at = check_at - INTERVAL 1 DAY, changed_at = changed_at - INTERVAL 1 DAY, created_at = created_at - INTERVAL 1 DAY WHERE id = $id" );

		$this->run_sweep( 10 );

		self::assertSame( 'active', $this->column( $id, 'status' ) );
	}

	public function test_a_clock_that_is_a_day_behind_never_stops_the_looking(): void {
		$id = $this->link_id();
		Db::query( "UPDATE {$this->table} SET changed_at = changed_at + INTERVAL 1 DAY WHERE id = $id" );
		$this->make_due( $id );

		$this->run_sweep( 10 );

		self::assertEqualsWithDelta( time() + 600, strtotime( $this->column( $id, 'check_at' ) . ' UTC' ), self::SLACK );
	}

	#[Group( 'needs-real-woocommerce' )]
	public function test_recurring_work_is_scheduled_once_and_comes_off_with_the_plugin(): void {
		Jobs::unschedule();

		Jobs::schedule_once();
		Jobs::schedule_once();
		Jobs::schedule();

		self::assertSame( [ 1, 1 ], [ count( $this->waiting( ActionHooks::RECONCILE ) ), count( $this->waiting( ActionHooks::SWEEP ) ) ] );
		do_action( 'deactivate_' . plugin_basename( \MultiSafepay\PaymentLinks\PLUGIN_FILE ), false );
		self::assertSame( [ 0, 0 ], [ count( $this->waiting( ActionHooks::RECONCILE ) ), count( $this->waiting( ActionHooks::SWEEP ) ) ] );
	}

	public function test_knowing_that_work_is_scheduled_costs_no_query(): void {
		Jobs::schedule_once();
		wp_load_alloptions();
		$before = Db::wpdb()->num_queries;

		Jobs::schedule_once();

		self::assertSame( $before, Db::wpdb()->num_queries );
	}

	private function run_sweep( int $cap ): ReconcileReport {
		return Services::build( Db::wpdb(), \MultiSafepay\PaymentLinks\PLUGIN_FILE )->reconcile->run( $cap );
	}

	private function make_due( int ...$ids ): void {
		Db::query( "UPDATE {$this->table} SET check_at = UTC_TIMESTAMP() - INTERVAL 1 SECOND WHERE id IN (" . implode( ',', $ids ) . ')' );
	}

	private function column( int $id, string $column ): string {
		return (string) Db::wpdb()->get_var( "SELECT $column FROM {$this->table} WHERE id = $id" );
	}

	private function order_id( int $id ): string {
		return $this->column( $id, 'order_id' );
	}
}
