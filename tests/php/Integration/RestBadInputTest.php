<?php
/**
 * Bad input other than amounts.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

#[CoversNothing]
final class RestBadInputTest extends IntegrationTestCase {

	use LinkSteps;

	/**
	 * @param array<string, mixed> $body   What is sent.
	 * @param list<string>         $fields Fields with words.
	 */
	#[DataProvider( 'bad_bodies' )]
	public function test_bad_input_is_named_at_its_field_and_makes_nothing( array $body, array $fields ): void {
		$order = $this->orders->make();

		$this->assert_invalid( $this->post_link( $order, $body ), ...$fields );

		self::assertSame( [], $this->rows( $order ) );
		self::assertSame( [], $this->emulator->requests() );
	}

	/**
	 * @return array<string, array{array<string, mixed>, list<string>}>
	 */
	public static function bad_bodies(): array {
		return [
			'an order ID of 51 characters'   => [ [ 'order_id' => str_repeat( 'x', 51 ) ], [ 'order_id' ] ],
			'an order ID with a space'       => [ [ 'order_id' => 'PL 1' ], [ 'order_id' ] ],
			'an order ID with a slash'       => [ [ 'order_id' => '../me' ], [ 'order_id' ] ],
			'an order ID with an accent'     => [ [ 'order_id' => 'PL-é-1' ], [ 'order_id' ] ],
			'an order ID with a null byte'   => [ [ 'order_id' => "PL\0-1" ], [ 'order_id' ] ],
			'an order ID of dots'            => [ [ 'order_id' => '..' ], [ 'order_id' ] ],
			'an order ID as a number'        => [ [ 'order_id' => 1234 ], [ 'order_id' ] ],
			'an unknown site'                => [ [ 'site' => 'elsewhere' ], [ 'site' ] ],
			'a description of 201 bytes'     => [ [ 'description' => str_repeat( 'é', 101 ) ], [ 'description' ] ],
			'no description'                 => [ [ 'description' => '' ], [ 'description' ] ],
			'no days'                        => [ [ 'days_active' => 0 ], [ 'days_active' ] ],
			'too many days'                  => [ [ 'days_active' => 366 ], [ 'days_active' ] ],
			'days as text'                   => [ [ 'days_active' => '30' ], [ 'days_active' ] ],
			'half a day'                     => [ [ 'days_active' => 1.5 ], [ 'days_active' ] ],
			'no seconds'                     => [ [ 'seconds_active' => 0 ], [ 'seconds_active' ] ],
			'not an e-mail address'          => [ [ 'customer' => [ 'email' => 'robin' ] ], [ 'customer.email' ] ],
			'Second Chance without e-mail'   => [ [ 'second_chance' => true, 'customer' => [ 'email' => '' ] ], [ 'customer.email' ] ],
			'a country that there is not'    => [ [ 'customer' => [ 'country' => 'XX' ] ], [ 'customer.country' ] ],
			'a language that there is not'   => [ [ 'customer' => [ 'locale' => 'xx_XX' ] ], [ 'customer.locale' ] ],
			'an address that runs a script'  => [ [ 'redirect_url' => 'javascript:alert(1)' ], [ 'redirect_url' ] ],
			'a cancel address without a host' => [ [ 'cancel_url' => '/cart' ], [ 'cancel_url' ] ],
			'an odd payment method'          => [ [ 'gateway' => 'ideal!' ], [ 'gateway' ] ],
			'a short idempotency key'        => [ [ 'idempotency_key' => 'short' ], [ 'idempotency_key' ] ],
			'a long idempotency key'         => [ [ 'idempotency_key' => str_repeat( 'k', 65 ) ], [ 'idempotency_key' ] ],
			'an odd idempotency key'         => [ [ 'idempotency_key' => "key' OR 1=1 --" ], [ 'idempotency_key' ] ],
			'an unknown field'               => [ [ 'amuont' => 100 ], [ 'amuont' ] ],
			'two unknown fields'             => [ [ 'foo' => 1, 'bar' => 2 ], [ 'foo', 'bar' ] ],
			'an unknown field of customer'   => [ [ 'customer' => [ 'firstname' => 'Kim' ] ], [ 'customer.firstname' ] ],
			'an unknown field of delivery'   => [ [ 'delivery' => [ 'street' => 'x' ] ], [ 'delivery.street' ] ],
			'customer as text'               => [ [ 'customer' => 'Robin' ], [ 'customer' ] ],
			'customer as a list'             => [ [ 'customer' => [ 'Robin' ] ], [ 'customer.0' ] ],
			'a name as a number'             => [ [ 'customer' => [ 'first_name' => 5 ] ], [ 'customer.first_name' ] ],
			'an e-mail address as a list'    => [ [ 'customer' => [ 'email' => [ 'a@example.test' ] ] ], [ 'customer.email' ] ],
			'yes as text'                    => [ [ 'second_chance' => 'true' ], [ 'second_chance' ] ],
			'yes as a number'                => [ [ 'confirm_paid' => 1 ], [ 'confirm_paid' ] ],
			'a description as a list'        => [ [ 'description' => [ 'x' ] ], [ 'description' ] ],
			'a note as an object'            => [ [ 'note' => [ 'a' => 1 ] ], [ 'note' ] ],
			'several at once'                => [ [ 'amount' => 0, 'description' => '', 'customer' => [ 'email' => 'x' ] ], [ 'amount', 'description', 'customer.email' ] ],
			'several wrong types at once'    => [ [ 'amount' => 'x', 'second_chance' => 'x' ], [ 'amount', 'second_chance' ] ],
		];
	}

	public function test_a_missing_idempotency_key_is_named(): void {
		$order = $this->orders->make();

		$this->assert_invalid( $this->rest( 'POST', "/orders/{$order->get_id()}/links", [ 'amount' => 100 ] ), 'idempotency_key' );
		$this->assert_invalid( $this->rest( 'POST', "/orders/{$order->get_id()}/links" ), 'idempotency_key' );
		$this->assert_invalid( $this->rest( 'POST', "/orders/{$order->get_id()}/links", [ 'idempotency_key' => null ] ), 'idempotency_key' );
	}

	public function test_a_key_of_another_order_is_refused(): void {
		$key   = $this->fresh_key();
		$first = $this->orders->make();
		$this->made_link( $first, [ 'idempotency_key' => $key ] );
		$other = $this->orders->make();

		$words = $this->assert_invalid( $this->post_link( $other, [ 'idempotency_key' => $key ] ), 'idempotency_key' );

		self::assertSame( 'This form belongs to another order. Reload the page.', $words['idempotency_key'] );
		self::assertSame( [], $this->rows( $other ) );
	}

	public function test_an_order_that_is_not_there_is_not_found(): void {
		$this->assert_error( 404, 'rest_order_not_found', $this->post_link( 999_999_999 ) );
		$this->assert_error( 404, 'rest_order_not_found', $this->rest( 'GET', '/orders/999999999/draft' ) );
		$this->assert_error( 404, 'rest_order_not_found', $this->rest( 'GET', '/orders/999999999/links' ) );
		$this->assert_error( 404, 'rest_link_not_found', $this->rest( 'GET', '/links/999999999' ) );
		$this->assert_error( 404, 'rest_link_not_found', $this->rest( 'POST', '/links/999999999/refresh' ) );
	}

	public function test_ids_that_are_no_ids_find_nothing(): void {
		self::assertSame( 404, $this->rest( 'GET', '/orders/abc/links' )->get_status() );
		self::assertContains( $this->rest( 'GET', '/orders/0/links' )->get_status(), [ 400, 404 ] );
		self::assertContains( $this->rest( 'GET', '/links/99999999999999999999999' )->get_status(), [ 400, 404 ] );
	}

	public function test_a_trashed_order_gets_no_link(): void {
		$order = $this->orders->make();
		$id    = $order->get_id();
		$order->delete( false );
		self::assertSame( 'trash', $this->fresh_order( $id )->get_status() );

		$this->assert_error( 404, 'rest_order_not_found', $this->post_link( $id ) );
		$this->assert_error( 404, 'rest_order_not_found', $this->rest( 'GET', "/orders/$id/draft" ) );
		self::assertSame( [], $this->emulator->requests() );
	}

	public function test_a_refund_is_no_order(): void {
		$order  = $this->orders->make( status: 'completed' );
		$refund = wc_create_refund( [ 'order_id' => $order->get_id(), 'amount' => '10' ] );
		self::assertInstanceOf( \WC_Order_Refund::class, $refund );

		$this->assert_error( 404, 'rest_order_not_found', $this->post_link( $refund->get_id() ) );
	}

	public function test_refresh_takes_no_fields(): void {
		$id = $this->link_id();

		$this->assert_invalid( $this->rest( 'POST', "/links/$id/refresh", [ 'status' => 'completed' ] ), 'status' );
	}

	#[DataProvider( 'raw_bodies' )]
	public function test_a_body_that_is_no_object_is_refused_with_words( string $body, string $field ): void {
		$order = $this->orders->make();

		$this->assert_invalid( $this->rest_raw( 'POST', "/orders/{$order->get_id()}/links", $body ), $field );

		self::assertSame( [], $this->rows( $order ) );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function raw_bodies(): array {
		return [
			'half a JSON'    => [ '{"amount": 80', 'body' ],
			'no JSON at all' => [ '<xml/>', 'body' ],
			'a form'         => [ 'amount=8000', 'body' ],
			'a list'         => [ '[1, 2]', 'body' ],
			'a number'       => [ '5', 'body' ],
			'a text'         => [ '"text"', 'body' ],
			'yes'            => [ 'true', 'body' ],
			'nothing'        => [ '', 'idempotency_key' ],
			'an empty list'  => [ '[]', 'idempotency_key' ],
		];
	}
}
