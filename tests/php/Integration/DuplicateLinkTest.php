<?php
/**
 * Duplicating links.
 *
 * @package MultiSafepay\PaymentLinks
 */

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

	public function test_a_duplicate_has_the_details_of_the_original_and_an_order_id_of_its_own(): void {
		$order    = $this->orders->make();
		$original = $this->made_link(
			$order,
			[
				'amount'         => 2500,
				'description'    => 'Deposit',
				'seconds_active' => 5400,
				'gateway'        => 'IDEAL',
				'note'           => 'Called on Monday',
				'include_cart'   => false,
				'customer'       => [ 'first_name' => 'Kim', 'email' => 'kim@example.test', 'country' => 'DE', 'locale' => 'de_DE' ],
			]
		);

		$response = $this->duplicate( $original );
		$copy     = $this->json( $response );

		self::assertSame( 201, $response->get_status(), (string) wp_json_encode( $copy ) );
		self::assertSame( [ "PL-{$order->get_id()}-2", $original['id'], 'active' ], [ $copy['order_id'], $copy['duplicate_of'], $copy['status'] ] );
		foreach ( [ 'amount', 'currency', 'description', 'gateway', 'note', 'include_cart', 'customer', 'second_chance', 'site' ] as $field ) {
			self::assertSame( $original[ $field ], $copy[ $field ], $field );
		}
		self::assertEqualsWithDelta( 5400, (int) strtotime( Json::text( $copy, 'expires_at' ) ) - (int) strtotime( Json::text( $copy, 'created_at' ) ), 60 );
		self::assertSame( [ "PL-{$order->get_id()}-1", "PL-{$order->get_id()}-2" ], $this->payable_sorted(), 'Nobody asked to retire the original.' );
	}

	public function test_what_the_body_says_wins_over_the_original(): void {
		$original = $this->made_link( $this->orders->make(), [ 'seconds_active' => 5400 ] );
		$copy     = $this->json( $this->duplicate( $original, [ 'amount' => 100, 'days_active' => 2, 'order_id' => 'typed-again' ] ) );

		self::assertSame( [ 100, 'typed-again' ], [ $copy['amount'], $copy['order_id'] ] );
		self::assertEqualsWithDelta( 2 * 86_400, (int) strtotime( Json::text( $copy, 'expires_at' ) ) - (int) strtotime( Json::text( $copy, 'created_at' ) ), 60 );
	}

	public function test_the_original_is_retired_only_after_the_new_link_exists(): void {
		$order    = $this->orders->make();
		$original = $this->made_link( $order );
		$copy     = $this->json( $this->duplicate( $original, [ 'retire_original' => true ] ) );

		self::assertSame( [ "PL-{$order->get_id()}-2" ], $this->payable() );
		self::assertSame( [ '1 cancelled replaced', '2 active created' ], $this->states( $order ) );
		self::assertSame( 'staff active>cancelled replaced', $this->last_event( $original ) );
		$calls = array_map( static fn ( array $request ): string => "{$request['method']} {$request['path']}", $this->emulator->requests() );
		self::assertSame( [ 'POST /orders', 'POST /orders', "PATCH /orders/PL-{$order->get_id()}-1" ], $calls );
		self::assertSame( $original['id'], $copy['duplicate_of'] );
	}

	public function test_when_the_new_link_is_refused_the_original_stays_open(): void {
		$order    = $this->orders->make();
		$original = $this->made_link( $order );
		$this->emulator->control( 'POST', 'sites', [ 'api_key' => Env::get( 'EMULATOR_KEY' ), 'methods' => [ 'IDEAL' ] ] );
		$answer = $this->assert_error( 422, 'multisafepay_rejected', $this->duplicate( $original, [ 'gateway' => 'VISA', 'retire_original' => true ] ) );

		self::assertSame( [ 1023, [ 'gateway' ] ], [ Json::number( $answer, 'data', 'error_code' ), array_keys( Json::object( $answer, 'data', 'params' ) ) ] );
		self::assertSame( [ "PL-{$order->get_id()}-1" ], $this->payable() );
	}

	public function test_without_an_answer_to_the_retiring_the_new_link_is_there_and_the_shop_keeps_at_it(): void {
		$order    = $this->orders->make();
		$original = $this->made_link( $order );
		$id       = Json::number( $original, 'id' );
		$this->emulator->fault( 'status_503_html', 'PATCH', '*', 2 );

		self::assertSame( 201, $this->duplicate( $original, [ 'retire_original' => true ] )->get_status() );
		self::assertSame( 'staff active>active retire_pending', $this->last_event( $original ) );
		self::assertTrue( $this->is_retiring_scheduled( $id ) );

		// The second try has no answer either; the third has.
		as_unschedule_all_actions( 'multisafepay_payment_links_retire', [ $id ] );
		do_action( 'multisafepay_payment_links_retire', $id );
		self::assertTrue( $this->is_retiring_scheduled( $id ) );
		do_action( 'multisafepay_payment_links_retire', $id );

		self::assertSame( [ "PL-{$order->get_id()}-2" ], $this->payable() );
		self::assertSame( 'staff active>cancelled replaced', $this->last_event( $original ), 'In the name of who asked, and for the same reason.' );
		$events = Json::object( $this->json( $this->rest( 'GET', "/links/$id" ) ), 'events' );
		self::assertSame( '', Json::text( $events, 1, 'detail' ) );
	}

	public function test_the_same_key_gives_the_same_link_also_when_the_original_is_retired_by_then(): void {
		$original = $this->made_link( $this->orders->make() );
		$body     = [ 'idempotency_key' => $this->fresh_key(), 'retire_original' => true ];
		$first    = $this->json( $this->duplicate( $original, $body ) );
		$again    = $this->duplicate( $original, $body );

		self::assertSame( [ 200, $first ], [ $again->get_status(), $this->json( $again ) ] );
		self::assertCount( 2, $this->emulator->requests( 'POST', '/orders' ) );
	}

	public function test_a_key_that_comes_again_makes_up_for_a_retiring_that_was_missed(): void {
		$order    = $this->orders->make();
		$original = $this->made_link( $order );
		$key      = $this->fresh_key();
		$this->duplicate( $original, [ 'idempotency_key' => $key ] );
		$this->duplicate( $original, [ 'idempotency_key' => $key, 'retire_original' => true ] );

		self::assertSame( [ "PL-{$order->get_id()}-2" ], $this->payable() );
	}

	public function test_a_lost_answer_leaves_one_new_link_that_knows_its_original(): void {
		$order    = $this->orders->make();
		$original = $this->made_link( $order );
		$this->emulator->fault( 'reset_after' );
		$copy = $this->json( $this->duplicate( $original, [ 'retire_original' => true ] ) );

		self::assertSame( [ "PL-{$order->get_id()}-3", $original['id'] ], [ $copy['order_id'], $copy['duplicate_of'] ] );
		self::assertSame( [ "PL-{$order->get_id()}-3" ], $this->payable() );
	}

	public function test_a_link_that_was_paid_meanwhile_is_left_alone(): void {
		$order    = $this->orders->make();
		$original = $this->made_link( $order, [ 'amount' => 1000 ] );
		$this->emulator->act( Json::text( $original, 'order_id' ), 'pay' );

		self::assertSame( 201, $this->duplicate( $original, [ 'retire_original' => true ] )->get_status() );
		self::assertSame( 'completed', $this->json( $this->rest( 'GET', '/links/' . Json::number( $original, 'id' ) ) )['status'] );
	}

	public function test_renewing_asks_what_the_order_owes_now(): void {
		$order    = $this->orders->make();
		$original = $this->made_link( $order, [ 'description' => 'Bike' ] );
		$order->set_total( '95.50' );
		$order->save();
		self::assertTrue( $this->json( $this->rest( 'GET', '/links/' . Json::number( $original, 'id' ) ) )['stale'] );

		$copy = $this->json( $this->duplicate( $original, [ 'renew' => true, 'retire_original' => true, 'amount' => 1 ] ) );

		self::assertSame( [ 9550, 'Bike', false ], [ $copy['amount'], $copy['description'], $copy['stale'] ] );
		self::assertSame( [ '1 cancelled replaced', '2 active created' ], $this->states( $order ) );
	}

	public function test_renewing_the_link_of_a_paid_order_is_refused(): void {
		$order    = $this->orders->make();
		$original = $this->made_link( $order );
		$order->update_status( 'processing' );

		$this->assert_error( 409, 'order_already_paid', $this->duplicate( $original, [ 'renew' => true ] ) );
	}

	public function test_a_key_of_another_link_is_refused(): void {
		$order    = $this->orders->make();
		$original = $this->made_link( $order );
		$key      = $this->fresh_key();
		$other    = $this->made_link( $order, [ 'idempotency_key' => $key ] );

		$this->assert_invalid( $this->duplicate( $original, [ 'idempotency_key' => $key ] ), 'idempotency_key' );
		self::assertSame( 'active', $other['status'] );
	}

	public function test_bad_fields_are_named_and_nothing_is_made(): void {
		$order    = $this->orders->make();
		$original = $this->made_link( $order );

		$this->assert_invalid( $this->duplicate( $original, [ 'customer' => [ 'email' => 'nobody' ], 'redirect_url' => 'javascript:alert(1)', 'seconds_active' => 31_536_001 ] ), 'seconds_active', 'customer.email', 'redirect_url' );
		$this->assert_invalid( $this->rest( 'POST', '/links/' . Json::number( $original, 'id' ) . '/duplicate' ), 'idempotency_key' );
		self::assertCount( 1, $this->rows( $order ) );
	}

	public function test_the_link_of_a_trashed_order_is_not_duplicated(): void {
		$order    = $this->orders->make();
		$original = $this->made_link( $order );
		$order->delete( false );

		$this->assert_error( 404, 'rest_order_not_found', $this->duplicate( $original ) );
	}

	/**
	 * @param array<mixed>         $original A link.
	 * @param array<string, mixed> $body     The rest is the original's.
	 */
	private function duplicate( array $original, array $body = [] ): WP_REST_Response {
		return $this->rest( 'POST', '/links/' . Json::number( $original, 'id' ) . '/duplicate', $body + [ 'idempotency_key' => $this->fresh_key() ] );
	}

	/**
	 * @param array<mixed> $link A link.
	 */
	private function last_event( array $link ): string {
		$history = $this->history( Json::number( $link, 'id' ) );

		return (string) end( $history );
	}

	/**
	 * @return list<string>
	 */
	private function payable_sorted(): array {
		$ids = $this->payable();
		sort( $ids );

		return $ids;
	}

	private function is_retiring_scheduled( int $link_id ): bool {
		return false !== as_next_scheduled_action( 'multisafepay_payment_links_retire', [ $link_id ], 'multisafepay-payment-links' );
	}
}
