<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use Automattic\WooCommerce\Utilities\OrderUtil;
use MultiSafepay\PaymentLinks\Payments\PaymentsModule;
use MultiSafepay\PaymentLinks\Shared\WordPress\Scheduler;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Faults;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\NotificationSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\DataProviderExternal;
use PHPUnit\Framework\Attributes\Group;
use RuntimeException;
use TypeError;
use WC_Order;
use WP_REST_Response;

#[CoversNothing]
#[Group( 'needs-real-woocommerce' )]
final class PaymentFaultsTest extends IntegrationTestCase {

	use LinkSteps;
	use NotificationSteps;

	private WC_Order $order;

	private string $order_id = '';

	protected function setUp(): void {
		parent::setUp();
		$this->emulator->settings( [ 'notifications' => false ] );
		$this->order    = $this->orders->create();
		$this->order_id = Json::text( $this->create_link( $this->order ), 'order_id' );
		$this->emulator->simulate( $this->order_id, 'pay' );
	}

	#[DataProviderExternal( Faults::class, 'without_response' )]
	public function test_without_a_response_of_the_provider_the_notification_is_requested_again( string $fault ): void {
		$this->emulator->fault( $fault, 'GET', '*', delay_ms: 1500 );

		$this->assert_response(
			503,
			'Not now',
			$this->with_short_timeout( fn (): WP_REST_Response => $this->notify( $this->order_id ) )
		);
		self::assertSame( [ 'pending', 'active', null ], $this->outcome( $this->order ) );

		$this->assert_next_notification_pays();
	}

	/**
	 * Breaks each SQL statement on the plugin's tables and the lock in turn.
	 */
	public function test_no_payment_is_lost_when_any_single_statement_fails(): void {
		$failures = 0;
		for ( $nth = 1; $nth < 30; $nth++ ) {
			$order    = $this->orders->create();
			$order_id = Json::text( $this->create_link( $order ), 'order_id' );
			$this->emulator->simulate( $order_id, 'pay' );
			$count = 0;
			$break = static function ( string $query ) use ( &$count, $nth ): string {
				$is_ours = str_contains( $query, 'multisafepay_payment_link' ) && ! str_contains( $query, 'option' )
					|| str_contains( $query, 'GET_LOCK' );
				return $is_ours && ++$count === $nth ? 'SELECT gone FROM away' : $query;
			};
			$show_errors = Db::wpdb()->suppress_errors();
			add_filter( 'query', $break );
			$response = $this->notify( $order_id );
			remove_filter( 'query', $break );
			Db::wpdb()->suppress_errors( $show_errors );
			if ( $count < $nth ) {
				break;
			}
			++$failures;
			self::assertContains( $response->get_status(), [ 200, 503 ], "Statement $nth." );
			self::assertSame( 200, $this->notify( $order_id )->get_status(), "Statement $nth, repeated." );
			self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $order ), "Statement $nth." );
			self::assertSame(
				1,
				$this->count_notes( $order, 'Payment complete.' ) + $this->count_notes( $order, 'Payment via' ),
				"Statement $nth."
			);
		}
		self::assertGreaterThan( 4, $failures );
	}

	public function test_a_failed_save_of_the_order_is_repeated(): void {
		$broken = 0;
		$break  = static function ( string $query ) use ( &$broken ): string {
			if ( preg_match( '/^\s*(UPDATE|INSERT)\b/', $query ) === 1 && str_contains( $query, "'wc-completed'" ) ) {
				++$broken;
				return 'SELECT gone FROM away';
			}
			return $query;
		};
		$show_errors = Db::wpdb()->suppress_errors();
		add_filter( 'query', $break );
		$response = $this->notify( $this->order_id );
		remove_filter( 'query', $break );
		Db::wpdb()->suppress_errors( $show_errors );
		self::assertGreaterThan( 0, $broken );
		$this->assert_response( 503, 'Not now', $response );

		$this->assert_response( 200, 'OK', $this->notify( $this->order_id ) );
		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $this->order ) );
	}

	#[Group( 'storage' )]
	public function test_an_old_status_written_by_a_simultaneous_save_is_corrected_immediately(): void {
		$restore_old_status = static function ( int $order_id ): void {
			OrderUtil::custom_orders_table_usage_is_enabled()
				? Db::query(
					'UPDATE ' . Db::wpdb()->prefix . "wc_orders SET status = 'wc-pending' WHERE id = $order_id"
				)
				: Db::query( 'UPDATE ' . Db::wpdb()->posts . " SET post_status = 'wc-pending' WHERE ID = $order_id" );
		};
		add_action( 'woocommerce_payment_complete', $restore_old_status );
		$response = $this->notify( $this->order_id );
		remove_action( 'woocommerce_payment_complete', $restore_old_status );

		$this->assert_response( 200, 'OK', $response );
		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $this->order ) );
		self::assertSame( 1, $this->count_notes( $this->order, 'has been paid' ) );
		self::assertSame( 1, $this->count_notes( $this->order, 'another save has written its old status back' ) );
	}

	#[DataProvider( 'hooks' )]
	public function test_an_exception_of_another_plugin_does_not_lose_a_payment( string $hook, bool $is_error ): void {
		$throw_error = static function () use ( $is_error ): never {
			throw $is_error ? new TypeError( 'Broken.' ) : new RuntimeException( 'Broken.' );
		};
		add_action( $hook, $throw_error );
		$status = $this->notify( $this->order_id )->get_status();
		remove_action( $hook, $throw_error );

		self::assertContains( $status, [ 200, 503 ] );
		$this->assert_next_notification_pays();
	}

	/**
	 * @return array<string, array{string, bool}>
	 */
	public static function hooks(): array {
		return [
			'an error before'      => [ 'woocommerce_pre_payment_complete', true ],
			'an exception before'  => [ 'woocommerce_pre_payment_complete', false ],
			'an error after'       => [ 'woocommerce_payment_complete', true ],
			'an exception after'   => [ 'woocommerce_payment_complete', false ],
		];
	}

	/**
	 * The link is completed and the order is not paid, as after a killed process.
	 */
	public function test_the_scheduled_check_completes_the_work_of_a_killed_process(): void {
		$throw_error = static function (): never {
			throw new TypeError( 'Killed.' );
		};
		add_action( 'woocommerce_pre_payment_complete', $throw_error );
		$this->assert_response( 503, 'Not now', $this->notify( $this->order_id ) );
		remove_action( 'woocommerce_pre_payment_complete', $throw_error );
		self::assertSame( [ 'pending', 'completed', null ], $this->outcome( $this->order ) );
		$link_id = (int) $this->rows( $this->order )[0]['id'];
		self::assertNotFalse( as_next_scheduled_action( PaymentsModule::SYNC_ORDER, [ $link_id ], Scheduler::GROUP ) );

		do_action( PaymentsModule::SYNC_ORDER, $link_id );
		do_action( PaymentsModule::SYNC_ORDER, $link_id );

		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $this->order ) );
		self::assertSame( 1, $this->count_notes( $this->order, 'has been paid' ) );
	}

	public function test_a_notification_for_a_locked_order_is_requested_again(): void {
		$other_connection = Db::second();
		$name  = '';
		$capture_lock_name = static function ( string $query ) use ( &$name ): string {
			if ( preg_match( "/GET_LOCK\('([^']+)', \d+\)/", $query, $match ) === 1 ) {
				$name = $match[1];
				return "SELECT GET_LOCK('$name', 1)";
			}
			return $query;
		};
		add_filter( 'query', $capture_lock_name );
		$this->notify( $this->order_id, [ 'status' => 'initialized' ] );
		self::assertNotSame( '', $name );
		$other    = $this->orders->create();
		$order_id = Json::text( $this->create_link( $other ), 'order_id' );
		$this->emulator->simulate( $order_id, 'pay' );
		$other_connection->get_var(
			"SELECT GET_LOCK('" . preg_replace( '/\d+$/', (string) $other->get_id(), $name ) . "', 1)"
		);

		$this->assert_response( 503, 'Not now', $this->notify( $order_id ) );
		self::assertSame( [ 'pending', 'completed', null ], $this->outcome( $other ) );

		$other_connection->close();
		$this->assert_response( 200, 'OK', $this->notify( $order_id ) );
		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $other ) );
	}

	private function assert_next_notification_pays(): void {
		$this->assert_response( 200, 'OK', $this->notify( $this->order_id ) );
		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $this->order ) );
		self::assertSame(
			1,
			$this->count_notes( $this->order, 'Payment complete.' ) + $this->count_notes( $this->order, 'Payment via' )
		);
	}
}
