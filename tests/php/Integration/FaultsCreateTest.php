<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use WC_Order;

#[CoversNothing]
final class FaultsCreateTest extends IntegrationTestCase {

	use LinkSteps;

	private const CLOSED_PORT = 'http://127.0.0.1:9/v1/json';

	private WC_Order $order;

	private string $key = '';

	private string $api_url = '';

	protected function setUp(): void {
		parent::setUp();
		$this->order   = $this->orders->create();
		$this->key     = $this->new_key();
		$this->api_url = (string) getenv( 'MULTISAFEPAY_PAYMENT_LINKS_API_URL' );
	}

	protected function tearDown(): void {
		$this->set_api_url( $this->api_url );
		parent::tearDown();
	}

	#[DataProvider( 'faults' )]
	public function test_after_one_lost_response_the_next_order_id_is_used(
		string $fault,
		int $orders_at_provider,
	): void {
		$this->emulator->fault( $fault );

		$link = $this->create_link( $this->order, [ 'idempotency_key' => $this->key ] );

		self::assertSame( "PL-{$this->order->get_id()}-2", $link['order_id'] );
		self::assertSame(
			[ '1 failed no_answer_cancelled', '2 active created' ],
			$this->link_statuses( $this->order )
		);
		self::assertSame( [ $link['order_id'] ], $this->payable() );
		self::assertCount( $orders_at_provider, $this->emulator->orders() );
		self::assertSame( [ 'POST', 'PATCH', 'POST' ], array_column( $this->emulator->requests(), 'method' ) );
		$lost_id = (int) ( $this->rows( $this->order )[0]['id'] ?? 0 );
		self::assertSame(
			[
				'staff >creating reserved',
				'staff creating>unconfirmed no_answer',
				'staff unconfirmed>failed no_answer_cancelled',
			],
			$this->history( $lost_id )
		);
		self::assertTrue(
			$this->is_resolution_scheduled( $lost_id ),
			'The cancelled order ID is checked again.'
		);
		self::assertSame( 200, $this->post_link( $this->order, [ 'idempotency_key' => $this->key ] )->get_status() );
	}

	/**
	 * @return array<string, array{string, int}> The fault and the number of orders at the provider afterwards.
	 */
	public static function faults(): array {
		return [
			'an error page'             => [ 'status_503_html', 1 ],
			'HTML with status 200'      => [ 'html_200', 1 ],
			'a reset before processing' => [ 'reset_before', 1 ],
			'a reset after processing'  => [ 'reset_after', 2 ],
			'truncated JSON'            => [ 'bad_json', 2 ],
			'an empty response'         => [ 'empty_200', 2 ],
		];
	}

	#[DataProvider( 'faults' )]
	public function test_an_outage_leaves_nothing_payable_and_the_same_key_creates_a_link_later( string $fault ): void {
		$this->emulator->fault( $fault, times: 0 );

		$response = $this->assert_error(
			502,
			'multisafepay_unavailable',
			$this->post_link( $this->order, [ 'idempotency_key' => $this->key ] )
		);

		self::assertSame(
			'MultiSafepay did not answer. No new link was made. Try again in a moment.',
			$response['message']
		);
		self::assertSame(
			[ '1 failed no_answer_cancelled', '2 failed no_answer_cancelled' ],
			$this->link_statuses( $this->order )
		);
		self::assertSame( [], $this->payable() );

		$this->emulator->control( 'DELETE', 'faults' );
		$link = $this->create_link( $this->order, [ 'idempotency_key' => $this->key ] );
		self::assertSame( [ $link['order_id'] ], $this->payable() );
	}

	public function test_nothing_is_cancelled_when_the_provider_was_unreachable(): void {
		$this->set_api_url( self::CLOSED_PORT );

		$response = $this->assert_error(
			502,
			'multisafepay_unavailable',
			$this->post_link( $this->order, [ 'idempotency_key' => $this->key ] )
		);

		self::assertSame(
			'MultiSafepay could not be reached. Nothing was changed there. Check the connection of the shop’s '
				. 'server, or try again in a moment.',
			$response['message']
		);
		self::assertSame( [ '1 failed not_sent' ], $this->link_statuses( $this->order ) );
		$request_count = count( $this->emulator->requests() );
		$this->run_resolution( (int) ( $this->rows( $this->order )[0]['id'] ?? 0 ) );
		self::assertCount( $request_count, $this->emulator->requests(), 'There is nothing to cancel.' );

		$this->set_api_url( $this->api_url );
		$link = $this->create_link( $this->order, [ 'idempotency_key' => $this->key ] );
		self::assertSame( [ $link['order_id'] ], $this->payable() );
	}

	public function test_an_entered_order_id_is_not_reused_after_a_lost_response(): void {
		$this->emulator->fault( 'reset_after' );

		$link = $this->create_link( $this->order, [ 'idempotency_key' => $this->key, 'order_id' => 'typed-1' ] );

		self::assertSame( "PL-{$this->order->get_id()}-2", $link['order_id'] );
		self::assertSame( [ $link['order_id'] ], $this->payable() );
	}

	public function test_a_response_with_another_order_id_counts_as_no_response(): void {
		add_filter(
			'http_response',
			static function ( array $response, array $arguments ): array {
				if ( $arguments['method'] === 'POST' && is_string( $response['body'] ) ) {
					$response['body'] = str_replace( '-1"', '-9"', $response['body'] );
				}
				return $response;
			},
			10,
			2
		);

		$link = $this->create_link( $this->order );

		self::assertSame( "PL-{$this->order->get_id()}-2", $link['order_id'] );
		self::assertSame( [ $link['order_id'] ], $this->payable() );
	}

	public function test_a_create_request_that_arrives_late_is_cancelled_by_the_second_check(): void {
		$this->shorten_timeout( 1.0 );
		$this->emulator->fault( 'slow', delay_ms: 2000 );

		$link = $this->create_link( $this->order, [ 'idempotency_key' => $this->key ] );
		$this->emulator->wait_until_idle();

		self::assertCount( 2, $this->emulator->orders(), 'The first request arrived after its timeout.' );
		$lost_id = (int) ( $this->rows( $this->order )[0]['id'] ?? 0 );
		self::assertTrue( $this->is_resolution_scheduled( $lost_id ) );
		$this->run_resolution( $lost_id );
		self::assertSame( [ $link['order_id'] ], $this->payable() );
	}

	public function test_without_a_response_the_request_ends_within_twenty_seconds_and_is_resolved_later(): void {
		$this->emulator->fault( 'silent', times: 0 );
		$this->emulator->fault( 'silent', 'PATCH', '*', 0 );
		$started = hrtime( true );

		$response = $this->assert_error(
			502,
			'multisafepay_unavailable',
			$this->post_link( $this->order, [ 'idempotency_key' => $this->key ] )
		);

		$seconds = ( hrtime( true ) - $started ) / 1e9;
		self::assertLessThan( 20.0, $seconds );
		self::assertGreaterThan( 8.0, $seconds, 'The create request has enough time.' );
		self::assertSame( [ '1 unconfirmed no_answer' ], $this->link_statuses( $this->order ) );

		$this->emulator->control( 'DELETE', 'faults' );
		$this->run_resolution( Json::number( $response, 'data', 'link_id' ) );
		self::assertSame( [ '1 failed no_answer_cancelled' ], $this->link_statuses( $this->order ) );
		$link = $this->create_link( $this->order, [ 'idempotency_key' => $this->key ] );
		self::assertSame( [ $link['order_id'] ], $this->payable() );
	}

	public function test_a_slow_response_is_accepted(): void {
		$this->emulator->fault( 'slow', delay_ms: 700 );

		self::assertSame( "PL-{$this->order->get_id()}-1", $this->create_link( $this->order )['order_id'] );
		self::assertCount( 1, $this->emulator->requests() );
	}

	/**
	 * Shortens the timeout of the first create request.
	 */
	private function shorten_timeout( float $seconds ): void {
		add_filter(
			'http_request_args',
			static fn ( array $arguments ): array => array_replace(
				$arguments,
				$arguments['method'] === 'POST' ? [ 'timeout' => $seconds ] : []
			)
		);
		// Restore the timeout after the first request. The second request must succeed.
		add_action( 'http_api_debug', static fn () => remove_all_filters( 'http_request_args' ) );
	}

	private function set_api_url( string $url ): void {
		putenv( "MULTISAFEPAY_PAYMENT_LINKS_API_URL=$url" );
	}
}
