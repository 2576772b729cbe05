<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Batches\Application\RunBatch;
use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\BatchSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\JsonShape;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Mailbox;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;
use RuntimeException;

#[CoversClass( RunBatch::class )]
#[Group( 'needs-real-woocommerce' )]
final class BatchTest extends IntegrationTestCase {

	use BatchSteps;

	public function test_a_batch_creates_one_link_per_order(): void {
		$orders = $this->create_orders( 11 );

		$batch = $this->run_batch( $this->start_batch( 'create', $orders ) );

		self::assertSame(
			[ 'done', 11, 11 ],
			[ $batch['status'], $batch['total'], Json::number( $batch, 'counts', 'done' ) ]
		);
		self::assertCount( 11, $this->payable() );
		self::assertCount( 11, $this->emulator->requests( 'POST', '/orders' ), 'One request per order.' );
		foreach ( $orders as $order ) {
			self::assertSame( [ '1 active created' ], $this->link_statuses( $order ) );
			self::assertCount(
				1,
				array_filter(
					$this->notes( $order->get_id() ),
					static fn ( string $note ): bool => str_contains( $note, 'generated' )
				)
			);
		}
	}

	public function test_orders_that_need_no_link_are_skipped_and_a_deleted_order_does_not_stop_the_batch(): void {
		[ $open, $paid, $deleted, $plain ] = $this->create_orders( 4 );
		$this->create_link( $open );
		$paid->update_status( 'processing' );
		$batch = $this->start_batch( 'create', [ $open, $paid, $deleted, $plain ] );
		$id    = $deleted->get_id();
		$deleted->delete( true );

		$result = $this->run_batch( $batch );

		self::assertSame( 'done', $result['status'] );
		self::assertEquals(
			[ $open->get_id() => 'has_open_link', $paid->get_id() => 'order_paid', $id => 'order_gone' ],
			$this->issues( $result )
		);
		self::assertSame(
			[ 1, 1, 2 ],
			[
				Json::number( $result, 'counts', 'done' ),
				Json::number( $result, 'counts', 'failed' ),
				Json::number( $result, 'counts', 'skipped' ),
			]
		);
		self::assertSame( [ '1 active created' ], $this->link_statuses( $plain ) );
	}

	public function test_a_create_batch_renews_a_stale_link(): void {
		[ $order ] = $this->create_orders( 1 );
		$this->create_link( $order );
		$order->set_total( '90' );
		$order->save();

		$this->run_batch( $this->start_batch( 'create', [ $order ] ) );

		self::assertSame( [ '1 cancelled replaced', '2 active created' ], $this->link_statuses( $order ) );
	}

	public function test_links_are_renewed_sent_refreshed_and_cancelled(): void {
		$orders = $this->create_orders( 3 );
		foreach ( $orders as $order ) {
			$this->create_link( $order );
		}

		$this->run_batch( $this->start_batch( 'renew', $orders ) );
		self::assertSame( [ '1 cancelled replaced', '2 active created' ], $this->link_statuses( $orders[2] ?? 0 ) );

		$mailbox = new Mailbox();
		$this->run_batch( $this->start_batch( 'email', $orders, [ 'message' => 'See you soon' ] ) );
		self::assertCount( 3, $mailbox->mails() );

		$request_count = count( $this->emulator->requests( 'GET' ) );
		$this->run_batch( $this->start_batch( 'refresh', $orders ) );
		self::assertCount( $request_count + 3, $this->emulator->requests( 'GET' ) );

		$batch = $this->run_batch( $this->start_batch( 'cancel', $orders ) );
		self::assertSame( 3, Json::number( $batch, 'counts', 'done' ) );
		self::assertSame( [], $this->payable() );
	}

	public function test_links_of_a_view_can_be_cancelled_by_their_ids(): void {
		[ $order ] = $this->create_orders( 1 );
		$older     = Json::number( $this->create_link( $order ), 'id' );
		$this->create_link( $order );

		$started = $this->rest(
			'POST',
			'/batches',
			[ 'action' => 'cancel', 'link_ids' => [ $older ], 'idempotency_key' => $this->new_key() ]
		);
		$this->run_batch( Json::number( $this->json( $started ), 'id' ) );

		self::assertSame( [ '1 cancelled cancelled', '2 active created' ], $this->link_statuses( $order ) );
	}

	public function test_a_refused_email_is_counted_separately_and_the_link_is_kept(): void {
		$refused = $this->orders->create( billing: [ 'email' => 'refused@example.test' ] );
		[ $accepted ] = $this->create_orders( 1 );
		$batch    = $this->start_batch( 'create', [ $refused, $accepted ], [ 'send' => true ] );

		$result = $this->run_batch( $batch );

		self::assertSame(
			[ 'done', 1, 1 ],
			[
				$result['status'],
				Json::number( $result, 'counts', 'done' ),
				Json::number( $result, 'counts', 'email_failed' ),
			]
		);
		self::assertSame( [ $refused->get_id() => 'email_refused' ], $this->issues( $result ) );
		self::assertCount( 2, $this->payable() );

		$refused->set_billing_email( 'robin@example.test' );
		$refused->save();
		$this->rest( 'POST', "/batches/$batch/retry" );
		$again = $this->run_batch( $batch );
		self::assertSame(
			[ '1 active created' ],
			$this->link_statuses( $refused ),
			'A retry sends the existing link.'
		);
		self::assertSame(
			1,
			Json::number( $again, 'counts', 'email_failed' ),
			'The link keeps the email address it was created with.'
		);
	}

	public function test_an_exception_while_sending_an_email_does_not_affect_the_link(): void {
		[ $order ] = $this->create_orders( 1 );
		add_filter(
			'pre_wp_mail',
			static function (): never {
				throw new RuntimeException( 'The mail plugin failed.' );
			}
		);

		$result = $this->run_batch( $this->start_batch( 'create', [ $order ], [ 'send' => true ] ) );

		self::assertSame( 1, Json::number( $result, 'counts', 'email_failed' ) );
		self::assertSame( [ $order->get_id() => 'email_unknown' ], $this->issues( $result ) );
		self::assertSame( [ '1 active created' ], $this->link_statuses( $order ) );
	}

	public function test_two_batches_for_the_same_orders_create_each_link_once(): void {
		$orders = $this->create_orders( 4 );
		$first  = $this->start_batch( 'create', $orders );
		$second = $this->start_batch( 'create', $orders );

		$this->run_batch( $first );
		$this->run_batch( $second );

		self::assertCount( 4, $this->payable() );
		self::assertCount( 4, $this->emulator->requests( 'POST', '/orders' ) );
	}

	public function test_a_batch_matches_the_example_response(): void {
		$refused = $this->orders->create( billing: [ 'email' => 'refused@example.test' ] );
		[ $accepted, $deleted ] = $this->create_orders( 2 );
		$batch   = $this->start_batch( 'create', [ $refused, $accepted, $deleted ], [ 'send' => true ] );
		$deleted->delete( true );

		JsonShape::assert_same( $this->run_batch( $batch ), Json::fixture( 'batch' ) );
	}

	public function test_a_batch_is_deleted_after_a_month_and_its_links_are_kept(): void {
		[ $order ] = $this->create_orders( 1 );
		$old       = $this->start_batch( 'create', [ $order ] );
		$this->run_batch( $old );
		$recent = $this->start_batch( 'refresh', [ $order ] );
		$this->rest( 'POST', "/batches/$recent/cancel" );
		$running = $this->start_batch( 'refresh', [ $order ] );
		$prefix = Db::wpdb()->prefix;
		Db::query(
			"UPDATE {$prefix}multisafepay_payment_link_batches SET created_at = created_at - INTERVAL 31 DAY,
			finished_at = finished_at - INTERVAL IF(id = $old, 31, 29) DAY"
		);

		do_action( Module::NIGHTLY );

		self::assertSame(
			[ 404, 200, 200 ],
			array_map(
				fn ( int $id ): int => $this->rest( 'GET', "/batches/$id" )->get_status(),
				[ $old, $recent, $running ]
			)
		);
		self::assertSame(
			[ '0', '1' ],
			array_map(
				static fn ( int $id ): ?string => Db::wpdb()->get_var(
					"SELECT COUNT(*) FROM {$prefix}multisafepay_payment_link_batch_items WHERE batch_id = $id"
				),
				[ $old, $recent ]
			)
		);
		self::assertSame( [ '1 active created' ], $this->link_statuses( $order ) );
	}

	public function test_a_key_starts_one_batch(): void {
		$orders = $this->create_orders( 1 );
		$body   = [
			'action' => 'create',
			'wc_order_ids' => $this->ids( $orders ),
			'idempotency_key' => $this->new_key(),
		];

		$first = $this->rest( 'POST', '/batches', $body );
		$again = $this->rest( 'POST', '/batches', $body );

		self::assertSame( [ 201, 200 ], [ $first->get_status(), $again->get_status() ] );
		$ids = [ Json::number( $this->json( $first ), 'id' ), Json::number( $this->json( $again ), 'id' ) ];
		self::assertSame( $ids[0], $ids[1] );
		self::assertSame( 1, $this->batch( $ids[0] )['total'] );
	}

	public function test_keys_that_differ_in_case_start_two_batches(): void {
		$body = [ 'action' => 'create', 'wc_order_ids' => $this->ids( $this->create_orders( 1 ) ) ];

		$lower = $this->rest( 'POST', '/batches', $body + [ 'idempotency_key' => 'key-of-a-batch' ] );
		$upper = $this->rest( 'POST', '/batches', $body + [ 'idempotency_key' => 'KEY-of-a-batch' ] );

		self::assertSame( [ 201, 201 ], [ $lower->get_status(), $upper->get_status() ] );
		self::assertNotSame(
			Json::number( $this->json( $lower ), 'id' ),
			Json::number( $this->json( $upper ), 'id' )
		);
	}

	public function test_a_retry_does_not_start_a_batch_whose_items_are_not_all_stored(): void {
		$orders  = $this->create_orders( 2 );
		$body    = [
			'action'          => 'create',
			'wc_order_ids'    => $this->ids( $orders ),
			'idempotency_key' => $this->new_key(),
		];
		$batch   = Json::number( $this->json( $this->rest( 'POST', '/batches', $body ) ), 'id' );
		$tables  = Db::wpdb()->prefix . 'multisafepay_payment_link_batch';
		$missing = $orders[1]->get_id();
		// The state of a batch whose request was killed before it had stored all items.
		Db::query( "UPDATE {$tables}es SET status = 'preparing' WHERE id = $batch" );
		Db::query( "DELETE FROM {$tables}_items WHERE batch_id = $batch AND wc_order_id = $missing" );

		$retried = $this->json( $this->rest( 'POST', "/batches/$batch/retry" ) );

		self::assertSame( [ 'preparing', 1 ], [ $retried['status'], $retried['total'] ] );
		$this->rest( 'POST', '/batches', $body );
		$result = $this->run_batch( $batch );
		self::assertSame( [ 'done', 2 ], [ $result['status'], Json::number( $result, 'counts', 'done' ) ] );
	}

	public function test_work_of_a_killed_worker_is_not_repeated(): void {
		[ $order ] = $this->create_orders( 1 );
		$batch     = $this->start_batch( 'create', [ $order ], [ 'send' => true ] );
		$this->run_batch( $batch );
		$items = Db::wpdb()->prefix . 'multisafepay_payment_link_batch_items';
		// The state after the link was created and sent, before the worker stored the result.
		Db::query(
			"UPDATE $items SET status = 'working', claimed_until = UTC_TIMESTAMP() - INTERVAL 1 SECOND,
			locked_order_id = wc_order_id WHERE batch_id = $batch"
		);
		Db::query(
			'UPDATE '
				. Db::wpdb()->prefix
				. "multisafepay_payment_link_batches SET status = 'running' WHERE id = $batch"
		);
		$mailbox = new Mailbox();

		$result = $this->run_batch( $batch );

		self::assertSame( [ '1 active created' ], $this->link_statuses( $order ) );
		self::assertSame(
			[ $order->get_id() => 'email_unknown' ],
			$this->issues( $result ),
			'An email is never sent again automatically.'
		);
		self::assertSame( [], $mailbox->mails() );
	}
}
