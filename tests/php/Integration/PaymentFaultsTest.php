<?php
/**
 * Faults while a payment is taken over.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use Automattic\WooCommerce\Utilities\OrderUtil;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Faults;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\NotificationSteps;
use MultiSafepay\PaymentLinks\WooCommerce\ActionHooks;
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

	private string $id = '';

	protected function setUp(): void {
		parent::setUp();
		$this->emulator->settings( [ 'notifications' => false ] );
		$this->order = $this->orders->make();
		$this->id    = Json::text( $this->made_link( $this->order ), 'order_id' );
		$this->emulator->act( $this->id, 'pay' );
	}

	#[DataProviderExternal( Faults::class, 'without_an_answer' )]
	public function test_no_answer_of_the_provider_asks_for_the_notification_again( string $fault ): void {
		$this->emulator->fault( $fault, 'GET', '*', delay_ms: 1500 );

		$this->assert_answer( 503, 'Not now', $this->impatiently( fn (): WP_REST_Response => $this->notify( $this->id ) ) );
		self::assertSame( [ 'pending', 'active', null ], $this->outcome( $this->order ) );

		$this->assert_paid_by_the_next_one();
	}

	/**
	 * Each statement on our tables in turn, as if the database had gone away for just that one.
	 */
	public function test_the_database_gone_at_any_statement_loses_nothing(): void {
		$failed = 0;
		for ( $nth = 1; $nth < 30; $nth++ ) {
			$order = $this->orders->make();
			$id    = Json::text( $this->made_link( $order ), 'order_id' );
			$this->emulator->act( $id, 'pay' );
			$count = 0;
			$break = static function ( string $query ) use ( &$count, $nth ): string {
				$is_ours = str_contains( $query, 'multisafepay_payment_link' ) && ! str_contains( $query, 'option' ) || str_contains( $query, 'GET_LOCK' );
				return $is_ours && ++$count === $nth ? 'SELECT gone FROM away' : $query;
			};
			$shown = Db::wpdb()->suppress_errors();
			add_filter( 'query', $break );
			$answer = $this->notify( $id );
			remove_filter( 'query', $break );
			Db::wpdb()->suppress_errors( $shown );
			if ( $count < $nth ) {
				break;
			}
			++$failed;
			self::assertContains( $answer->get_status(), [ 200, 503 ], "Statement $nth." );
			self::assertSame( 200, $this->notify( $id )->get_status(), "Statement $nth, again." );
			self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $order ), "Statement $nth." );
			self::assertSame( 1, $this->count_notes( $order, 'Payment complete.' ) + $this->count_notes( $order, 'Payment via' ), "Statement $nth." );
		}
		self::assertGreaterThan( 4, $failed );
	}

	public function test_a_save_of_the_order_that_the_database_did_not_take_is_made_again(): void {
		$broken = 0;
		$break  = static function ( string $query ) use ( &$broken ): string {
			if ( preg_match( '/^\s*(UPDATE|INSERT)\b/', $query ) === 1 && str_contains( $query, "'wc-completed'" ) ) {
				++$broken;
				return 'SELECT gone FROM away';
			}
			return $query;
		};
		$shown = Db::wpdb()->suppress_errors();
		add_filter( 'query', $break );
		$answer = $this->notify( $this->id );
		remove_filter( 'query', $break );
		Db::wpdb()->suppress_errors( $shown );
		self::assertGreaterThan( 0, $broken );
		$this->assert_answer( 503, 'Not now', $answer );

		$this->assert_answer( 200, 'OK', $this->notify( $this->id ) );
		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $this->order ) );
	}

	#[Group( 'storage' )]
	public function test_another_save_that_writes_the_old_status_back_at_that_moment_is_mended_at_once(): void {
		$set_back = static function ( int $id ): void {
			OrderUtil::custom_orders_table_usage_is_enabled()
				? Db::query( 'UPDATE ' . Db::wpdb()->prefix . "wc_orders SET status = 'wc-pending' WHERE id = $id" )
				: Db::query( 'UPDATE ' . Db::wpdb()->posts . " SET post_status = 'wc-pending' WHERE ID = $id" );
		};
		add_action( 'woocommerce_payment_complete', $set_back );
		$answer = $this->notify( $this->id );
		remove_action( 'woocommerce_payment_complete', $set_back );

		$this->assert_answer( 200, 'OK', $answer );
		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $this->order ) );
		self::assertSame( 1, $this->count_notes( $this->order, 'has been paid' ) );
		self::assertSame( 1, $this->count_notes( $this->order, 'another save has written its old status back' ) );
	}

	#[DataProvider( 'hooks' )]
	public function test_another_plugin_that_breaks_a_payment_does_not_lose_it( string $hook, bool $is_error ): void {
		$breaks = static function () use ( $is_error ): never {
			throw $is_error ? new TypeError( 'Broken.' ) : new RuntimeException( 'Broken.' );
		};
		add_action( $hook, $breaks );
		$status = $this->notify( $this->id )->get_status();
		remove_action( $hook, $breaks );

		self::assertContains( $status, [ 200, 503 ] );
		$this->assert_paid_by_the_next_one();
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
	 * The row says completed, the order knows nothing: what a killed process leaves behind.
	 */
	public function test_a_process_that_was_killed_is_finished_by_the_scheduled_look(): void {
		$breaks = static function (): never {
			throw new TypeError( 'Killed.' );
		};
		add_action( 'woocommerce_pre_payment_complete', $breaks );
		$this->assert_answer( 503, 'Not now', $this->notify( $this->id ) );
		remove_action( 'woocommerce_pre_payment_complete', $breaks );
		self::assertSame( [ 'pending', 'completed', null ], $this->outcome( $this->order ) );
		$link_id = (int) $this->rows( $this->order )[0]['id'];
		self::assertNotFalse( as_next_scheduled_action( ActionHooks::FOLLOW, [ $link_id ], ActionHooks::GROUP ) );

		do_action( ActionHooks::FOLLOW, $link_id );
		do_action( ActionHooks::FOLLOW, $link_id );

		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $this->order ) );
		self::assertSame( 1, $this->count_notes( $this->order, 'has been paid' ) );
	}

	public function test_an_order_that_others_hold_is_told_again(): void {
		$holder = Db::second();
		$name  = '';
		$watch = static function ( string $query ) use ( &$name ): string {
			if ( preg_match( "/GET_LOCK\('([^']+)', \d+\)/", $query, $match ) === 1 ) {
				$name = $match[1];
				return "SELECT GET_LOCK('$name', 1)";
			}
			return $query;
		};
		add_filter( 'query', $watch );
		$this->notify( $this->id, [ 'status' => 'initialized' ] );
		self::assertNotSame( '', $name );
		$other = $this->orders->make();
		$id    = Json::text( $this->made_link( $other ), 'order_id' );
		$this->emulator->act( $id, 'pay' );
		$holder->get_var( "SELECT GET_LOCK('" . preg_replace( '/\d+$/', (string) $other->get_id(), $name ) . "', 1)" );

		$this->assert_answer( 503, 'Not now', $this->notify( $id ) );
		self::assertSame( [ 'pending', 'completed', null ], $this->outcome( $other ) );

		$holder->close();
		$this->assert_answer( 200, 'OK', $this->notify( $id ) );
		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $other ) );
	}

	private function assert_paid_by_the_next_one(): void {
		$this->assert_answer( 200, 'OK', $this->notify( $this->id ) );
		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $this->order ) );
		self::assertSame( 1, $this->count_notes( $this->order, 'Payment complete.' ) + $this->count_notes( $this->order, 'Payment via' ) );
	}
}
