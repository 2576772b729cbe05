<?php
/**
 * Batches in trouble.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Application\Batch\ItemFailure;
use MultiSafepay\PaymentLinks\Rest\BatchesController;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\BatchSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\JsonShape;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;
use WP_User;

#[CoversClass( BatchesController::class )]
#[Group( 'needs-real-woocommerce' )]
final class BatchTroubleTest extends IntegrationTestCase {

	use BatchSteps;

	public function test_too_many_orders_are_refused_before_anything_begins(): void {
		$answer = $this->rest( 'POST', '/batches', [ 'action' => 'create', 'wc_order_ids' => range( 1, 10_001 ), 'idempotency_key' => $this->fresh_key() ] );

		self::assertStringContainsString( '10000', Json::text( $this->assert_invalid( $answer, 'wc_order_ids' ), 'wc_order_ids' ) );
		self::assertSame( [], $this->json( $this->rest( 'GET', '/batches' ) ) );
	}

	public function test_bad_input_is_named(): void {
		$this->assert_invalid( $this->rest( 'POST', '/batches', [ 'action' => 'explode', 'wc_order_ids' => [ 1, 'two' ] ] ), 'wc_order_ids', 'action', 'idempotency_key' );
		$this->assert_invalid( $this->rest( 'POST', '/batches', [ 'action' => 'create', 'link_ids' => [ 1 ], 'idempotency_key' => $this->fresh_key() ] ), 'link_ids' );
		$this->assert_invalid( $this->rest( 'POST', '/batches', [ 'action' => 'retire', 'idempotency_key' => $this->fresh_key() ] ), 'wc_order_ids' );
		$this->assert_invalid( $this->rest( 'POST', '/batches/preview', [ 'action' => 'retire', 'wc_order_ids' => [ 1 ], 'colour' => 'red' ] ), 'colour' );
	}

	public function test_without_a_key_it_does_not_start(): void {
		$orders = $this->some_orders( 1 );
		$this->forget_settings();

		$this->assert_error( 503, 'not_configured', $this->rest( 'POST', '/batches', [ 'action' => 'create', 'wc_order_ids' => $this->ids( $orders ), 'idempotency_key' => $this->fresh_key() ] ) );

		self::assertSame( [], $this->json( $this->rest( 'GET', '/batches' ) ) );
	}

	public function test_a_key_that_is_refused_stops_it_and_the_rest_goes_on_when_the_key_is_mended(): void {
		$orders = $this->some_orders( 10 );
		$batch  = $this->started( 'create', $orders );
		$this->store_key( str_repeat( '0', 40 ) );

		$stopped = $this->worked( $batch );

		self::assertSame( 'stopped', $stopped['status'] );
		self::assertStringContainsString( 'API key', Json::text( $stopped, 'message' ) );
		self::assertLessThan( 10, count( $this->emulator->requests( 'POST', '/orders' ) ), 'It is not asked ten times in vain.' );

		$this->store_key( Env::get( 'EMULATOR_KEY' ) );
		$this->rest( 'POST', "/batches/$batch/retry" );
		$done = $this->worked( $batch );
		self::assertSame( [ 'done', 10 ], [ $done['status'], Json::number( $done, 'counts', 'done' ) ] );
		self::assertCount( 10, $this->payable() );
	}

	public function test_it_leaves_a_provider_alone_that_is_down_and_goes_on_later(): void {
		$orders = $this->some_orders( 3 );
		$batch  = $this->started( 'create', $orders );
		$this->emulator->fault( 'status_503_html', 'POST', '/orders', 0 );

		$paused = $this->worked( $batch );
		self::assertNotNull( $paused['paused_until'] );
		self::assertSame( 3, Json::number( $paused, 'counts', 'waiting' ) );
		$asked = count( $this->emulator->requests( 'POST', '/orders' ) );
		$this->run_waiting( 'multisafepay_payment_links_batch' );
		self::assertCount( $asked, $this->emulator->requests( 'POST', '/orders' ), 'Nobody is asked during the pause.' );

		$this->emulator->control( 'DELETE', 'faults' );
		$this->end_pause( $batch );
		$done = $this->worked( $batch );
		self::assertSame( [ 'done', 3 ], [ $done['status'], Json::number( $done, 'counts', 'done' ) ] );
		self::assertCount( 3, $this->payable(), 'One link each, and none that nobody knows.' );
	}

	public function test_it_asks_again_no_sooner_than_multisafepay_wants_and_with_fewer_calls(): void {
		$this->do_at_once( 4 );
		$batch = $this->started( 'create', $this->some_orders( 5 ) );
		$this->emulator->fault( 'status_429_html', 'POST', '/orders', 0, null, '90' );

		$paused = $this->worked( $batch );

		self::assertGreaterThan( 45, (int) strtotime( Json::text( $paused, 'paused_until' ) ) - time() );
		self::assertCount( 4, $this->emulator->requests( 'POST', '/orders' ) );
		self::assertSame( [], $this->emulator->requests( 'PATCH' ), 'What was turned away at the door is nothing to be cancelled.' );
		$this->end_pause( $batch );
		$this->worked( $batch );
		self::assertCount( 6, $this->emulator->requests( 'POST', '/orders' ), 'Half as many at once.' );

		$this->emulator->control( 'DELETE', 'faults' );
		$this->end_pause( $batch );
		self::assertSame( 5, Json::number( $this->worked( $batch ), 'counts', 'done' ) );
		self::assertCount( 5, $this->payable() );
	}

	public function test_a_key_of_old_links_that_is_refused_keeps_nothing_from_being_done_to_the_others(): void {
		[ $old, $new ] = $this->some_orders( 2 );
		$revoked       = 'fedcba9876543210fedcba9876543210fedcba98';
		$this->emulator->control( 'POST', 'sites', [ 'api_key' => $revoked ] );
		$this->put_key( $revoked );
		$this->made_link( $old );
		$this->put_key( Env::get( 'EMULATOR_KEY' ) );
		// The emulator knows the revoked key no more.
		$this->emulator->reset();
		$this->made_link( $new );

		$stopped = $this->worked( $this->started( 'retire', [ $old, $new ] ) );

		self::assertSame( [ 'stopped', 1, 1 ], [ $stopped['status'], Json::number( $stopped, 'counts', 'done' ), Json::number( $stopped, 'counts', 'waiting' ) ] );
		self::assertSame( [ '1 cancelled retired' ], $this->states( $new ) );
		self::assertSame( [ '1 active created' ], $this->states( $old ), 'What MultiSafepay did not cancel is not called retired.' );
	}

	public function test_what_gets_no_answer_again_and_again_fails_and_can_be_retried(): void {
		[ $order ] = $this->some_orders( 1 );
		$batch     = $this->started( 'create', [ $order ] );
		$this->emulator->fault( 'status_503_html', 'POST', '/orders', 0 );
		for ( $tries = 0; $tries < ItemFailure::MAX_TRIES; $tries++ ) {
			$shown = $this->worked( $batch );
			$this->end_pause( $batch );
		}
		$failed = $this->worked( $batch );
		self::assertSame( [ 'done', [ $order->get_id() => 'unavailable' ] ], [ $failed['status'], $this->troubles( $failed ) ] );

		$this->emulator->control( 'DELETE', 'faults' );
		self::assertSame( 'running', $this->json( $this->rest( 'POST', "/batches/$batch/retry" ) )['status'] );
		self::assertSame( 1, Json::number( $this->worked( $batch ), 'counts', 'done' ) );
		self::assertCount( 1, $this->payable() );
	}

	public function test_a_cancelled_batch_begins_nothing_more(): void {
		$batch = $this->started( 'create', $this->some_orders( 2 ) );

		self::assertSame( 'cancelled', $this->json( $this->rest( 'POST', "/batches/$batch/cancel" ) )['status'] );
		self::assertSame( 'cancelled', $this->worked( $batch )['status'] );

		self::assertSame( [], $this->payable() );
	}

	public function test_a_preview_says_what_would_happen_and_changes_nothing(): void {
		[ $plain, $open ] = $this->some_orders( 2 );
		$this->made_link( $open );
		$asked = count( $this->emulator->requests() );

		$preview = $this->json( $this->rest( 'POST', '/batches/preview', [ 'action' => 'create', 'wc_order_ids' => [ ...$this->ids( [ $plain, $open ] ), 999_999_999 ], 'send' => true ] ) );

		JsonShape::assert_same( $preview, Json::fixture( 'batch-preview' ) );
		self::assertSame( [ 3, 1, 1 ], [ $preview['total'], $preview['todo'], $preview['mails'] ] );
		self::assertSame( [ null, 'has_open_link', 'order_gone' ], array_column( Json::object( $preview, 'items' ), 'skipped' ) );
		self::assertSame( 'robin@example.test', Json::text( $preview, 'items', 0, 'mail_to' ) );
		self::assertCount( $asked, $this->emulator->requests() );
		self::assertSame( [], $this->json( $this->rest( 'GET', '/batches' ) ) );
	}

	public function test_a_batch_of_somebody_else_is_shown_to_people_who_manage_the_shop_alone(): void {
		$batch = $this->started( 'create', $this->some_orders( 1 ) );
		$other = $this->author_who_handles_links();

		$this->assert_error( 404, 'rest_batch_not_found', $this->rest( 'GET', "/batches/$batch", [], $other ) );
		self::assertSame( [], $this->json( $this->rest( 'GET', '/batches', [], $other ) ) );
		self::assertSame( 200, $this->rest( 'GET', "/batches/$batch", [], 'admin' )->get_status() );
	}

	public function test_an_order_that_somebody_may_not_edit_is_refused(): void {
		[ $order ] = $this->some_orders( 1 );
		$other     = $this->author_who_handles_links();

		$this->assert_invalid( $this->rest( 'POST', '/batches', [ 'action' => 'create', 'wc_order_ids' => [ $order->get_id() ], 'idempotency_key' => $this->fresh_key() ], $other ), 'wc_order_ids' );
	}

	/**
	 * Gives the site another key, as the settings screen does.
	 */
	private function put_key( string $key ): void {
		$site = [ 'id' => 'main', 'label' => 'Main shop', 'environment' => 'test', 'key_source' => 'stored', 'order_id_template' => 'PL-{order_number}-{n}', 'is_default' => true, 'api_key' => $key ];
		self::assertSame( 200, $this->rest( 'PUT', '/settings', [ 'sites' => [ $site ], 'default_days_active' => 30, 'description_template' => 'Order {order_number}' ] )->get_status() );
	}

	/**
	 * Somebody with our capability and without WooCommerce's; answers the login.
	 */
	private function author_who_handles_links(): string {
		$login = $this->user( 'author' );
		$user  = get_user_by( 'login', $login );
		self::assertInstanceOf( WP_User::class, $user );
		$user->add_cap( 'multisafepay_manage_payment_links' );
		return $login;
	}
}
