<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Batches\Application\ItemFailure;
use MultiSafepay\PaymentLinks\Batches\Rest\BatchesController;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\BatchSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\JsonShape;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;
use WP_User;

#[CoversClass( BatchesController::class )]
#[Group( 'needs-real-woocommerce' )]
final class BatchFailureTest extends IntegrationTestCase {

	use BatchSteps;

	public function test_too_many_orders_are_refused_before_the_batch_starts(): void {
		$response = $this->rest(
			'POST',
			'/batches',
			[ 'action' => 'create', 'wc_order_ids' => range( 1, 10_001 ), 'idempotency_key' => $this->new_key() ]
		);

		self::assertStringContainsString(
			'10000',
			Json::text( $this->assert_invalid( $response, 'wc_order_ids' ), 'wc_order_ids' )
		);
		self::assertSame( [], $this->json( $this->rest( 'GET', '/batches' ) ) );
	}

	public function test_invalid_input_is_an_error_at_its_field(): void {
		$this->assert_invalid(
			$this->rest( 'POST', '/batches', [ 'action' => 'explode', 'wc_order_ids' => [ 1, 'two' ] ] ),
			'wc_order_ids',
			'action',
			'idempotency_key'
		);
		$this->assert_invalid(
			$this->rest(
				'POST',
				'/batches',
				[ 'action' => 'create', 'link_ids' => [ 1 ], 'idempotency_key' => $this->new_key() ]
			),
			'link_ids'
		);
		$this->assert_invalid(
			$this->rest( 'POST', '/batches', [ 'action' => 'cancel', 'idempotency_key' => $this->new_key() ] ),
			'wc_order_ids'
		);
		$this->assert_invalid(
			$this->rest(
				'POST',
				'/batches/preview',
				[ 'action' => 'cancel', 'wc_order_ids' => [ 1 ], 'colour' => 'red' ]
			),
			'colour'
		);
	}

	public function test_a_batch_does_not_start_without_a_key(): void {
		$orders = $this->create_orders( 1 );
		$this->delete_settings();

		$this->assert_error(
			503,
			'not_configured',
			$this->rest(
				'POST',
				'/batches',
				[
					'action' => 'create',
					'wc_order_ids' => $this->ids( $orders ),
					'idempotency_key' => $this->new_key(),
				]
			)
		);

		self::assertSame( [], $this->json( $this->rest( 'GET', '/batches' ) ) );
	}

	public function test_an_invalid_key_stops_the_batch_and_a_retry_continues_with_a_valid_key(): void {
		$orders = $this->create_orders( 10 );
		$batch  = $this->start_batch( 'create', $orders );
		$this->store_key( str_repeat( '0', 40 ) );

		$stopped = $this->run_batch( $batch );

		self::assertSame( 'stopped', $stopped['status'] );
		self::assertStringContainsString( 'API key', Json::text( $stopped, 'message' ) );
		self::assertLessThan(
			10,
			count( $this->emulator->requests( 'POST', '/orders' ) ),
			'The batch stops before all requests are sent.'
		);

		$this->store_key( Env::get( 'EMULATOR_KEY' ) );
		$this->rest( 'POST', "/batches/$batch/retry" );
		$done = $this->run_batch( $batch );
		self::assertSame( [ 'done', 10 ], [ $done['status'], Json::number( $done, 'counts', 'done' ) ] );
		self::assertCount( 10, $this->payable() );
	}

	public function test_the_batch_pauses_during_an_outage_and_continues_later(): void {
		$orders = $this->create_orders( 3 );
		$batch  = $this->start_batch( 'create', $orders );
		$this->emulator->fault( 'status_503_html', 'POST', '/orders', 0 );

		$paused = $this->run_batch( $batch );
		self::assertNotNull( $paused['paused_until'] );
		self::assertSame( 3, Json::number( $paused, 'counts', 'waiting' ) );
		$request_count = count( $this->emulator->requests( 'POST', '/orders' ) );
		$this->run_pending_actions( 'multisafepay_payment_links_batch' );
		self::assertCount(
			$request_count,
			$this->emulator->requests( 'POST', '/orders' ),
			'No request is sent during the pause.'
		);

		$this->emulator->control( 'DELETE', 'faults' );
		$this->end_pause( $batch );
		$done = $this->run_batch( $batch );
		self::assertSame( [ 'done', 3 ], [ $done['status'], Json::number( $done, 'counts', 'done' ) ] );
		self::assertCount( 3, $this->payable(), 'One link per order and no unknown links.' );
	}

	public function test_after_status_429_the_batch_waits_as_requested_and_reduces_concurrency(): void {
		$this->set_concurrency( 4 );
		$batch = $this->start_batch( 'create', $this->create_orders( 5 ) );
		$this->emulator->fault( 'status_429_html', 'POST', '/orders', 0, null, '90' );

		$paused = $this->run_batch( $batch );

		self::assertGreaterThan( 45, (int) strtotime( Json::text( $paused, 'paused_until' ) ) - time() );
		self::assertCount( 4, $this->emulator->requests( 'POST', '/orders' ) );
		self::assertSame(
			[],
			$this->emulator->requests( 'PATCH' ),
			'A request refused with status 429 needs no cancellation.'
		);
		$this->end_pause( $batch );
		$this->run_batch( $batch );
		self::assertCount( 6, $this->emulator->requests( 'POST', '/orders' ), 'The concurrency is halved.' );

		$this->emulator->control( 'DELETE', 'faults' );
		$this->end_pause( $batch );
		self::assertSame( 5, Json::number( $this->run_batch( $batch ), 'counts', 'done' ) );
		self::assertCount( 5, $this->payable() );
	}

	public function test_an_invalid_key_of_old_links_does_not_affect_the_other_links(): void {
		[ $old, $new ] = $this->create_orders( 2 );
		$revoked       = 'fedcba9876543210fedcba9876543210fedcba98';
		$this->emulator->control( 'POST', 'sites', [ 'api_key' => $revoked ] );
		$this->put_settings_with_key( $revoked );
		$this->create_link( $old );
		$this->put_settings_with_key( Env::get( 'EMULATOR_KEY' ) );
		// After the reset, the emulator does not accept the revoked key.
		$this->emulator->reset();
		$this->create_link( $new );

		$stopped = $this->run_batch( $this->start_batch( 'cancel', [ $old, $new ] ) );

		self::assertSame(
			[ 'stopped', 1, 1 ],
			[
				$stopped['status'],
				Json::number( $stopped, 'counts', 'done' ),
				Json::number( $stopped, 'counts', 'waiting' ),
			]
		);
		self::assertSame( [ '1 cancelled cancelled' ], $this->link_statuses( $new ) );
		self::assertSame(
			[ '1 active created' ],
			$this->link_statuses( $old ),
			'A link that MultiSafepay did not cancel stays active.'
		);
	}

	public function test_an_item_without_a_response_fails_after_the_maximum_attempts_and_can_be_retried(): void {
		[ $order ] = $this->create_orders( 1 );
		$batch     = $this->start_batch( 'create', [ $order ] );
		$this->emulator->fault( 'status_503_html', 'POST', '/orders', 0 );
		for ( $attempts = 0; $attempts < ItemFailure::MAX_ATTEMPTS; $attempts++ ) {
			$this->run_batch( $batch );
			$this->end_pause( $batch );
		}
		$failed = $this->run_batch( $batch );
		self::assertSame(
			[ 'done', [ $order->get_id() => 'unavailable' ] ],
			[ $failed['status'], $this->issues( $failed ) ]
		);

		$this->emulator->control( 'DELETE', 'faults' );
		self::assertSame( 'running', $this->json( $this->rest( 'POST', "/batches/$batch/retry" ) )['status'] );
		self::assertSame( 1, Json::number( $this->run_batch( $batch ), 'counts', 'done' ) );
		self::assertCount( 1, $this->payable() );
	}

	public function test_a_cancelled_batch_starts_no_more_items(): void {
		$batch = $this->start_batch( 'create', $this->create_orders( 2 ) );

		self::assertSame( 'cancelled', $this->json( $this->rest( 'POST', "/batches/$batch/cancel" ) )['status'] );
		self::assertSame( 'cancelled', $this->run_batch( $batch )['status'] );

		self::assertSame( [], $this->payable() );
	}

	public function test_a_preview_shows_the_effects_and_changes_nothing(): void {
		[ $plain, $open ] = $this->create_orders( 2 );
		$this->create_link( $open );
		$request_count = count( $this->emulator->requests() );

		$preview = $this->json( $this->rest(
			'POST',
			'/batches/preview',
			[
				'action' => 'create',
				'wc_order_ids' => [ ...$this->ids( [ $plain, $open ] ), 999_999_999 ],
				'send' => true,
			]
		) );

		JsonShape::assert_same( $preview, Json::fixture( 'batch-preview' ) );
		self::assertSame( [ 3, 1, 1 ], [ $preview['total'], $preview['eligible'], $preview['emails'] ] );
		self::assertSame(
			[ null, 'has_open_link', 'order_gone' ],
			array_column( Json::object( $preview, 'items' ), 'skip_reason' )
		);
		self::assertSame( 'robin@example.test', Json::text( $preview, 'items', 0, 'email_to' ) );
		self::assertCount( $request_count, $this->emulator->requests() );
		self::assertSame( [], $this->json( $this->rest( 'GET', '/batches' ) ) );
	}

	public function test_a_batch_of_another_user_is_only_visible_to_shop_managers(): void {
		$batch = $this->start_batch( 'create', $this->create_orders( 1 ) );
		$author = $this->create_author_with_capability();

		$this->assert_error( 404, 'rest_batch_not_found', $this->rest( 'GET', "/batches/$batch", [], $author ) );
		self::assertSame( [], $this->json( $this->rest( 'GET', '/batches', [], $author ) ) );
		self::assertSame( 200, $this->rest( 'GET', "/batches/$batch", [], 'admin' )->get_status() );
	}

	public function test_an_order_that_the_user_cannot_edit_is_refused(): void {
		[ $order ] = $this->create_orders( 1 );
		$author     = $this->create_author_with_capability();

		$this->assert_invalid(
			$this->rest(
				'POST',
				'/batches',
				[
					'action' => 'create',
					'wc_order_ids' => [ $order->get_id() ],
					'idempotency_key' => $this->new_key(),
				],
				$author
			),
			'wc_order_ids'
		);
	}

	/**
	 * Stores another key through the settings route.
	 */
	private function put_settings_with_key( string $key ): void {
		$site = [
			'id' => 'main',
			'label' => 'Main shop',
			'environment' => 'test',
			'key_source' => 'stored',
			'order_id_template' => 'PL-{order_number}-{n}',
			'is_default' => true,
			'api_key' => $key,
		];
		self::assertSame(
			200,
			$this->rest(
				'PUT',
				'/settings',
				[ 'sites' => [ $site ], 'default_days_active' => 30, 'description_template' => 'Order {order_number}' ]
			)->get_status()
		);
	}

	/**
	 * Creates a user with the plugin's capability and without WooCommerce capabilities. Returns the login.
	 */
	private function create_author_with_capability(): string {
		$login = $this->create_user( 'author' );
		$user  = get_user_by( 'login', $login );
		self::assertInstanceOf( WP_User::class, $user );
		$user->add_cap( 'multisafepay_manage_payment_links' );
		return $login;
	}
}
