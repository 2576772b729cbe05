<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WP_REST_Response;

#[CoversNothing]
#[Group( 'storage' )]
final class DuplicateLinkTest extends IntegrationTestCase {

	use LinkSteps;

	public function test_a_duplicate_has_the_details_of_the_original_and_its_own_order_id(): void {
		$order    = $this->orders->create();
		$original = $this->create_link(
			$order,
			[
				'amount'         => 2500,
				'description'    => 'Deposit',
				'seconds_active' => 5400,
				'gateway'        => 'IDEAL',
				'note'           => 'Called on Monday',
				'include_cart'   => false,
				'customer'       => [
					'first_name' => 'Kim',
					'email' => 'kim@example.test',
					'country' => 'DE',
					'locale' => 'de_DE',
				],
			]
		);

		$response = $this->duplicate( $original );
		$copy     = $this->json( $response );

		self::assertSame( 201, $response->get_status(), (string) wp_json_encode( $copy ) );
		self::assertSame(
			[ "PL-{$order->get_id()}-2", $original['id'], 'active' ],
			[ $copy['order_id'], $copy['duplicate_of'], $copy['status'] ]
		);
		foreach ( [
			'amount', 'currency', 'description', 'gateway', 'note', 'include_cart', 'customer', 'second_chance', 'site',
		] as $field ) {
			self::assertSame( $original[ $field ], $copy[ $field ], $field );
		}
		self::assertEqualsWithDelta(
			5400,
			(int) strtotime( Json::text( $copy, 'expires_at' ) ) - (int) strtotime( Json::text( $copy, 'created_at' ) ),
			60
		);
		self::assertSame(
			[ "PL-{$order->get_id()}-1", "PL-{$order->get_id()}-2" ],
			$this->sorted_payable(),
			'The original stays open by default.'
		);
	}

	public function test_fields_of_the_request_override_the_original(): void {
		$original = $this->create_link( $this->orders->create(), [ 'seconds_active' => 5400 ] );
		$copy     = $this->json( $this->duplicate(
			$original,
			[ 'amount' => 100, 'days_active' => 2, 'order_id' => 'typed-again' ]
		) );

		self::assertSame( [ 100, 'typed-again' ], [ $copy['amount'], $copy['order_id'] ] );
		self::assertEqualsWithDelta(
			2 * 86_400,
			(int) strtotime( Json::text( $copy, 'expires_at' ) ) - (int) strtotime( Json::text( $copy, 'created_at' ) ),
			60
		);
	}

	public function test_the_original_is_cancelled_only_after_the_new_link_exists(): void {
		$order    = $this->orders->create();
		$original = $this->create_link( $order );
		$copy     = $this->json( $this->duplicate( $original, [ 'cancel_original' => true ] ) );

		self::assertSame( [ "PL-{$order->get_id()}-2" ], $this->payable() );
		self::assertSame( [ '1 cancelled replaced', '2 active created' ], $this->link_statuses( $order ) );
		self::assertSame( 'staff active>cancelled replaced', $this->last_event( $original ) );
		$requests = array_map(
			static fn ( array $request ): string => "{$request['method']} {$request['path']}",
			$this->emulator->requests()
		);
		self::assertSame( [ 'POST /orders', 'POST /orders', "PATCH /orders/PL-{$order->get_id()}-1" ], $requests );
		self::assertSame( $original['id'], $copy['duplicate_of'] );
	}

	public function test_when_the_new_link_is_refused_the_original_stays_open(): void {
		$order    = $this->orders->create();
		$original = $this->create_link( $order );
		$this->emulator->control(
			'POST',
			'sites',
			[ 'api_key' => Env::get( 'EMULATOR_KEY' ), 'methods' => [ 'IDEAL' ] ]
		);
		$response = $this->assert_error(
			422,
			'multisafepay_rejected',
			$this->duplicate( $original, [ 'gateway' => 'VISA', 'cancel_original' => true ] )
		);

		self::assertSame(
			[ 1023, [ 'gateway' ] ],
			[
				Json::number( $response, 'data', 'error_code' ),
				array_keys( Json::object( $response, 'data', 'params' ) ),
			]
		);
		self::assertSame( [ "PL-{$order->get_id()}-1" ], $this->payable() );
	}

	public function test_a_failed_cancellation_of_the_original_is_retried_after_the_new_link_is_created(): void {
		$order    = $this->orders->create();
		$original = $this->create_link( $order );
		$id       = Json::number( $original, 'id' );
		$this->emulator->fault( 'status_503_html', 'PATCH', '*', 2 );

		self::assertSame( 201, $this->duplicate( $original, [ 'cancel_original' => true ] )->get_status() );
		self::assertSame( 'staff active>active cancel_pending', $this->last_event( $original ) );
		self::assertTrue( $this->is_cancel_scheduled( $id ) );

		// The second attempt gets no response either. The third succeeds.
		as_unschedule_all_actions( 'multisafepay_payment_links_cancel_link', [ $id ] );
		do_action( 'multisafepay_payment_links_cancel_link', $id );
		self::assertTrue( $this->is_cancel_scheduled( $id ) );
		do_action( 'multisafepay_payment_links_cancel_link', $id );

		self::assertSame( [ "PL-{$order->get_id()}-2" ], $this->payable() );
		self::assertSame(
			'staff active>cancelled replaced',
			$this->last_event( $original ),
			'A retry keeps the actor and the reason of the request.'
		);
		$events = Json::object( $this->json( $this->rest( 'GET', "/links/$id" ) ), 'events' );
		self::assertSame( '', Json::text( $events, 1, 'detail' ) );
	}

	public function test_the_same_key_returns_the_same_link_after_the_original_was_cancelled(): void {
		$original = $this->create_link( $this->orders->create() );
		$body     = [ 'idempotency_key' => $this->new_key(), 'cancel_original' => true ];
		$first    = $this->json( $this->duplicate( $original, $body ) );
		$again    = $this->duplicate( $original, $body );

		self::assertSame( [ 200, $first ], [ $again->get_status(), $this->json( $again ) ] );
		self::assertCount( 2, $this->emulator->requests( 'POST', '/orders' ) );
	}

	public function test_repeating_a_request_cancels_the_original(): void {
		$order    = $this->orders->create();
		$original = $this->create_link( $order );
		$key      = $this->new_key();
		$this->duplicate( $original, [ 'idempotency_key' => $key ] );
		$this->duplicate( $original, [ 'idempotency_key' => $key, 'cancel_original' => true ] );

		self::assertSame( [ "PL-{$order->get_id()}-2" ], $this->payable() );
	}

	public function test_after_a_lost_response_there_is_one_new_link_that_refers_to_its_original(): void {
		$order    = $this->orders->create();
		$original = $this->create_link( $order );
		$this->emulator->fault( 'reset_after' );
		$copy = $this->json( $this->duplicate( $original, [ 'cancel_original' => true ] ) );

		self::assertSame(
			[ "PL-{$order->get_id()}-3", $original['id'] ],
			[ $copy['order_id'], $copy['duplicate_of'] ]
		);
		self::assertSame( [ "PL-{$order->get_id()}-3" ], $this->payable() );
	}

	public function test_an_original_paid_in_the_meantime_is_not_cancelled(): void {
		$order    = $this->orders->create();
		$original = $this->create_link( $order, [ 'amount' => 1000 ] );
		$this->emulator->simulate( Json::text( $original, 'order_id' ), 'pay' );

		self::assertSame( 201, $this->duplicate( $original, [ 'cancel_original' => true ] )->get_status() );
		self::assertSame(
			'completed',
			$this->json( $this->rest( 'GET', '/links/' . Json::number( $original, 'id' ) ) )['status']
		);
	}

	public function test_a_renewed_link_has_the_current_amount_due(): void {
		$order    = $this->orders->create();
		$original = $this->create_link( $order, [ 'description' => 'Bike' ] );
		$order->set_total( '95.50' );
		$order->save();
		self::assertTrue( $this->json( $this->rest( 'GET', '/links/' . Json::number( $original, 'id' ) ) )['stale'] );

		$copy = $this->json( $this->duplicate(
			$original,
			[ 'renew' => true, 'cancel_original' => true, 'amount' => 1 ]
		) );

		self::assertSame( [ 9550, 'Bike', false ], [ $copy['amount'], $copy['description'], $copy['stale'] ] );
		self::assertSame( [ '1 cancelled replaced', '2 active created' ], $this->link_statuses( $order ) );
	}

	public function test_renewing_the_link_of_a_paid_order_is_refused(): void {
		$order    = $this->orders->create();
		$original = $this->create_link( $order );
		$order->update_status( 'processing' );

		$this->assert_error( 409, 'order_already_paid', $this->duplicate( $original, [ 'renew' => true ] ) );
	}

	public function test_a_key_of_another_link_is_refused(): void {
		$order    = $this->orders->create();
		$original = $this->create_link( $order );
		$key      = $this->new_key();
		$other    = $this->create_link( $order, [ 'idempotency_key' => $key ] );

		$this->assert_invalid( $this->duplicate( $original, [ 'idempotency_key' => $key ] ), 'idempotency_key' );
		self::assertSame( 'active', $other['status'] );
	}

	public function test_invalid_fields_are_reported_and_nothing_is_created(): void {
		$order    = $this->orders->create();
		$original = $this->create_link( $order );

		$this->assert_invalid(
			$this->duplicate(
				$original,
				[
					'customer' => [ 'email' => 'nobody' ],
					'redirect_url' => 'javascript:alert(1)',
					'seconds_active' => 31_536_001,
				]
			),
			'seconds_active',
			'customer.email',
			'redirect_url'
		);
		$this->assert_invalid(
			$this->rest( 'POST', '/links/' . Json::number( $original, 'id' ) . '/duplicate' ),
			'idempotency_key'
		);
		self::assertCount( 1, $this->rows( $order ) );
	}

	public function test_the_link_of_a_trashed_order_is_not_duplicated(): void {
		$order    = $this->orders->create();
		$original = $this->create_link( $order );
		$order->delete( false );

		$this->assert_error( 404, 'rest_order_not_found', $this->duplicate( $original ) );
	}

	/**
	 * @param array<mixed>         $original Link resource.
	 * @param array<string, mixed> $body     Fields that differ from the original.
	 */
	private function duplicate( array $original, array $body = [] ): WP_REST_Response {
		return $this->rest(
			'POST',
			'/links/' . Json::number( $original, 'id' ) . '/duplicate',
			$body + [ 'idempotency_key' => $this->new_key() ]
		);
	}

	/**
	 * @param array<mixed> $link Link resource.
	 */
	private function last_event( array $link ): string {
		$history = $this->history( Json::number( $link, 'id' ) );

		return (string) end( $history );
	}

	/**
	 * @return list<string>
	 */
	private function sorted_payable(): array {
		$ids = $this->payable();
		sort( $ids );

		return $ids;
	}

	private function is_cancel_scheduled( int $link_id ): bool {
		return false !== as_next_scheduled_action(
			'multisafepay_payment_links_cancel_link',
			[ $link_id ],
			'multisafepay-payment-links'
		);
	}
}
