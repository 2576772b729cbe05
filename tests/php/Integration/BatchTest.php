<?php
/**
 * Batches.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Application\Batch\RunBatch;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\BatchSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\JsonShape;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Mailbox;
use MultiSafepay\PaymentLinks\WooCommerce\ActionHooks;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;
use RuntimeException;

#[CoversClass( RunBatch::class )]
#[Group( 'needs-real-woocommerce' )]
final class BatchTest extends IntegrationTestCase {

	use BatchSteps;

	public function test_a_batch_makes_one_link_for_each_order(): void {
		$orders = $this->some_orders( 11 );

		$batch = $this->worked( $this->started( 'create', $orders ) );

		self::assertSame( [ 'done', 11, 11 ], [ $batch['status'], $batch['total'], Json::number( $batch, 'counts', 'done' ) ] );
		self::assertCount( 11, $this->payable() );
		self::assertCount( 11, $this->emulator->requests( 'POST', '/orders' ), 'Each is asked for once.' );
		foreach ( $orders as $order ) {
			self::assertSame( [ '1 active created' ], $this->states( $order ) );
			self::assertCount( 1, array_filter( $this->notes( $order->get_id() ), static fn ( string $note ): bool => str_contains( $note, 'generated' ) ) );
		}
	}

	public function test_orders_that_need_no_link_are_left_alone_and_a_deleted_one_does_not_stop_the_others(): void {
		[ $open, $paid, $gone, $plain ] = $this->some_orders( 4 );
		$this->made_link( $open );
		$paid->update_status( 'processing' );
		$batch = $this->started( 'create', [ $open, $paid, $gone, $plain ] );
		$id    = $gone->get_id();
		$gone->delete( true );

		$ended = $this->worked( $batch );

		self::assertSame( 'done', $ended['status'] );
		self::assertEquals( [ $open->get_id() => 'has_open_link', $paid->get_id() => 'order_paid', $id => 'order_gone' ], $this->troubles( $ended ) );
		self::assertSame( [ 1, 1, 2 ], [ Json::number( $ended, 'counts', 'done' ), Json::number( $ended, 'counts', 'failed' ), Json::number( $ended, 'counts', 'skipped' ) ] );
		self::assertSame( [ '1 active created' ], $this->states( $plain ) );
	}

	public function test_a_stale_link_is_renewed_by_a_batch_that_creates(): void {
		[ $order ] = $this->some_orders( 1 );
		$this->made_link( $order, [ 'amount' => 100 ] );

		$this->worked( $this->started( 'create', [ $order ] ) );

		self::assertSame( [ '1 cancelled replaced', '2 active created' ], $this->states( $order ) );
	}

	public function test_links_are_renewed_sent_refreshed_and_retired(): void {
		$orders = $this->some_orders( 3 );
		foreach ( $orders as $order ) {
			$this->made_link( $order );
		}

		$this->worked( $this->started( 'renew', $orders ) );
		self::assertSame( [ '1 cancelled replaced', '2 active created' ], $this->states( $orders[2] ?? 0 ) );

		$mailbox = new Mailbox();
		$this->worked( $this->started( 'email', $orders, [ 'message' => 'See you soon' ] ) );
		self::assertCount( 3, $mailbox->mails() );

		$asked = count( $this->emulator->requests( 'GET' ) );
		$this->worked( $this->started( 'refresh', $orders ) );
		self::assertCount( $asked + 3, $this->emulator->requests( 'GET' ) );

		$batch = $this->worked( $this->started( 'retire', $orders ) );
		self::assertSame( 3, Json::number( $batch, 'counts', 'done' ) );
		self::assertSame( [], $this->payable() );
	}

	public function test_links_of_a_view_can_be_retired_by_their_ids(): void {
		[ $order ] = $this->some_orders( 1 );
		$older     = Json::number( $this->made_link( $order ), 'id' );
		$this->made_link( $order );

		$started = $this->rest( 'POST', '/batches', [ 'action' => 'retire', 'link_ids' => [ $older ], 'idempotency_key' => $this->fresh_key() ] );
		$this->worked( Json::number( $this->json( $started ), 'id' ) );

		self::assertSame( [ '1 cancelled retired', '2 active created' ], $this->states( $order ) );
	}

	public function test_a_mail_that_was_refused_is_counted_apart_and_the_link_is_kept(): void {
		$refused = $this->orders->make( billing: [ 'email' => 'refused@example.test' ] );
		[ $fine ] = $this->some_orders( 1 );
		$batch    = $this->started( 'create', [ $refused, $fine ], [ 'send' => true ] );

		$ended = $this->worked( $batch );

		self::assertSame( [ 'done', 1, 1 ], [ $ended['status'], Json::number( $ended, 'counts', 'done' ), Json::number( $ended, 'counts', 'mail_failed' ) ] );
		self::assertSame( [ $refused->get_id() => 'mail_refused' ], $this->troubles( $ended ) );
		self::assertCount( 2, $this->payable() );

		$refused->set_billing_email( 'robin@example.test' );
		$refused->save();
		$this->rest( 'POST', "/batches/$batch/retry" );
		$again = $this->worked( $batch );
		self::assertSame( [ '1 active created' ], $this->states( $refused ), 'A retry sends the link that is there.' );
		self::assertSame( 1, Json::number( $again, 'counts', 'mail_failed' ), 'The link was made for the address that it had.' );
	}

	public function test_a_plugin_that_breaks_a_mail_costs_the_mail_and_not_the_link(): void {
		[ $order ] = $this->some_orders( 1 );
		add_filter(
			'pre_wp_mail',
			static function (): never {
				throw new RuntimeException( 'The mail plugin is ill.' );
			}
		);

		$ended = $this->worked( $this->started( 'create', [ $order ], [ 'send' => true ] ) );

		self::assertSame( 1, Json::number( $ended, 'counts', 'mail_failed' ) );
		self::assertSame( [ $order->get_id() => 'mail_unknown' ], $this->troubles( $ended ) );
		self::assertSame( [ '1 active created' ], $this->states( $order ) );
	}

	public function test_two_batches_over_the_same_orders_double_nothing(): void {
		$orders = $this->some_orders( 4 );
		$first  = $this->started( 'create', $orders );
		$second = $this->started( 'create', $orders );

		$this->worked( $first );
		$this->worked( $second );

		self::assertCount( 4, $this->payable() );
		self::assertCount( 4, $this->emulator->requests( 'POST', '/orders' ) );
	}

	public function test_a_batch_looks_as_the_screen_expects(): void {
		$refused = $this->orders->make( billing: [ 'email' => 'refused@example.test' ] );
		[ $fine, $gone ] = $this->some_orders( 2 );
		$batch   = $this->started( 'create', [ $refused, $fine, $gone ], [ 'send' => true ] );
		$gone->delete( true );

		JsonShape::assert_same( $this->worked( $batch ), Json::fixture( 'batch' ) );
	}

	public function test_what_ended_a_month_ago_is_forgotten_and_its_links_are_kept(): void {
		[ $order ] = $this->some_orders( 1 );
		$old       = $this->started( 'create', [ $order ] );
		$this->worked( $old );
		$recent = $this->started( 'refresh', [ $order ] );
		$this->rest( 'POST', "/batches/$recent/cancel" );
		$running = $this->started( 'refresh', [ $order ] );
		$prefix = Db::wpdb()->prefix;
		Db::query( "UPDATE {$prefix}multisafepay_payment_link_batches SET created_at = created_at - INTERVAL 31 DAY, finished_at = finished_at - INTERVAL IF(id = $old, 31, 29) DAY" );

		do_action( ActionHooks::SWEEP );

		self::assertSame( [ 404, 200, 200 ], array_map( fn ( int $id ): int => $this->rest( 'GET', "/batches/$id" )->get_status(), [ $old, $recent, $running ] ) );
		self::assertSame( [ '0', '1' ], array_map( static fn ( int $id ): ?string => Db::wpdb()->get_var( "SELECT COUNT(*) FROM {$prefix}multisafepay_payment_link_batch_items WHERE batch_id = $id" ), [ $old, $recent ] ) );
		self::assertSame( [ '1 active created' ], $this->states( $order ) );
	}

	public function test_a_key_starts_one_batch(): void {
		$orders = $this->some_orders( 1 );
		$body   = [ 'action' => 'create', 'wc_order_ids' => $this->ids( $orders ), 'idempotency_key' => $this->fresh_key() ];

		$ids = [ Json::number( $this->json( $this->rest( 'POST', '/batches', $body ) ), 'id' ), Json::number( $this->json( $this->rest( 'POST', '/batches', $body ) ), 'id' ) ];

		self::assertSame( $ids[0], $ids[1] );
		self::assertSame( 1, $this->batch( $ids[0] )['total'] );
	}

	public function test_a_worker_that_died_is_followed_by_one_that_doubles_nothing(): void {
		[ $order ] = $this->some_orders( 1 );
		$batch     = $this->started( 'create', [ $order ], [ 'send' => true ] );
		$this->worked( $batch );
		$items = Db::wpdb()->prefix . 'multisafepay_payment_link_batch_items';
		// As it was when the link and its e-mail were there and the worker had not written it down.
		Db::query( "UPDATE $items SET status = 'working', claimed_until = UTC_TIMESTAMP() - INTERVAL 1 SECOND, busy_order = wc_order_id WHERE batch_id = $batch" );
		Db::query( 'UPDATE ' . Db::wpdb()->prefix . "multisafepay_payment_link_batches SET status = 'running' WHERE id = $batch" );
		$mailbox = new Mailbox();

		$ended = $this->worked( $batch );

		self::assertSame( [ '1 active created' ], $this->states( $order ) );
		self::assertSame( [ $order->get_id() => 'mail_unknown' ], $this->troubles( $ended ), 'Nobody is written to twice by itself.' );
		self::assertSame( [], $mailbox->mails() );
	}
}
