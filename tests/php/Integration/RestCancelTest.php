<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Faults;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProviderExternal;
use WP_REST_Response;

#[CoversNothing]
final class RestCancelTest extends IntegrationTestCase {

	use LinkSteps;

	private string $order_id = '';

	private int $link_id = 0;

	protected function setUp(): void {
		parent::setUp();
		$link           = $this->create_link( $this->orders->create() );
		$this->link_id  = Json::number( $link, 'id' );
		$this->order_id = Json::text( $link, 'order_id' );
	}

	public function test_a_cancelled_link_is_not_payable_and_the_history_names_the_actor(): void {
		$link = $this->json( $this->rest( 'POST', "/links/{$this->link_id}/cancel" ) );

		self::assertSame( 'cancelled', $link['status'] );
		self::assertSame( [], $this->payable() );
		self::assertSame( 'staff active>cancelled cancelled', $this->history( $this->link_id )[2] );
	}

	public function test_cancelling_also_stops_reminders(): void {
		$this->rest( 'POST', "/links/{$this->link_id}/cancel" );

		$requests = $this->emulator->requests( 'PATCH' );

		self::assertSame( [ [ 'status' => 'cancelled', 'exclude_order' => true ] ], array_column( $requests, 'body' ) );
	}

	public function test_cancelling_twice_sends_one_request_and_records_one_event(): void {
		$this->rest( 'POST', "/links/{$this->link_id}/cancel" );

		self::assertSame( 200, $this->rest( 'POST', "/links/{$this->link_id}/cancel" )->get_status() );
		self::assertCount( 1, $this->emulator->requests( 'PATCH' ) );
		self::assertCount( 3, $this->history( $this->link_id ) );
	}

	public function test_a_link_paid_in_the_meantime_is_reported_and_recorded(): void {
		$this->emulator->simulate( $this->order_id, 'pay' );

		$response = $this->assert_error(
			409,
			'link_not_open',
			$this->rest( 'POST', "/links/{$this->link_id}/cancel" )
		);

		self::assertSame( $this->link_id, Json::number( $response, 'data', 'link_id' ) );
		self::assertSame( 'completed', $this->json( $this->rest( 'GET', "/links/{$this->link_id}" ) )['status'] );
	}

	#[DataProviderExternal( Faults::class, 'without_response' )]
	public function test_without_a_response_the_link_is_not_marked_as_cancelled( string $fault ): void {
		$this->emulator->fault( $fault, 'PATCH', '*', delay_ms: 1500 );

		$response = $this->assert_error(
			502,
			'multisafepay_unavailable',
			$this->with_short_timeout(
				fn (): WP_REST_Response => $this->rest( 'POST', "/links/{$this->link_id}/cancel" )
			)
		);

		self::assertStringContainsString( 'may still be open', Json::text( $response, 'message' ) );
		self::assertSame( 'active', $this->json( $this->rest( 'GET', "/links/{$this->link_id}" ) )['status'] );

		self::assertSame(
			'cancelled',
			$this->json( $this->rest( 'POST', "/links/{$this->link_id}/cancel" ) )['status']
		);
		self::assertSame( [], $this->payable() );
	}

	public function test_a_slow_response_is_accepted(): void {
		$this->emulator->fault( 'slow', 'PATCH', '*', delay_ms: 700 );

		self::assertSame(
			'cancelled',
			$this->json( $this->rest( 'POST', "/links/{$this->link_id}/cancel" ) )['status']
		);
		self::assertCount( 1, $this->emulator->requests( 'PATCH' ) );
	}

	public function test_a_payment_for_a_cancelled_link_is_recorded(): void {
		$this->rest( 'POST', "/links/{$this->link_id}/cancel" );
		$this->emulator->simulate( $this->order_id, 'pay', [ 'force' => true ] );

		self::assertSame(
			'completed',
			$this->json( $this->rest( 'POST', "/links/{$this->link_id}/refresh" ) )['status']
		);
	}

	public function test_an_unknown_field_is_refused(): void {
		$this->assert_invalid( $this->rest( 'POST', "/links/{$this->link_id}/cancel", [ 'force' => true ] ), 'force' );
		self::assertSame( [], $this->emulator->requests( 'PATCH' ) );
	}
}
