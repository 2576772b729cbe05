<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Links\Storage\LinkWorkTable;
use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\Payments\Application\ReconcileLinks;
use MultiSafepay\PaymentLinks\Payments\Application\ReconcileReport;
use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Shared\WordPress\RecurringActions;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\JobSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

#[CoversClass( ReconcileLinks::class )]
#[CoversClass( LinkWorkTable::class )]
#[CoversClass( RecurringActions::class )]
final class ReconcileTest extends IntegrationTestCase {

	use LinkSteps;
	use JobSteps;

	/**
	 * Tolerance in seconds for a busy machine. Schedules differ by minutes.
	 */
	private const TOLERANCE = 45;

	private string $table;

	protected function setUp(): void {
		parent::setUp();
		$this->table = Db::wpdb()->prefix . 'multisafepay_payment_links';
	}

	public function test_a_link_that_is_not_due_is_not_checked(): void {
		$this->create_link_id();
		$request_count = count( $this->emulator->requests() );

		$report = $this->reconcile( 10 );

		self::assertEquals( new ReconcileReport( 0, 0, 0, true ), $report );
		self::assertCount( $request_count, $this->emulator->requests() );
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

		do_action( Module::RECONCILE );
		do_action( Module::NIGHTLY );

		self::assertSame( [], $writes );
	}

	public function test_a_payment_without_a_notification_is_found(): void {
		$id = $this->create_link_id();
		$this->emulator->simulate( $this->order_id( $id ), 'pay' );
		$this->make_due( $id );

		do_action( Module::RECONCILE );

		self::assertSame( 'completed', $this->column( $id, 'status' ) );
		self::assertNotSame( '', $this->column( $id, 'checked_at' ) );
		self::assertGreaterThan(
			gmdate( 'Y-m-d H:i:s' ),
			$this->column( $id, 'check_at' ),
			'A refund is still possible.'
		);
	}

	public function test_an_unchanged_link_is_checked_at_growing_intervals(): void {
		$id     = $this->create_link_id();
		$delays = [];
		foreach ( [ 600, 7200, 86_400, 20 * 86_400 ] as $age ) {
			Db::query( "UPDATE {$this->table} SET changed_at = UTC_TIMESTAMP() - INTERVAL $age SECOND WHERE id = $id" );
			$this->make_due( $id );
			$this->reconcile( 10 );
			$delays[] = (int) round( ( (int) strtotime( $this->column( $id, 'check_at' ) . ' UTC' ) - time() ) / 60 );
		}

		self::assertSame( [ 10, 60, 720, 1440 ], $delays );
	}

	public function test_the_next_check_is_right_after_the_expiry(): void {
		$id = $this->create_link_id();
		Db::query( "UPDATE {$this->table} SET expires_at = UTC_TIMESTAMP() + INTERVAL 240 SECOND WHERE id = $id" );
		$this->make_due( $id );

		$this->reconcile( 10 );

		self::assertEqualsWithDelta(
			time() + 300,
			strtotime( $this->column( $id, 'check_at' ) . ' UTC' ),
			self::TOLERANCE
		);
	}

	public function test_an_expired_link_is_marked_as_expired(): void {
		$id = $this->create_link_id();
		$this->emulator->advance( 31 * 86_400 );
		Db::query( "UPDATE {$this->table} SET expires_at = UTC_TIMESTAMP() - INTERVAL 1 SECOND WHERE id = $id" );
		$this->make_due( $id );

		$this->reconcile( 10 );

		self::assertSame( 'expired', $this->column( $id, 'status' ) );
	}

	public function test_a_creation_without_its_scheduled_check_is_resolved(): void {
		$id = $this->create_link_id();
		Db::query(
			"UPDATE {$this->table} SET status = 'creating', reason = 'reserved',
			changed_at = UTC_TIMESTAMP() - INTERVAL 3 MINUTE WHERE id = $id"
		);
		$this->make_due( $id );

		$this->reconcile( 10 );

		self::assertSame(
			'failed no_answer_cancelled',
			$this->column( $id, 'status' ) . ' ' . $this->column( $id, 'reason' )
		);
		self::assertSame( [], $this->payable() );
	}

	public function test_a_run_respects_its_limit_and_the_next_run_continues(): void {
		$ids = array_map( fn (): int => $this->create_link_id(), range( 1, 5 ) );
		$this->make_due( ...$ids );
		$request_count = count( $this->emulator->requests( 'GET' ) );

		$first  = $this->reconcile( 3 );
		$second = $this->reconcile( 3 );

		self::assertSame(
			[ 3, false, 2, true ],
			[ $first->checked, $first->is_finished, $second->checked, $second->is_finished ]
		);
		self::assertCount( $request_count + 5, $this->emulator->requests( 'GET' ) );
	}

	public function test_an_outage_ends_the_run_and_the_links_are_checked_again_soon(): void {
		$ids = array_map( fn (): int => $this->create_link_id(), range( 1, 6 ) );
		$this->make_due( ...$ids );
		$this->emulator->fault( 'status_503_html', 'GET', '*', 0 );

		$report = $this->reconcile( 50 );

		self::assertSame( [ 0, 3, false ], [ $report->checked, $report->failed, $report->is_finished ] );
		self::assertEqualsWithDelta(
			time() + 300,
			strtotime( $this->column( $ids[0], 'check_at' ) . ' UTC' ),
			self::TOLERANCE
		);
		self::assertSame( '', $this->column( $ids[0], 'checked_at' ) );
	}

	#[DataProvider( 'faults' )]
	public function test_an_unusable_response_changes_nothing( string $fault ): void {
		$id = $this->create_link_id();
		$this->emulator->simulate( $this->order_id( $id ), 'pay' );
		$this->make_due( $id );
		$this->emulator->fault( $fault, 'GET', '*', 1 );

		$this->reconcile( 1 );
		self::assertSame( 'active', $this->column( $id, 'status' ) );
		$this->make_due( $id );
		$this->reconcile( 1 );

		self::assertSame( 'completed', $this->column( $id, 'status' ) );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function faults(): array {
		return [
			'reset before'   => [ 'reset_before' ],
			'reset after'    => [ 'reset_after' ],
			'503 as HTML'    => [ 'status_503_html' ],
			'200 as HTML'    => [ 'html_200' ],
			'truncated JSON' => [ 'bad_json' ],
			'empty response' => [ 'empty_200' ],
		];
	}

	public function test_the_nightly_run_finds_a_link_without_a_scheduled_check(): void {
		$id = $this->create_link_id();
		$this->emulator->simulate( $this->order_id( $id ), 'pay' );
		Db::query( "UPDATE {$this->table} SET check_at = NULL WHERE id = $id" );

		$this->reconcile( 10 );
		self::assertSame( 'active', $this->column( $id, 'status' ) );
		do_action( Module::NIGHTLY );

		self::assertSame( 'completed', $this->column( $id, 'status' ) );
	}

	public function test_a_link_without_a_key_is_not_checked_until_the_key_is_restored(): void {
		$id = $this->create_link_id();
		$this->make_due( $id );
		$this->store_key( 'another-key-0123456789' );
		delete_option( 'multisafepay_payment_links_former_keys' );
		$request_count = count( $this->emulator->requests() );

		self::assertTrue( $this->reconcile( 10 )->is_finished );
		self::assertSame( '', $this->column( $id, 'check_at' ) );
		self::assertCount( $request_count, $this->emulator->requests() );
		$this->store_key( Support\Env::get( 'EMULATOR_KEY' ) );
		do_action( Module::NIGHTLY );

		self::assertNotSame( '', $this->column( $id, 'checked_at' ) );
	}

	public function test_one_of_two_workers_claims_a_link(): void {
		$id = $this->create_link_id();
		$this->make_due( $id );
		$queue  = Plugin::container()->get( LinkWorkTable::class );
		$now    = new \DateTimeImmutable( 'now', new \DateTimeZone( 'UTC' ) );
		$until  = $now->add( new \DateInterval( 'PT10M' ) );
		[ $first ] = $queue->due( $now, 10 );
		[ $second ] = $queue->due( $now, 10 );

		self::assertSame( [ true, false ], [ $queue->claim( $first, $until ), $queue->claim( $second, $until ) ] );
	}

	public function test_with_a_clock_one_day_ahead_links_are_checked_earlier(): void {
		$id = $this->create_link_id();
		// For a clock that is one day ahead, links due within a day are due now.
		Db::query(
			"UPDATE {$this->table} SET check_at = check_at - INTERVAL 1 DAY,
			changed_at = changed_at - INTERVAL 1 DAY, created_at = created_at - INTERVAL 1 DAY WHERE id = $id"
		);

		$this->reconcile( 10 );

		self::assertSame( 'active', $this->column( $id, 'status' ) );
	}

	public function test_with_a_clock_one_day_behind_links_are_still_checked(): void {
		$id = $this->create_link_id();
		Db::query( "UPDATE {$this->table} SET changed_at = changed_at + INTERVAL 1 DAY WHERE id = $id" );
		$this->make_due( $id );

		$this->reconcile( 10 );

		self::assertEqualsWithDelta(
			time() + 600,
			strtotime( $this->column( $id, 'check_at' ) . ' UTC' ),
			self::TOLERANCE
		);
	}

	#[Group( 'needs-real-woocommerce' )]
	public function test_recurring_actions_are_scheduled_once_and_removed_on_deactivation(): void {
		RecurringActions::unschedule();
		delete_option( Plugin::ACTIONS_OPTION );

		Plugin::schedule_actions();
		Plugin::schedule_actions();
		RecurringActions::schedule();

		self::assertSame(
			[ 1, 1 ],
			[ count( $this->pending_actions( Module::RECONCILE ) ), count( $this->pending_actions( Module::NIGHTLY ) ) ]
		);
		do_action( 'deactivate_' . plugin_basename( \MultiSafepay\PaymentLinks\PLUGIN_FILE ), false );
		self::assertSame(
			[ 0, 0 ],
			[ count( $this->pending_actions( Module::RECONCILE ) ), count( $this->pending_actions( Module::NIGHTLY ) ) ]
		);
	}

	public function test_checking_that_recurring_actions_are_scheduled_runs_no_query(): void {
		Plugin::schedule_actions();
		wp_load_alloptions();
		$before = Db::wpdb()->num_queries;

		Plugin::schedule_actions();

		self::assertSame( $before, Db::wpdb()->num_queries );
	}

	private function reconcile( int $limit ): ReconcileReport {
		return Plugin::container()->get( ReconcileLinks::class )->run( $limit );
	}

	private function make_due( int ...$ids ): void {
		Db::query(
			"UPDATE {$this->table} SET check_at = UTC_TIMESTAMP() - INTERVAL 1 SECOND WHERE id IN ("
				. implode( ',', $ids )
				. ')'
		);
	}

	private function column( int $id, string $column ): string {
		return (string) Db::wpdb()->get_var( "SELECT $column FROM {$this->table} WHERE id = $id" );
	}

	private function order_id( int $id ): string {
		return $this->column( $id, 'order_id' );
	}
}
