<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use WC_Order;

/**
 * Each test starts with a link that the provider created, whose response was lost and whose cancellation failed.
 */
#[CoversNothing]
final class FaultsUnconfirmedTest extends IntegrationTestCase {

	use LinkSteps;

	private WC_Order $order;

	private string $key = '';

	private string $order_id = '';

	private int $link_id = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->order    = $this->orders->create();
		$this->key      = $this->new_key();
		$this->order_id = "PL-{$this->order->get_id()}-1";
		$this->emulator->fault( 'reset_after' );
		$this->emulator->fault( 'status_503_html', 'PATCH', '*', 0 );
		$response = $this->assert_error(
			502,
			'multisafepay_unavailable',
			$this->post_link( $this->order, [ 'idempotency_key' => $this->key ] )
		);
		self::assertSame(
			"MultiSafepay did not confirm {$this->order_id}. It is being cancelled so that nobody can pay it "
				. 'by mistake. Press the button again in a minute: you will get one working link.',
			$response['message']
		);
		$this->link_id = Json::number( $response, 'data', 'link_id' );
	}

	public function test_an_unconfirmed_link_is_reported_and_a_check_is_scheduled(): void {
		$link = $this->json( $this->rest( 'GET', "/links/{$this->link_id}" ) );

		self::assertSame( [ 'unconfirmed', null ], [ $link['status'], $link['payment_url'] ] );
		self::assertSame(
			'MultiSafepay did not confirm this link. It is being cancelled so that nobody can pay it by mistake.',
			$link['status_reason']
		);
		self::assertTrue( $this->is_resolution_scheduled( $this->link_id ) );
		self::assertSame( [ '1 unconfirmed no_answer' ], $this->link_statuses( $this->order ) );
	}

	public function test_the_scheduled_action_resolves_the_link_and_the_same_key_creates_one_link(): void {
		$this->end_outage();
		$this->run_resolution( $this->link_id );

		self::assertSame( [ '1 failed no_answer_cancelled' ], $this->link_statuses( $this->order ) );
		self::assertSame( [], $this->payable() );
		self::assertSame( 'system unconfirmed>failed no_answer_cancelled', $this->history( $this->link_id )[2] );
		$link = $this->create_link( $this->order, [ 'idempotency_key' => $this->key ] );
		self::assertSame( [ $link['order_id'] ], $this->payable() );
		self::assertSame( 200, $this->post_link( $this->order, [ 'idempotency_key' => $this->key ] )->get_status() );
	}

	public function test_the_same_key_resolves_the_link_and_creates_one_link(): void {
		$this->end_outage();

		$link = $this->create_link( $this->order, [ 'idempotency_key' => $this->key ] );

		self::assertSame(
			[ '1 failed no_answer_cancelled', '2 active created' ],
			$this->link_statuses( $this->order )
		);
		self::assertSame( [ $link['order_id'] ], $this->payable() );
	}

	public function test_the_same_key_creates_nothing_during_the_outage(): void {
		$request_count = count( $this->emulator->requests( 'POST', '/orders' ) );

		$this->assert_error(
			502,
			'multisafepay_unavailable',
			$this->post_link( $this->order, [ 'idempotency_key' => $this->key ] )
		);

		self::assertSame( [ '1 unconfirmed no_answer' ], $this->link_statuses( $this->order ) );
		self::assertCount( $request_count, $this->emulator->requests( 'POST', '/orders' ) );
	}

	public function test_the_scheduled_action_is_repeated_during_the_outage(): void {
		as_unschedule_all_actions( 'multisafepay_payment_links_resolve_unconfirmed' );

		$this->run_resolution( $this->link_id );

		self::assertSame( [ '1 unconfirmed no_answer' ], $this->link_statuses( $this->order ) );
		self::assertTrue( $this->is_resolution_scheduled( $this->link_id ) );
	}

	public function test_resolving_twice_changes_nothing(): void {
		$this->end_outage();
		$this->run_resolution( $this->link_id );
		$this->run_resolution( $this->link_id );

		self::assertCount( 3, $this->history( $this->link_id ) );
	}

	public function test_refreshing_resolves_the_link(): void {
		$this->end_outage();

		$link = $this->json( $this->rest( 'POST', "/links/{$this->link_id}/refresh" ) );

		self::assertSame( 'failed', $link['status'] );
		self::assertSame( [], $this->payable() );
	}

	public function test_a_payment_in_the_meantime_is_kept(): void {
		$this->end_outage();
		$this->emulator->simulate( $this->order_id, 'pay' );

		$this->run_resolution( $this->link_id );

		$link = $this->json( $this->rest( 'GET', "/links/{$this->link_id}" ) );
		self::assertSame( [ 'completed', 8000 ], [ $link['status'], $link['amount'] ] );
		self::assertIsString( $link['paid_at'] );
		self::assertSame(
			200,
			$this->post_link( $this->order, [ 'idempotency_key' => $this->key ] )->get_status(),
			'The key belongs to the paid link.'
		);
	}

	public function test_the_same_key_returns_a_link_paid_in_the_meantime_and_creates_no_second_link(): void {
		$this->end_outage();
		$this->emulator->simulate( $this->order_id, 'pay' );

		$response = $this->post_link( $this->order, [ 'idempotency_key' => $this->key ] );

		self::assertSame( 200, $response->get_status() );
		self::assertSame( 'completed', $this->json( $response )['status'] );
		self::assertSame( [ '1 completed provider_status' ], $this->link_statuses( $this->order ) );
	}

	public function test_the_creation_of_a_killed_process_is_resolved_by_the_next_request(): void {
		$this->end_outage();
		Db::query(
			'UPDATE '
				. Db::wpdb()->prefix
				. "multisafepay_payment_links SET status = 'creating', reason = 'reserved',
				changed_at = UTC_TIMESTAMP() - INTERVAL 31 SECOND WHERE id = {$this->link_id}"
		);
		self::assertSame( 'unconfirmed', $this->json( $this->rest( 'GET', "/links/{$this->link_id}" ) )['status'] );

		$link = $this->create_link( $this->order, [ 'idempotency_key' => $this->key ] );

		self::assertSame(
			[ '1 failed no_answer_cancelled', '2 active created' ],
			$this->link_statuses( $this->order )
		);
		self::assertSame( [ $link['order_id'] ], $this->payable() );
	}

	public function test_a_scheduled_action_for_a_missing_link_changes_nothing(): void {
		$this->run_resolution( 999_999_999 );
		do_action( 'multisafepay_payment_links_resolve_unconfirmed', 'nonsense' );

		self::assertSame( [ '1 unconfirmed no_answer' ], $this->link_statuses( $this->order ) );
	}

	private function end_outage(): void {
		$this->emulator->control( 'DELETE', 'faults' );
	}
}
