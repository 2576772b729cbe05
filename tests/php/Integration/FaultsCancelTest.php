<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Faults;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProviderExternal;
use WC_Order;
use WP_REST_Response;

/**
 * MultiSafepay created the order, the response was lost, and then cancelling or reading the order fails in each way.
 */
#[CoversNothing]
final class FaultsCancelTest extends IntegrationTestCase {

	use LinkSteps;

	private WC_Order $order;

	private string $key = '';

	protected function setUp(): void {
		parent::setUp();
		$this->order = $this->orders->create();
		$this->key   = $this->new_key();
		$this->emulator->fault( 'reset_after' );
	}

	#[DataProviderExternal( Faults::class, 'without_response' )]
	public function test_cancelling_is_retried_until_there_is_a_response( string $fault ): void {
		$id = $this->create_unconfirmed_link( $fault );

		self::assertSame( [ '1 unconfirmed no_answer' ], $this->link_statuses( $this->order ) );
		self::assertTrue( $this->is_resolution_scheduled( $id ) );
		$this->emulator->control( 'DELETE', 'faults' );
		$this->run_resolution( $id );

		self::assertSame( [ '1 failed no_answer_cancelled' ], $this->link_statuses( $this->order ) );
		self::assertSame( [], $this->payable() );
		self::assertSame(
			[ $this->create_link( $this->order, [ 'idempotency_key' => $this->key ] )['order_id'] ],
			$this->payable()
		);
	}

	#[DataProviderExternal( Faults::class, 'without_response' )]
	public function test_a_payment_of_an_unconfirmed_link_is_found_after_a_failed_read( string $fault ): void {
		$id = $this->create_unconfirmed_link( 'status_503_html' );
		$this->emulator->control( 'DELETE', 'faults' );
		$this->emulator->simulate( "PL-{$this->order->get_id()}-1", 'pay' );
		$this->emulator->fault( $fault, 'GET', '*', delay_ms: 1500 );

		$this->with_short_timeout( fn () => $this->run_resolution( $id ) );
		self::assertTrue( $this->is_resolution_scheduled( $id ), 'Another check is scheduled.' );
		$this->run_resolution( $id );

		self::assertSame( [ '1 completed provider_status' ], $this->link_statuses( $this->order ) );
	}

	/**
	 * Creates an unconfirmed link: neither creating nor cancelling it got a response.
	 */
	private function create_unconfirmed_link( string $fault ): int {
		$this->emulator->fault( $fault, 'PATCH', '*', 0, 1500 );
		$response = $this->with_short_timeout(
			fn (): WP_REST_Response => $this->post_link( $this->order, [ 'idempotency_key' => $this->key ] )
		);
		return Json::number( $this->assert_error( 502, 'multisafepay_unavailable', $response ), 'data', 'link_id' );
	}
}
