<?php
/**
 * Cancelling a link at the provider.
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
use WP_REST_Response;

#[CoversNothing]
final class RestRetireTest extends IntegrationTestCase {

	use LinkSteps;

	private string $order_id = '';

	private int $id = 0;

	protected function setUp(): void {
		parent::setUp();
		$link           = $this->made_link( $this->orders->make() );
		$this->id       = Json::number( $link, 'id' );
		$this->order_id = Json::text( $link, 'order_id' );
	}

	public function test_nobody_can_pay_a_retired_link_and_the_history_names_who_did_it(): void {
		$link = $this->json( $this->rest( 'POST', "/links/{$this->id}/retire" ) );

		self::assertSame( 'cancelled', $link['status'] );
		self::assertSame( [], $this->payable() );
		self::assertSame( 'staff active>cancelled retired', $this->history( $this->id )[2] );
	}

	public function test_reminders_stop_with_it(): void {
		$this->rest( 'POST', "/links/{$this->id}/retire" );

		$asked = $this->emulator->requests( 'PATCH' );

		self::assertSame( [ [ 'status' => 'cancelled', 'exclude_order' => true ] ], array_column( $asked, 'body' ) );
	}

	public function test_retiring_twice_is_one_call_and_one_line(): void {
		$this->rest( 'POST', "/links/{$this->id}/retire" );

		self::assertSame( 200, $this->rest( 'POST', "/links/{$this->id}/retire" )->get_status() );
		self::assertCount( 1, $this->emulator->requests( 'PATCH' ) );
		self::assertCount( 3, $this->history( $this->id ) );
	}

	public function test_a_link_that_was_paid_meanwhile_is_told_and_taken_over(): void {
		$this->emulator->act( $this->order_id, 'pay' );

		$answer = $this->assert_error( 409, 'link_not_open', $this->rest( 'POST', "/links/{$this->id}/retire" ) );

		self::assertSame( $this->id, Json::number( $answer, 'data', 'link_id' ) );
		self::assertSame( 'completed', $this->json( $this->rest( 'GET', "/links/{$this->id}" ) )['status'] );
	}

	#[DataProviderExternal( Faults::class, 'without_an_answer' )]
	public function test_without_an_answer_the_link_is_not_called_retired( string $fault ): void {
		$this->emulator->fault( $fault, 'PATCH', '*', delay_ms: 1500 );

		$answer = $this->assert_error( 502, 'multisafepay_unavailable', $this->impatiently( fn (): WP_REST_Response => $this->rest( 'POST', "/links/{$this->id}/retire" ) ) );

		self::assertStringContainsString( 'may still be open', Json::text( $answer, 'message' ) );
		self::assertSame( 'active', $this->json( $this->rest( 'GET', "/links/{$this->id}" ) )['status'] );

		self::assertSame( 'cancelled', $this->json( $this->rest( 'POST', "/links/{$this->id}/retire" ) )['status'] );
		self::assertSame( [], $this->payable() );
	}

	public function test_a_slow_answer_is_an_answer(): void {
		$this->emulator->fault( 'slow', 'PATCH', '*', delay_ms: 700 );

		self::assertSame( 'cancelled', $this->json( $this->rest( 'POST', "/links/{$this->id}/retire" ) )['status'] );
		self::assertCount( 1, $this->emulator->requests( 'PATCH' ) );
	}

	public function test_money_that_arrives_for_a_retired_link_is_real(): void {
		$this->rest( 'POST', "/links/{$this->id}/retire" );
		$this->emulator->act( $this->order_id, 'pay', [ 'force' => true ] );

		self::assertSame( 'completed', $this->json( $this->rest( 'POST', "/links/{$this->id}/refresh" ) )['status'] );
	}

	public function test_a_field_that_nobody_knows_is_refused(): void {
		$this->assert_invalid( $this->rest( 'POST', "/links/{$this->id}/retire", [ 'force' => true ] ), 'force' );
		self::assertSame( [], $this->emulator->requests( 'PATCH' ) );
	}
}
