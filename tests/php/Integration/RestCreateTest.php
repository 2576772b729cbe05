<?php
/**
 * Creating links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;

#[CoversNothing]
#[Group( 'storage' )]
final class RestCreateTest extends IntegrationTestCase {

	use LinkSteps;

	public function test_a_link_is_made_from_the_order_alone(): void {
		$order    = $this->orders->make();
		$response = $this->post_link( $order );
		$link     = $this->json( $response );
		$asked    = $this->emulator->requests( 'POST', '/orders' );

		self::assertSame( 201, $response->get_status() );
		self::assertSame( "PL-{$order->get_id()}-1", $link['order_id'] );
		self::assertSame( [ 'active', 8000, 'EUR', 'main', 'test' ], [ $link['status'], $link['amount'], $link['currency'], $link['site'], $link['environment'] ] );
		self::assertSame( "Order {$order->get_order_number()}", $link['description'] );
		self::assertSame( 'Sam de Boer', Json::text( $link, 'created_by', 'name' ) );
		self::assertSame( [ 'Robin', 'Smit', 'robin@example.test', 'NL' ], [ Json::at( $link, 'customer', 'first_name' ), Json::at( $link, 'customer', 'last_name' ), Json::at( $link, 'customer', 'email' ), Json::at( $link, 'customer', 'country' ) ] );
		self::assertCount( 1, $asked );
		self::assertIsArray( $asked[0]['body'] );
		self::assertSame( [ 'paymentlink', 8000, 'EUR' ], [ $asked[0]['body']['type'], $asked[0]['body']['amount'], $asked[0]['body']['currency'] ] );
		self::assertSame( [ 'Prinsengracht', '263-A' ], [ Json::at( $asked[0]['body'], 'customer', 'address1' ), Json::at( $asked[0]['body'], 'customer', 'house_number' ) ] );
		self::assertSame( (string) Json::number( $link, 'id' ), $asked[0]['body']['var1'] );
		self::assertArrayNotHasKey( 'var2', $asked[0]['body'] );
	}

	public function test_the_payment_url_opens_the_providers_page(): void {
		$link = $this->made_link( $this->orders->make() );

		$page = Support\Http::send( 'GET', Json::text( $link, 'payment_url' ) );

		self::assertSame( 200, $page->status );
		self::assertStringContainsString( '80.00', $page->body );
	}

	public function test_the_link_ends_after_the_days_that_were_asked_for(): void {
		$link = $this->made_link( $this->orders->make(), [ 'days_active' => 3 ] );

		$lifetime = (int) strtotime( Json::text( $link, 'expires_at' ) ) - (int) strtotime( Json::text( $link, 'created_at' ) );

		self::assertEqualsWithDelta( 3 * 86_400, $lifetime, 60 );
	}

	public function test_the_same_key_gives_the_same_link(): void {
		$order = $this->orders->make();
		$key   = $this->fresh_key();
		$first = $this->made_link( $order, [ 'idempotency_key' => $key ] );

		$again = $this->post_link( $order, [ 'idempotency_key' => $key ] );
		// What the form says by then does not matter.
		$other = $this->post_link( $order, [ 'idempotency_key' => $key, 'amount' => 100, 'order_id' => 'OTHER-1' ] );

		self::assertSame( [ 200, 200 ], [ $again->get_status(), $other->get_status() ] );
		self::assertSame( $first, $this->json( $again ) );
		self::assertSame( $first, $this->json( $other ) );
		self::assertCount( 1, $this->emulator->requests( 'POST', '/orders' ) );
		self::assertCount( 1, $this->rows( $order ) );
	}

	public function test_every_key_gives_a_link_of_its_own(): void {
		$order = $this->orders->make();

		$ids = array_map( fn (): string => Json::text( $this->made_link( $order ), 'order_id' ), range( 1, 3 ) );

		self::assertSame( [ "PL-{$order->get_id()}-1", "PL-{$order->get_id()}-2", "PL-{$order->get_id()}-3" ], $ids );
	}

	public function test_what_the_body_says_wins_over_the_order(): void {
		$link = $this->made_link(
			$this->orders->make(),
			[
				'amount'        => 2500,
				'description'   => 'Deposit',
				'second_chance' => true,
				'customer'      => [ 'first_name' => 'Kim', 'last_name' => 'Jansen', 'email' => 'kim@example.test', 'country' => 'DE', 'locale' => 'de_DE' ],
				'include_cart'  => false,
			]
		);

		self::assertSame( [ 2500, 'Deposit', true ], [ $link['amount'], $link['description'], $link['second_chance'] ] );
		self::assertSame( [ 'first_name' => 'Kim', 'last_name' => 'Jansen', 'email' => 'kim@example.test', 'country' => 'DE', 'locale' => 'de_DE' ], $link['customer'] );
		self::assertStringEndsWith( 'lang=de_DE', Json::text( $link, 'payment_url' ) );
	}

	public function test_a_typed_order_id_is_used(): void {
		$link = $this->made_link( $this->orders->make(), [ 'order_id' => 'phone.2026_A-1' ] );

		self::assertSame( 'phone.2026_A-1', $link['order_id'] );
		self::assertSame( [ 'phone.2026_A-1' ], $this->payable() );
	}

	public function test_an_order_id_of_exactly_fifty_characters_is_used(): void {
		$id = str_repeat( 'x', 50 );

		self::assertSame( $id, $this->made_link( $this->orders->make(), [ 'order_id' => $id ] )['order_id'] );
	}

	public function test_a_typed_order_id_that_was_used_here_is_an_error_at_the_field(): void {
		$this->made_link( $this->orders->make(), [ 'order_id' => 'phone-1' ] );
		$order = $this->orders->make();

		$answer = $this->assert_error( 409, 'order_id_taken', $this->post_link( $order, [ 'order_id' => 'phone-1' ] ) );

		self::assertSame( [ 'order_id' ], array_keys( Json::object( $answer, 'data', 'params' ) ) );
		self::assertSame( [], $this->rows( $order ) );
		self::assertCount( 1, $this->emulator->requests( 'POST', '/orders' ), 'The provider need not be asked.' );
	}

	public function test_a_typed_order_id_that_only_the_provider_knows_is_an_error_at_the_field_and_frees_the_key(): void {
		$this->taken_at_provider( 'phone-2' );
		$order = $this->orders->make();
		$key   = $this->fresh_key();

		$answer = $this->assert_error( 409, 'order_id_taken', $this->post_link( $order, [ 'order_id' => 'phone-2', 'idempotency_key' => $key ] ) );

		self::assertSame( [ 'order_id' ], array_keys( Json::object( $answer, 'data', 'params' ) ) );
		self::assertSame( [ 'phone-2 failed order_id_taken' ], $this->states( $order ) );
		self::assertSame( 'phone-3', $this->made_link( $order, [ 'order_id' => 'phone-3', 'idempotency_key' => $key ] )['order_id'] );
	}

	public function test_a_generated_order_id_that_is_taken_moves_on_by_itself(): void {
		$order = $this->orders->make();
		$this->taken_at_provider( "PL-{$order->get_id()}-1" );
		$this->taken_at_provider( "PL-{$order->get_id()}-2" );

		$link = $this->made_link( $order );

		self::assertSame( "PL-{$order->get_id()}-3", $link['order_id'] );
		self::assertSame( [ '3 active created' ], $this->states( $order ) );
		self::assertSame( [ 'staff >creating reserved', 'system creating>creating order_id_taken', 'system creating>creating order_id_taken', 'staff creating>active created' ], $this->history( Json::number( $link, 'id' ) ) );
	}

	public function test_order_ids_differ_by_case(): void {
		$order = $this->orders->make();

		self::assertSame( [ 'case-A', 'case-a' ], [ $this->made_link( $order, [ 'order_id' => 'case-A' ] )['order_id'], $this->made_link( $order, [ 'order_id' => 'case-a' ] )['order_id'] ] );
	}

	public function test_one_note_tells_staff_about_the_link(): void {
		$order = $this->orders->make();
		$key   = $this->fresh_key();
		$this->made_link( $order, [ 'idempotency_key' => $key ] );
		$this->post_link( $order, [ 'idempotency_key' => $key ] );

		$notes = array_filter( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ), static fn ( object $note ): bool => str_contains( (string) wp_json_encode( $note ), 'Payment link' ) );

		self::assertCount( 1, $notes );
		$note = (array) reset( $notes );
		self::assertSame( "Payment link PL-{$order->get_id()}-1 generated for 80.00 EUR.", $note['content'] );
		self::assertFalse( $note['customer_note'] );
	}

	public function test_the_order_itself_is_left_as_it_was(): void {
		$order  = $this->orders->make( status: 'on-hold' );
		$before = $this->fresh_order( $order->get_id() )->get_data();
		$this->made_link( $order );

		$after = $this->fresh_order( $order->get_id() )->get_data();

		foreach ( [ 'status', 'total', 'payment_method', 'date_paid', 'transaction_id' ] as $field ) {
			self::assertEquals( $before[ $field ], $after[ $field ], $field );
		}
	}

	/**
	 * Uses an order ID up behind the plugin's back.
	 */
	private function taken_at_provider( string $order_id ): void {
		$this->made_link( $this->orders->make(), [ 'order_id' => $order_id ] );
		Support\Db::query( 'DELETE FROM ' . Support\Db::wpdb()->prefix . "multisafepay_payment_links WHERE order_id = '$order_id'" );
	}
}
