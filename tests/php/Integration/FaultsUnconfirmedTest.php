<?php
/**
 * Creations whose outcome is not known.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use WC_Order;

/**
 * Each begins with a link that the provider took, an answer that was lost, and a cancel call that failed as well.
 */
#[CoversNothing]
final class FaultsUnconfirmedTest extends IntegrationTestCase {

	use LinkSteps;

	private WC_Order $order;

	private string $key = '';

	private string $order_id = '';

	private int $id = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->order    = $this->orders->make();
		$this->key      = $this->fresh_key();
		$this->order_id = "PL-{$this->order->get_id()}-1";
		$this->emulator->fault( 'reset_after' );
		$this->emulator->fault( 'status_503_html', 'PATCH', '*', 0 );
		$answer = $this->assert_error( 502, 'multisafepay_unavailable', $this->post_link( $this->order, [ 'idempotency_key' => $this->key ] ) );
		self::assertSame( "MultiSafepay did not confirm {$this->order_id}. It is being cancelled so that nobody can pay it by mistake. Press the button again in a minute: you will get one working link.", $answer['message'] );
		$this->id = Json::number( $answer, 'data', 'link_id' );
	}

	public function test_the_panel_says_so_and_the_scheduler_keeps_at_it(): void {
		$link = $this->json( $this->rest( 'GET', "/links/{$this->id}" ) );

		self::assertSame( [ 'unconfirmed', null ], [ $link['status'], $link['payment_url'] ] );
		self::assertSame( 'MultiSafepay did not confirm this link. It is being cancelled so that nobody can pay it by mistake.', $link['status_reason'] );
		self::assertTrue( $this->is_settle_scheduled( $this->id ) );
		self::assertSame( [ '1 unconfirmed no_answer' ], $this->states( $this->order ) );
	}

	public function test_the_scheduled_action_settles_it_and_the_same_key_gets_one_link(): void {
		$this->recover();
		$this->run_settle( $this->id );

		self::assertSame( [ '1 failed no_answer_retired' ], $this->states( $this->order ) );
		self::assertSame( [], $this->payable() );
		self::assertSame( 'system unconfirmed>failed no_answer_retired', $this->history( $this->id )[2] );
		$link = $this->made_link( $this->order, [ 'idempotency_key' => $this->key ] );
		self::assertSame( [ $link['order_id'] ], $this->payable() );
		self::assertSame( 200, $this->post_link( $this->order, [ 'idempotency_key' => $this->key ] )->get_status() );
	}

	public function test_the_same_key_settles_it_first_and_then_makes_one_link(): void {
		$this->recover();

		$link = $this->made_link( $this->order, [ 'idempotency_key' => $this->key ] );

		self::assertSame( [ '1 failed no_answer_retired', '2 active created' ], $this->states( $this->order ) );
		self::assertSame( [ $link['order_id'] ], $this->payable() );
	}

	public function test_the_same_key_during_the_outage_makes_nothing(): void {
		$asked = count( $this->emulator->requests( 'POST', '/orders' ) );

		$this->assert_error( 502, 'multisafepay_unavailable', $this->post_link( $this->order, [ 'idempotency_key' => $this->key ] ) );

		self::assertSame( [ '1 unconfirmed no_answer' ], $this->states( $this->order ) );
		self::assertCount( $asked, $this->emulator->requests( 'POST', '/orders' ) );
	}

	public function test_the_scheduled_action_tries_again_while_the_outage_lasts(): void {
		as_unschedule_all_actions( 'multisafepay_payment_links_settle' );

		$this->run_settle( $this->id );

		self::assertSame( [ '1 unconfirmed no_answer' ], $this->states( $this->order ) );
		self::assertTrue( $this->is_settle_scheduled( $this->id ) );
	}

	public function test_settling_twice_changes_nothing(): void {
		$this->recover();
		$this->run_settle( $this->id );
		$this->run_settle( $this->id );

		self::assertCount( 3, $this->history( $this->id ) );
	}

	public function test_refresh_settles_it_too(): void {
		$this->recover();

		$link = $this->json( $this->rest( 'POST', "/links/{$this->id}/refresh" ) );

		self::assertSame( 'failed', $link['status'] );
		self::assertSame( [], $this->payable() );
	}

	public function test_money_that_came_in_meanwhile_is_not_thrown_away(): void {
		$this->recover();
		$this->emulator->act( $this->order_id, 'pay' );

		$this->run_settle( $this->id );

		$link = $this->json( $this->rest( 'GET', "/links/{$this->id}" ) );
		self::assertSame( [ 'completed', 8000 ], [ $link['status'], $link['amount'] ] );
		self::assertIsString( $link['paid_at'] );
		self::assertSame( 200, $this->post_link( $this->order, [ 'idempotency_key' => $this->key ] )->get_status(), 'The key has its link.' );
	}

	public function test_money_that_came_in_before_the_same_key_returns_is_found_and_no_second_link_is_made(): void {
		$this->recover();
		$this->emulator->act( $this->order_id, 'pay' );

		$answer = $this->post_link( $this->order, [ 'idempotency_key' => $this->key ] );

		self::assertSame( 200, $answer->get_status() );
		self::assertSame( 'completed', $this->json( $answer )['status'] );
		self::assertSame( [ '1 completed provider_status' ], $this->states( $this->order ) );
	}

	public function test_a_process_that_died_is_settled_by_whoever_comes_next(): void {
		$this->recover();
		Db::query( 'UPDATE ' . Db::wpdb()->prefix . "multisafepay_payment_links SET status = 'creating', reason = 'reserved', changed_at = UTC_TIMESTAMP() - INTERVAL 31 SECOND WHERE id = {$this->id}" );
		self::assertSame( 'unconfirmed', $this->json( $this->rest( 'GET', "/links/{$this->id}" ) )['status'] );

		$link = $this->made_link( $this->order, [ 'idempotency_key' => $this->key ] );

		self::assertSame( [ '1 failed no_answer_retired', '2 active created' ], $this->states( $this->order ) );
		self::assertSame( [ $link['order_id'] ], $this->payable() );
	}

	public function test_an_action_for_a_link_that_is_gone_does_no_harm(): void {
		$this->run_settle( 999_999_999 );
		do_action( 'multisafepay_payment_links_settle', 'nonsense' );

		self::assertSame( [ '1 unconfirmed no_answer' ], $this->states( $this->order ) );
	}

	private function recover(): void {
		$this->emulator->control( 'DELETE', 'faults' );
	}
}
