<?php
/**
 * Asking the provider how a link stands.
 *
 * @package MultiSafepay\PaymentLinks
 */

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

	private int $id = 0;

	protected function setUp(): void {
		parent::setUp();
		$link           = $this->made_link( $this->orders->make() );
		$this->id       = Json::number( $link, 'id' );
		$this->order_id = Json::text( $link, 'order_id' );
	}

	public function test_a_payment_is_taken_over(): void {
		$this->emulator->act( $this->order_id, 'pay', [ 'method' => 'BANKTRANS' ] );

		$link = $this->refreshed();

		self::assertSame( [ 'completed', 'BANKTRANS' ], [ $link['status'], $link['payment_method'] ] );
		self::assertMatchesRegularExpression( '/^\d{16}$/', Json::text( $link, 'transaction_id' ) );
		self::assertEqualsWithDelta( time(), strtotime( Json::text( $link, 'paid_at' ) ), 60 );
		self::assertSame( 'provider active>completed provider_status', $this->history( $this->id )[2] );
	}

	public function test_asking_twice_says_it_once(): void {
		$this->emulator->act( $this->order_id, 'pay' );

		self::assertSame( $this->refreshed(), $this->refreshed() );
		self::assertCount( 3, $this->history( $this->id ) );
	}

	public function test_a_decline_leaves_the_link_payable(): void {
		$this->emulator->act( $this->order_id, 'decline' );
		self::assertSame( 'declined', $this->refreshed()['status'] );

		$this->emulator->act( $this->order_id, 'pay' );
		self::assertSame( 'completed', $this->refreshed()['status'] );
	}

	public function test_a_customer_who_turns_back_leaves_the_link_open(): void {
		$this->emulator->act( $this->order_id, 'cancel' );

		self::assertSame( 'active', $this->refreshed()['status'] );
	}

	public function test_a_payment_on_its_way_is_uncleared(): void {
		$this->emulator->act( $this->order_id, 'hold' );
		self::assertSame( 'uncleared', $this->refreshed()['status'] );

		$this->emulator->act( $this->order_id, 'capture' );
		self::assertSame( 'completed', $this->refreshed()['status'] );
	}

	#[DataProvider( 'unopened_modes' )]
	public function test_a_link_that_nobody_opened_stays_active( string $mode ): void {
		$this->emulator->settings( [ 'unopened_link' => $mode ] );

		self::assertSame( 'active', $this->refreshed()['status'] );
		self::assertCount( 2, $this->history( $this->id ) );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function unopened_modes(): array {
		return [
			'an answer without order_id' => [ 'no-order-id' ],
			'an unknown order'           => [ '404' ],
		];
	}

	#[DataProvider( 'unopened_modes' )]
	public function test_an_expired_link_is_written_down_as_expired( string $mode ): void {
		$this->emulator->settings( [ 'unopened_link' => $mode ] );
		$this->id = Json::number( $this->made_link( $this->orders->make(), [ 'seconds_active' => 1 ] ), 'id' );
		sleep( 2 );

		self::assertSame( 'expired', $this->refreshed()['status'] );
		self::assertSame( 'active>expired', explode( ' ', $this->history( $this->id )[2] )[1] );
	}

	public function test_one_attempt_that_ran_out_does_not_end_the_link(): void {
		$this->emulator->act( $this->order_id, 'start', [ 'method' => 'IDEAL' ] );
		$this->emulator->advance( 7200 );

		self::assertSame( 'active', $this->refreshed()['status'] );
	}

	public function test_money_that_arrives_after_the_end_is_real(): void {
		$this->id = Json::number( $this->made_link( $this->orders->make(), [ 'seconds_active' => 1, 'order_id' => 'late-1' ] ), 'id' );
		sleep( 2 );
		self::assertSame( 'expired', $this->refreshed()['status'] );
		$this->emulator->act( 'late-1', 'pay', [ 'force' => true ] );

		self::assertSame( 'completed', $this->refreshed()['status'] );
	}

	/**
	 * @param array<string, mixed> $payment How it differs.
	 */
	#[DataProvider( 'wrong_payments' )]
	public function test_a_payment_of_another_amount_or_currency_is_not_taken_for_ours( array $payment ): void {
		$this->emulator->act( $this->order_id, 'pay', $payment );

		$link = $this->refreshed();

		self::assertSame( [ 'active', null ], [ $link['status'], $link['paid_at'] ] );
		self::assertSame( 'provider active>active amount_mismatch', $this->history( $this->id )[2] );
	}

	/**
	 * @return array<string, array{array<string, mixed>}>
	 */
	public static function wrong_payments(): array {
		return [
			'too little'       => [ [ 'amount' => 7999 ] ],
			'too much'         => [ [ 'amount' => 8001 ] ],
			'another currency' => [ [ 'currency' => 'USD' ] ],
		];
	}

	public function test_refunds_are_taken_over(): void {
		$this->emulator->act( $this->order_id, 'pay' );
		$this->refreshed();
		$this->emulator->act( $this->order_id, 'refund', [ 'amount' => 1000 ] );
		$partial = $this->refreshed()['status'];
		$this->emulator->act( $this->order_id, 'refund', [ 'amount' => 7000 ] );

		self::assertSame( [ 'partial_refunded', 'refunded' ], [ $partial, $this->refreshed()['status'] ] );
	}

	public function test_the_providers_liberties_change_nothing(): void {
		$this->emulator->settings( [ 'wobble' => true ] );
		$link = $this->made_link( $this->orders->make(), [ 'order_id' => '20260042' ] );
		$this->emulator->act( '20260042', 'pay' );
		$this->id = Json::number( $link, 'id' );

		self::assertSame( 'completed', $this->refreshed()['status'] );
	}

	#[DataProviderExternal( Faults::class, 'without_an_answer' )]
	public function test_no_answer_changes_nothing_and_says_so( string $fault ): void {
		$this->emulator->fault( $fault, 'GET', '*', delay_ms: 1500 );

		$answer = $this->assert_error( 502, 'multisafepay_unavailable', $this->impatiently( fn (): WP_REST_Response => $this->rest( 'POST', "/links/{$this->id}/refresh" ) ) );

		// The link is still open: nobody may be told otherwise.
		self::assertStringNotContainsStringIgnoringCase( 'no link is open', Json::text( $answer, 'message' ) );
		self::assertCount( 2, $this->history( $this->id ) );
		self::assertSame( 'active', $this->json( $this->rest( 'GET', "/links/{$this->id}" ) )['status'] );
	}

	public function test_a_slow_answer_is_an_answer(): void {
		$this->emulator->act( $this->order_id, 'pay' );
		$this->emulator->fault( 'slow', 'GET', '*', delay_ms: 700 );

		self::assertSame( 'completed', $this->refreshed()['status'] );
	}

	public function test_a_key_that_is_gone_or_wrong_is_named(): void {
		$this->store_key( 'wrong-key-0123456789' );
		delete_option( 'multisafepay_payment_links_former_keys' );
		$this->assert_error( 503, 'not_configured', $this->rest( 'POST', "/links/{$this->id}/refresh" ) );

		$this->forget_settings();
		$this->assert_error( 503, 'not_configured', $this->rest( 'POST', "/links/{$this->id}/refresh" ) );
		self::assertSame( 'active', $this->json( $this->rest( 'GET', "/links/{$this->id}" ) )['status'] );
	}

	/**
	 * @return array<mixed>
	 */
	private function refreshed(): array {
		$response = $this->rest( 'POST', "/links/{$this->id}/refresh" );
		$link     = $this->json( $response );
		self::assertSame( 200, $response->get_status(), (string) wp_json_encode( $link ) );
		return $link;
	}
}
