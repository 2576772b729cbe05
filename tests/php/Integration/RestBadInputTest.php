<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

#[CoversNothing]
final class RestBadInputTest extends IntegrationTestCase {

	use LinkSteps;

	/**
	 * @param array<string, mixed> $body   The request body.
	 * @param list<string>         $fields Fields with an error message.
	 */
	#[DataProvider( 'invalid_bodies' )]
	public function test_invalid_input_is_an_error_at_its_field_and_creates_nothing(
		array $body,
		array $fields,
	): void {
		$order = $this->orders->create();

		$this->assert_invalid( $this->post_link( $order, $body ), ...$fields );

		self::assertSame( [], $this->rows( $order ) );
		self::assertSame( [], $this->emulator->requests() );
	}

	/**
	 * @return array<string, array{array<string, mixed>, list<string>}>
	 */
	public static function invalid_bodies(): array {
		return [
			'an order ID of 51 characters'           => [ [ 'order_id' => str_repeat( 'x', 51 ) ], [ 'order_id' ] ],
			'an order ID with a space'               => [ [ 'order_id' => 'PL 1' ], [ 'order_id' ] ],
			'an order ID with a slash'               => [ [ 'order_id' => '../me' ], [ 'order_id' ] ],
			'an order ID with an accent'             => [ [ 'order_id' => 'PL-é-1' ], [ 'order_id' ] ],
			'an order ID with a null byte'           => [ [ 'order_id' => "PL\0-1" ], [ 'order_id' ] ],
			'an order ID of dots only'               => [ [ 'order_id' => '..' ], [ 'order_id' ] ],
			'an order ID as a number'                => [ [ 'order_id' => 1234 ], [ 'order_id' ] ],
			'an unknown site'                        => [ [ 'site' => 'elsewhere' ], [ 'site' ] ],
			'a description of 201 bytes'             => [
				[ 'description' => str_repeat( 'é', 101 ) ],
				[ 'description' ],
			],
			'no description'                         => [ [ 'description' => '' ], [ 'description' ] ],
			'no days'                                => [ [ 'days_active' => 0 ], [ 'days_active' ] ],
			'too many days'                          => [ [ 'days_active' => 366 ], [ 'days_active' ] ],
			'days as a string'                       => [ [ 'days_active' => '30' ], [ 'days_active' ] ],
			'half a day'                             => [ [ 'days_active' => 1.5 ], [ 'days_active' ] ],
			'no seconds'                             => [ [ 'seconds_active' => 0 ], [ 'seconds_active' ] ],
			'an invalid email address'               => [
				[ 'customer' => [ 'email' => 'robin' ] ],
				[ 'customer.email' ],
			],
			'Second Chance without an email address' => [
				[ 'second_chance' => true, 'customer' => [ 'email' => '' ] ],
				[ 'customer.email' ],
			],
			'an unknown country'                     => [
				[ 'customer' => [ 'country' => 'XX' ] ],
				[ 'customer.country' ],
			],
			'an unknown language'                    => [
				[ 'customer' => [ 'locale' => 'xx_XX' ] ],
				[ 'customer.locale' ],
			],
			'a javascript URL'                       => [
				[ 'redirect_url' => 'javascript:alert(1)' ],
				[ 'redirect_url' ],
			],
			'a cancel URL without a host'            => [ [ 'cancel_url' => '/cart' ], [ 'cancel_url' ] ],
			'an invalid payment method'              => [ [ 'gateway' => 'ideal!' ], [ 'gateway' ] ],
			'a short idempotency key'                => [ [ 'idempotency_key' => 'short' ], [ 'idempotency_key' ] ],
			'a long idempotency key'                 => [
				[ 'idempotency_key' => str_repeat( 'k', 65 ) ],
				[ 'idempotency_key' ],
			],
			'an invalid idempotency key'             => [
				[ 'idempotency_key' => "key' OR 1=1 --" ],
				[ 'idempotency_key' ],
			],
			'an unknown field'                       => [ [ 'amuont' => 100 ], [ 'amuont' ] ],
			'two unknown fields'                     => [ [ 'foo' => 1, 'bar' => 2 ], [ 'foo', 'bar' ] ],
			'an unknown field of customer'           => [
				[ 'customer' => [ 'firstname' => 'Kim' ] ],
				[ 'customer.firstname' ],
			],
			'an unknown field of delivery'           => [
				[ 'delivery' => [ 'street' => 'x' ] ],
				[ 'delivery.street' ],
			],
			'customer as a string'                   => [ [ 'customer' => 'Robin' ], [ 'customer' ] ],
			'customer as a list'                     => [ [ 'customer' => [ 'Robin' ] ], [ 'customer.0' ] ],
			'a name as a number'                     => [
				[ 'customer' => [ 'first_name' => 5 ] ],
				[ 'customer.first_name' ],
			],
			'an email address as a list'             => [
				[ 'customer' => [ 'email' => [ 'a@example.test' ] ] ],
				[ 'customer.email' ],
			],
			'a boolean as a string'                  => [ [ 'second_chance' => 'true' ], [ 'second_chance' ] ],
			'a boolean as a number'                  => [ [ 'confirm_amount' => 1 ], [ 'confirm_amount' ] ],
			'a description as a list'                => [ [ 'description' => [ 'x' ] ], [ 'description' ] ],
			'a note as an object'                    => [ [ 'note' => [ 'a' => 1 ] ], [ 'note' ] ],
			'several errors'                         => [
				[ 'amount' => 0, 'description' => '', 'customer' => [ 'email' => 'x' ] ],
				[ 'amount', 'description', 'customer.email' ],
			],
			'several wrong types'                    => [
				[ 'amount' => 'x', 'second_chance' => 'x' ],
				[ 'amount', 'second_chance' ],
			],
		];
	}

	public function test_a_missing_idempotency_key_is_an_error(): void {
		$order = $this->orders->create();

		$this->assert_invalid(
			$this->rest( 'POST', "/orders/{$order->get_id()}/links", [ 'amount' => 100 ] ),
			'idempotency_key'
		);
		$this->assert_invalid( $this->rest( 'POST', "/orders/{$order->get_id()}/links" ), 'idempotency_key' );
		$this->assert_invalid(
			$this->rest( 'POST', "/orders/{$order->get_id()}/links", [ 'idempotency_key' => null ] ),
			'idempotency_key'
		);
	}

	public function test_a_key_of_another_order_is_refused(): void {
		$key   = $this->new_key();
		$first = $this->orders->create();
		$this->create_link( $first, [ 'idempotency_key' => $key ] );
		$other_order = $this->orders->create();

		$errors = $this->assert_invalid(
			$this->post_link( $other_order, [ 'idempotency_key' => $key ] ),
			'idempotency_key'
		);

		self::assertSame( 'This form belongs to another order. Reload the page.', $errors['idempotency_key'] );
		self::assertSame( [], $this->rows( $other_order ) );
	}

	public function test_missing_orders_and_links_are_not_found(): void {
		$this->assert_error( 404, 'rest_order_not_found', $this->post_link( 999_999_999 ) );
		$this->assert_error( 404, 'rest_order_not_found', $this->rest( 'GET', '/orders/999999999/draft' ) );
		$this->assert_error( 404, 'rest_order_not_found', $this->rest( 'GET', '/orders/999999999/links' ) );
		$this->assert_error( 404, 'rest_link_not_found', $this->rest( 'GET', '/links/999999999' ) );
		$this->assert_error( 404, 'rest_link_not_found', $this->rest( 'POST', '/links/999999999/refresh' ) );
	}

	public function test_invalid_ids_are_not_found(): void {
		self::assertSame( 404, $this->rest( 'GET', '/orders/abc/links' )->get_status() );
		self::assertContains( $this->rest( 'GET', '/orders/0/links' )->get_status(), [ 400, 404 ] );
		self::assertContains( $this->rest( 'GET', '/links/99999999999999999999999' )->get_status(), [ 400, 404 ] );
	}

	public function test_a_trashed_order_gets_no_link(): void {
		$order = $this->orders->create();
		$id    = $order->get_id();
		$order->delete( false );
		self::assertSame( 'trash', $this->reload_order( $id )->get_status() );

		$this->assert_error( 404, 'rest_order_not_found', $this->post_link( $id ) );
		$this->assert_error( 404, 'rest_order_not_found', $this->rest( 'GET', "/orders/$id/draft" ) );
		self::assertSame( [], $this->emulator->requests() );
	}

	public function test_a_refund_gets_no_link(): void {
		$order  = $this->orders->create( status: 'completed' );
		$refund = wc_create_refund( [ 'order_id' => $order->get_id(), 'amount' => '10' ] );
		self::assertInstanceOf( \WC_Order_Refund::class, $refund );

		$this->assert_error( 404, 'rest_order_not_found', $this->post_link( $refund->get_id() ) );
	}

	public function test_refresh_accepts_no_fields(): void {
		$id = $this->create_link_id();

		$this->assert_invalid( $this->rest( 'POST', "/links/$id/refresh", [ 'status' => 'completed' ] ), 'status' );
	}

	#[DataProvider( 'raw_bodies' )]
	public function test_a_body_that_is_not_an_object_is_refused_with_an_error_message(
		string $body,
		string $field,
	): void {
		$order = $this->orders->create();

		$this->assert_invalid( $this->rest_raw( 'POST', "/orders/{$order->get_id()}/links", $body ), $field );

		self::assertSame( [], $this->rows( $order ) );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function raw_bodies(): array {
		return [
			'truncated JSON' => [ '{"amount": 80', 'body' ],
			'not JSON'       => [ '<xml/>', 'body' ],
			'a form'         => [ 'amount=8000', 'body' ],
			'a list'         => [ '[1, 2]', 'body' ],
			'a number'       => [ '5', 'body' ],
			'a string'       => [ '"text"', 'body' ],
			'a boolean'      => [ 'true', 'body' ],
			'empty'          => [ '', 'idempotency_key' ],
			'an empty list'  => [ '[]', 'idempotency_key' ],
		];
	}
}
