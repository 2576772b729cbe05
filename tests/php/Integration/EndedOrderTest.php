<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Automation\AutomationModule;
use MultiSafepay\PaymentLinks\Links\Application\Create\RecheckOrder;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\BatchSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

/**
 * What staff see when an order ends while its link is created. EndedOrderRacesTest repeats this at random moments.
 */
#[CoversClass( RecheckOrder::class )]
#[Group( 'needs-real-woocommerce' )]
final class EndedOrderTest extends IntegrationTestCase {

	use BatchSteps;

	private WC_Order $order;

	private int $id = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->order = $this->orders->create();
		$this->id    = $this->order->get_id();
	}

	#[DataProvider( 'ends' )]
	public function test_staff_are_told_that_the_link_was_cancelled( string $end, string $text ): void {
		$this->end_during_creation( $end );

		$body = $this->assert_error( 409, 'order_ended', $this->post_link( $this->order ) );

		self::assertSame(
			"The order was $text while its payment link was being created. "
				. "PL-{$this->id}-1 has been cancelled, so that nobody can pay it.",
			$body['message']
		);
		self::assertSame( (int) $this->rows( $this->id )[0]['id'], Json::number( $body, 'data', 'link_id' ) );
		self::assertSame( [], $this->payable() );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function ends(): array {
		return [
			'paid'      => [ 'processing', 'paid' ],
			'cancelled' => [ 'cancelled', 'cancelled' ],
			'refunded'  => [ 'refunded', 'refunded' ],
			'trashed'   => [ 'trash', 'moved to the trash' ],
			'deleted'   => [ 'delete', 'deleted' ],
		];
	}

	public function test_staff_are_told_that_no_link_was_created(): void {
		$this->emulator->fault( 'reset_after' );
		$this->end_during_creation( 'cancelled' );

		$body = $this->assert_error( 409, 'order_ended', $this->post_link( $this->order ) );

		self::assertSame(
			'The order was cancelled while its payment link was being created. '
				. 'No link was created. Reload the page if the customer should still pay.',
			$body['message']
		);
		self::assertSame( [ '1 failed no_answer_cancelled' ], $this->link_statuses( $this->id ) );
		self::assertSame( [], $this->payable() );
	}

	public function test_staff_are_told_that_the_cancellation_is_retried(): void {
		$this->emulator->fault( 'status_503_html', 'PATCH', '*' );
		$this->end_during_creation( 'cancelled' );

		$body = $this->assert_error( 409, 'order_ended', $this->post_link( $this->order ) );

		self::assertStringContainsString( 'The shop tries again in the background.', Json::text( $body, 'message' ) );
		$this->run_pending_actions( 'multisafepay_payment_links_cancel_link' );
		self::assertSame( [], $this->payable() );
	}

	public function test_the_same_key_returns_the_cancelled_link(): void {
		$body = [ 'idempotency_key' => $this->new_key() ];
		$this->end_during_creation( 'cancelled' );
		$this->post_link( $this->order, $body );

		$response = $this->post_link( $this->order, $body );

		self::assertSame( 200, $response->get_status() );
		self::assertSame( 'cancelled', $this->json( $response )['status'] );
	}

	public function test_an_item_of_a_batch_is_skipped_with_the_reason(): void {
		$batch = $this->start_batch( 'create', [ $this->order ] );
		$this->end_during_creation( 'cancelled' );

		$issues = $this->issues( $this->run_batch( $batch ) );

		self::assertSame( [ $this->id => 'order_ended' ], $issues );
		self::assertSame( [], $this->payable() );
	}

	public function test_the_reason_is_noted_when_the_link_was_automatic(): void {
		$this->end_during_creation( 'cancelled' );

		do_action( AutomationModule::AUTO_CREATE, $this->id, 0 );

		self::assertCount(
			1,
			array_filter(
				$this->notes( $this->id ),
				static fn ( string $note ): bool => str_starts_with(
					$note,
					'Automatic payment link: The order was cancelled while'
				)
			)
		);
		self::assertSame( [], $this->payable() );
	}

	public function test_a_deliberate_link_of_a_paid_order_stays_open(): void {
		$this->order->update_status( 'processing' );

		$link = $this->create_link( $this->order, [ 'amount' => 500, 'confirm_amount' => true ] );

		self::assertSame( [ $link['order_id'] ], $this->payable() );
		self::assertSame( 'paid', $this->rows( $this->id )[0]['order_end'] );
	}

	/**
	 * Ends the order when the create request is sent.
	 */
	private function end_during_creation( string $end ): void {
		$has_ended = false;
		$end_order = function ( mixed $response, array $arguments ) use ( &$has_ended, $end ): mixed {
			if ( ! $has_ended && $arguments['method'] === 'POST' ) {
				$has_ended = true;
				$order     = $this->reload_order( $this->id );
				match ( $end ) {
					'trash'  => $order->delete(),
					'delete' => $order->delete( true ),
					default  => $order->update_status( $end ),
				};
			}
			return $response;
		};
		add_filter( 'pre_http_request', $end_order, 10, 2 );
		// The requests of a batch are sent together, without this filter of WordPress.
		add_action(
			'requests-requests.before_request',
			static function () use ( $end_order ): void {
				$end_order( false, [ 'method' => 'POST' ] );
			}
		);
	}
}
