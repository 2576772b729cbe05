<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Faults;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\DataProviderExternal;
use WP_REST_Response;

#[CoversNothing]
final class RestRefreshTest extends IntegrationTestCase {

	use LinkSteps;

	private string $order_id = '';

	private int $link_id = 0;

	protected function setUp(): void {
		parent::setUp();
		$link           = $this->create_link( $this->orders->create() );
		$this->link_id  = Json::number( $link, 'id' );
		$this->order_id = Json::text( $link, 'order_id' );
	}

	public function test_a_payment_is_recorded(): void {
		$this->emulator->simulate( $this->order_id, 'pay', [ 'method' => 'BANKTRANS' ] );

		$link = $this->refresh();

		self::assertSame( [ 'completed', 'Bank transfer' ], [ $link['status'], $link['payment_method'] ] );
		self::assertMatchesRegularExpression( '/^\d{16}$/', Json::text( $link, 'transaction_id' ) );
		self::assertEqualsWithDelta( time(), strtotime( Json::text( $link, 'paid_at' ) ), 60 );
		self::assertSame( 'provider active>completed provider_status', $this->history( $this->link_id )[2] );
	}

	public function test_refreshing_twice_records_a_payment_once(): void {
		$this->emulator->simulate( $this->order_id, 'pay' );

		self::assertSame( $this->refresh(), $this->refresh() );
		self::assertCount( 3, $this->history( $this->link_id ) );
	}

	public function test_a_decline_leaves_the_link_payable(): void {
		$this->emulator->simulate( $this->order_id, 'decline' );
		self::assertSame( 'declined', $this->refresh()['status'] );

		$this->emulator->simulate( $this->order_id, 'pay' );
		self::assertSame( 'completed', $this->refresh()['status'] );
	}

	public function test_a_cancelled_attempt_leaves_the_link_open(): void {
		$this->emulator->simulate( $this->order_id, 'cancel' );

		self::assertSame( 'active', $this->refresh()['status'] );
	}

	public function test_a_pending_payment_is_uncleared(): void {
		$this->emulator->simulate( $this->order_id, 'hold' );
		self::assertSame( 'uncleared', $this->refresh()['status'] );

		$this->emulator->simulate( $this->order_id, 'capture' );
		self::assertSame( 'completed', $this->refresh()['status'] );
	}

	#[DataProvider( 'unopened_modes' )]
	public function test_an_unopened_link_stays_active( string $mode ): void {
		$this->emulator->settings( [ 'unopened_link' => $mode ] );

		self::assertSame( 'active', $this->refresh()['status'] );
		self::assertCount( 2, $this->history( $this->link_id ) );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function unopened_modes(): array {
		return [
			'a response without order_id' => [ 'no-order-id' ],
			'an unknown order'            => [ '404' ],
		];
	}

	#[DataProvider( 'unopened_modes' )]
	public function test_an_expired_link_is_marked_as_expired( string $mode ): void {
		$this->emulator->settings( [ 'unopened_link' => $mode ] );
		$this->link_id = Json::number( $this->create_link( $this->orders->create(), [ 'seconds_active' => 1 ] ), 'id' );
		sleep( 2 );

		self::assertSame( 'expired', $this->refresh()['status'] );
		self::assertSame( 'active>expired', explode( ' ', $this->history( $this->link_id )[2] )[1] );
	}

	public function test_an_expired_attempt_does_not_end_the_link(): void {
		$this->emulator->simulate( $this->order_id, 'start', [ 'method' => 'IDEAL' ] );
		$this->emulator->advance( 7200 );

		self::assertSame( 'active', $this->refresh()['status'] );
	}

	public function test_a_payment_after_the_expiry_is_recorded(): void {
		$this->link_id = Json::number(
			$this->create_link( $this->orders->create(), [ 'seconds_active' => 1, 'order_id' => 'late-1' ] ),
			'id'
		);
		sleep( 2 );
		self::assertSame( 'expired', $this->refresh()['status'] );
		$this->emulator->simulate( 'late-1', 'pay', [ 'force' => true ] );

		self::assertSame( 'completed', $this->refresh()['status'] );
	}

	/**
	 * @param array<string, mixed> $payment Differences from the expected payment.
	 */
	#[DataProvider( 'mismatched_payments' )]
	public function test_a_payment_of_another_amount_or_currency_does_not_complete_the_link( array $payment ): void {
		$this->emulator->simulate( $this->order_id, 'pay', $payment );

		$link = $this->refresh();

		self::assertSame( [ 'active', null ], [ $link['status'], $link['paid_at'] ] );
		self::assertSame( 'provider active>active alert_raised', $this->history( $this->link_id )[2] );
	}

	/**
	 * @return array<string, array{array<string, mixed>}>
	 */
	public static function mismatched_payments(): array {
		return [
			'too little'       => [ [ 'amount' => 7999 ] ],
			'too much'         => [ [ 'amount' => 8001 ] ],
			'another currency' => [ [ 'currency' => 'USD' ] ],
		];
	}

	public function test_refunds_are_recorded(): void {
		$this->emulator->simulate( $this->order_id, 'pay' );
		$this->refresh();
		$this->emulator->simulate( $this->order_id, 'refund', [ 'amount' => 1000 ] );
		$partial = $this->refresh()['status'];
		$this->emulator->simulate( $this->order_id, 'refund', [ 'amount' => 7000 ] );

		self::assertSame( [ 'partial_refunded', 'refunded' ], [ $partial, $this->refresh()['status'] ] );
	}

	public function test_varied_response_formats_are_accepted(): void {
		$this->emulator->settings( [ 'wobble' => true ] );
		$link = $this->create_link( $this->orders->create(), [ 'order_id' => '20260042' ] );
		$this->emulator->simulate( '20260042', 'pay' );
		$this->link_id = Json::number( $link, 'id' );

		self::assertSame( 'completed', $this->refresh()['status'] );
	}

	#[DataProviderExternal( Faults::class, 'without_response' )]
	public function test_a_missing_response_is_reported_and_changes_nothing( string $fault ): void {
		$this->emulator->fault( $fault, 'GET', '*', delay_ms: 1500 );

		$response = $this->assert_error(
			502,
			'multisafepay_unavailable',
			$this->with_short_timeout(
				fn (): WP_REST_Response => $this->rest( 'POST', "/links/{$this->link_id}/refresh" )
			)
		);

		// The link is still open. The message must not state the opposite.
		self::assertStringNotContainsStringIgnoringCase( 'no link is open', Json::text( $response, 'message' ) );
		self::assertCount( 2, $this->history( $this->link_id ) );
		self::assertSame( 'active', $this->json( $this->rest( 'GET', "/links/{$this->link_id}" ) )['status'] );
	}

	public function test_a_slow_response_is_accepted(): void {
		$this->emulator->simulate( $this->order_id, 'pay' );
		$this->emulator->fault( 'slow', 'GET', '*', delay_ms: 700 );

		self::assertSame( 'completed', $this->refresh()['status'] );
	}

	public function test_a_missing_or_invalid_key_is_reported(): void {
		$this->store_key( 'wrong-key-0123456789' );
		delete_option( 'multisafepay_payment_links_former_keys' );
		$this->assert_error( 503, 'not_configured', $this->rest( 'POST', "/links/{$this->link_id}/refresh" ) );

		$this->delete_settings();
		$this->assert_error( 503, 'not_configured', $this->rest( 'POST', "/links/{$this->link_id}/refresh" ) );
		self::assertSame( 'active', $this->json( $this->rest( 'GET', "/links/{$this->link_id}" ) )['status'] );
	}

	/**
	 * @return array<mixed>
	 */
	private function refresh(): array {
		$response = $this->rest( 'POST', "/links/{$this->link_id}/refresh" );
		$link     = $this->json( $response );
		self::assertSame( 200, $response->get_status(), (string) wp_json_encode( $link ) );
		return $link;
	}
}
