<?php
/**
 * Lost creations whose cancelling meets trouble as well.
 *
 * @package MultiSafepay\PaymentLinks
 */

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
 * MultiSafepay took the order, its answer was lost, and then cancelling or reading it goes wrong in every way.
 */
#[CoversNothing]
final class FaultsCancelTest extends IntegrationTestCase {

	use LinkSteps;

	private WC_Order $order;

	private string $key = '';

	protected function setUp(): void {
		parent::setUp();
		$this->order = $this->orders->make();
		$this->key   = $this->fresh_key();
		$this->emulator->fault( 'reset_after' );
	}

	#[DataProviderExternal( Faults::class, 'without_an_answer' )]
	public function test_cancelling_is_tried_until_there_is_an_answer( string $fault ): void {
		$id = $this->lost_link( $fault );

		self::assertSame( [ '1 unconfirmed no_answer' ], $this->states( $this->order ) );
		self::assertTrue( $this->is_settle_scheduled( $id ) );
		$this->emulator->control( 'DELETE', 'faults' );
		$this->run_settle( $id );

		self::assertSame( [ '1 failed no_answer_retired' ], $this->states( $this->order ) );
		self::assertSame( [], $this->payable() );
		self::assertSame( [ $this->made_link( $this->order, [ 'idempotency_key' => $this->key ] )['order_id'] ], $this->payable() );
	}

	#[DataProviderExternal( Faults::class, 'without_an_answer' )]
	public function test_a_payment_of_a_lost_link_is_found_although_reading_it_went_wrong( string $fault ): void {
		$id = $this->lost_link( 'status_503_html' );
		$this->emulator->control( 'DELETE', 'faults' );
		$this->emulator->act( "PL-{$this->order->get_id()}-1", 'pay' );
		$this->emulator->fault( $fault, 'GET', '*', delay_ms: 1500 );

		$this->impatiently( fn () => $this->run_settle( $id ) );
		self::assertTrue( $this->is_settle_scheduled( $id ), 'It is looked at again.' );
		$this->run_settle( $id );

		self::assertSame( [ '1 completed provider_status' ], $this->states( $this->order ) );
	}

	/**
	 * A link that is lost, and whose cancelling had no answer either.
	 */
	private function lost_link( string $fault ): int {
		$this->emulator->fault( $fault, 'PATCH', '*', 0, 1500 );
		$answer = $this->impatiently( fn (): WP_REST_Response => $this->post_link( $this->order, [ 'idempotency_key' => $this->key ] ) );
		return Json::number( $this->assert_error( 502, 'multisafepay_unavailable', $answer ), 'data', 'link_id' );
	}
}
