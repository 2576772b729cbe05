<?php

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

	public function test_a_link_is_created_from_the_order(): void {
		$order    = $this->orders->create();
		$response = $this->post_link( $order );
		$link     = $this->json( $response );
		$requests = $this->emulator->requests( 'POST', '/orders' );

		self::assertSame( 201, $response->get_status() );
		self::assertSame( "PL-{$order->get_id()}-1", $link['order_id'] );
		self::assertSame(
			[ 'active', 8000, 'EUR', 'main', 'test' ],
			[ $link['status'], $link['amount'], $link['currency'], $link['site'], $link['environment'] ]
		);
		self::assertSame( "Order {$order->get_order_number()}", $link['description'] );
		self::assertSame( 'Sam de Boer', Json::text( $link, 'created_by', 'name' ) );
		self::assertSame(
			[ 'Robin', 'Smit', 'robin@example.test', 'NL' ],
			[
				Json::at( $link, 'customer', 'first_name' ),
				Json::at( $link, 'customer', 'last_name' ),
				Json::at( $link, 'customer', 'email' ),
				Json::at( $link, 'customer', 'country' ),
			]
		);
		self::assertCount( 1, $requests );
		self::assertIsArray( $requests[0]['body'] );
		self::assertSame(
			[ 'paymentlink', 8000, 'EUR' ],
			[ $requests[0]['body']['type'], $requests[0]['body']['amount'], $requests[0]['body']['currency'] ]
		);
		self::assertSame(
			[ 'Prinsengracht', '263-A' ],
			[
				Json::at( $requests[0]['body'], 'customer', 'address1' ),
				Json::at( $requests[0]['body'], 'customer', 'house_number' ),
			]
		);
		self::assertSame( (string) Json::number( $link, 'id' ), $requests[0]['body']['var1'] );
		self::assertArrayNotHasKey( 'var2', $requests[0]['body'] );
	}

	public function test_the_payment_url_opens_the_providers_page(): void {
		$link = $this->create_link( $this->orders->create() );

		$page = Support\Http::send( 'GET', Json::text( $link, 'payment_url' ) );

		self::assertSame( 200, $page->status );
		self::assertStringContainsString( '80.00', $page->body );
	}

	public function test_the_link_expires_after_the_requested_days(): void {
		$link = $this->create_link( $this->orders->create(), [ 'days_active' => 3 ] );

		$lifetime = (int) strtotime(
			Json::text( $link, 'expires_at' )
		) - (int) strtotime( Json::text( $link, 'created_at' ) );

		self::assertEqualsWithDelta( 3 * 86_400, $lifetime, 60 );
	}

	public function test_the_same_key_returns_the_same_link(): void {
		$order = $this->orders->create();
		$key   = $this->new_key();
		$first = $this->create_link( $order, [ 'idempotency_key' => $key ] );

		$again = $this->post_link( $order, [ 'idempotency_key' => $key ] );
		// Other fields of the repeated request are ignored.
		$other = $this->post_link( $order, [ 'idempotency_key' => $key, 'amount' => 100, 'order_id' => 'OTHER-1' ] );

		self::assertSame( [ 200, 200 ], [ $again->get_status(), $other->get_status() ] );
		self::assertSame( $first, $this->json( $again ) );
		self::assertSame( $first, $this->json( $other ) );
		self::assertCount( 1, $this->emulator->requests( 'POST', '/orders' ) );
		self::assertCount( 1, $this->rows( $order ) );
	}

	public function test_every_key_creates_its_own_link(): void {
		$order = $this->orders->create();

		$ids = array_map( fn (): string => Json::text( $this->create_link( $order ), 'order_id' ), range( 1, 3 ) );

		self::assertSame( [ "PL-{$order->get_id()}-1", "PL-{$order->get_id()}-2", "PL-{$order->get_id()}-3" ], $ids );
	}

	public function test_fields_of_the_request_override_the_order(): void {
		$link = $this->create_link(
			$this->orders->create(),
			[
				'amount'        => 2500,
				'description'   => 'Deposit',
				'second_chance' => true,
				'customer'      => [
					'first_name' => 'Kim',
					'last_name' => 'Jansen',
					'email' => 'kim@example.test',
					'country' => 'DE',
					'locale' => 'de_DE',
				],
				'include_cart'  => false,
			]
		);

		self::assertSame(
			[ 2500, 'Deposit', true ],
			[ $link['amount'], $link['description'], $link['second_chance'] ]
		);
		self::assertSame(
			[
				'first_name' => 'Kim',
				'last_name' => 'Jansen',
				'email' => 'kim@example.test',
				'country' => 'DE',
				'locale' => 'de_DE',
			],
			$link['customer']
		);
		self::assertStringEndsWith( 'lang=de_DE', Json::text( $link, 'payment_url' ) );
	}

	public function test_an_entered_order_id_is_used(): void {
		$link = $this->create_link( $this->orders->create(), [ 'order_id' => 'phone.2026_A-1' ] );

		self::assertSame( 'phone.2026_A-1', $link['order_id'] );
		self::assertSame( [ 'phone.2026_A-1' ], $this->payable() );
	}

	public function test_an_order_id_of_exactly_fifty_characters_is_used(): void {
		$id = str_repeat( 'x', 50 );

		self::assertSame( $id, $this->create_link( $this->orders->create(), [ 'order_id' => $id ] )['order_id'] );
	}

	public function test_an_entered_order_id_already_used_locally_is_an_error_at_the_field(): void {
		$this->create_link( $this->orders->create(), [ 'order_id' => 'phone-1' ] );
		$order = $this->orders->create();

		$response = $this->assert_error(
			409,
			'order_id_taken',
			$this->post_link( $order, [ 'order_id' => 'phone-1' ] )
		);

		self::assertSame( [ 'order_id' ], array_keys( Json::object( $response, 'data', 'params' ) ) );
		self::assertSame( [], $this->rows( $order ) );
		self::assertCount( 1, $this->emulator->requests( 'POST', '/orders' ), 'No second request is needed.' );
	}

	public function test_an_entered_order_id_already_used_at_the_provider_is_an_error_and_releases_the_key(): void {
		$this->use_order_id_at_provider( 'phone-2' );
		$order = $this->orders->create();
		$key   = $this->new_key();

		$response = $this->assert_error(
			409,
			'order_id_taken',
			$this->post_link( $order, [ 'order_id' => 'phone-2', 'idempotency_key' => $key ] )
		);

		self::assertSame( [ 'order_id' ], array_keys( Json::object( $response, 'data', 'params' ) ) );
		self::assertSame( [ 'phone-2 failed order_id_taken' ], $this->link_statuses( $order ) );
		self::assertSame(
			'phone-3',
			$this->create_link( $order, [ 'order_id' => 'phone-3', 'idempotency_key' => $key ] )['order_id']
		);
	}

	public function test_a_generated_order_id_already_used_at_the_provider_is_replaced(): void {
		$order = $this->orders->create();
		$this->use_order_id_at_provider( "PL-{$order->get_id()}-1" );
		$this->use_order_id_at_provider( "PL-{$order->get_id()}-2" );

		$link = $this->create_link( $order );

		self::assertSame( "PL-{$order->get_id()}-3", $link['order_id'] );
		self::assertSame( [ '3 active created' ], $this->link_statuses( $order ) );
		self::assertSame(
			[
				'staff >creating reserved',
				'system creating>creating order_id_taken',
				'system creating>creating order_id_taken',
				'staff creating>active created',
			],
			$this->history( Json::number( $link, 'id' ) )
		);
	}

	public function test_order_ids_differ_by_case(): void {
		$order = $this->orders->create();

		self::assertSame(
			[ 'case-A', 'case-a' ],
			[
				$this->create_link( $order, [ 'order_id' => 'case-A' ] )['order_id'],
				$this->create_link( $order, [ 'order_id' => 'case-a' ] )['order_id'],
			]
		);
	}

	public function test_one_order_note_is_added(): void {
		$order = $this->orders->create();
		$key   = $this->new_key();
		$this->create_link( $order, [ 'idempotency_key' => $key ] );
		$this->post_link( $order, [ 'idempotency_key' => $key ] );

		$notes = array_filter(
			wc_get_order_notes( [ 'order_id' => $order->get_id() ] ),
			static fn ( object $note ): bool => str_contains( (string) wp_json_encode( $note ), 'Payment link' )
		);

		self::assertCount( 1, $notes );
		$note = (array) reset( $notes );
		self::assertSame( "Payment link PL-{$order->get_id()}-1 generated for 80.00 EUR.", $note['content'] );
		self::assertFalse( $note['customer_note'] );
	}

	public function test_the_order_does_not_change(): void {
		$order  = $this->orders->create( status: 'on-hold' );
		$before = $this->reload_order( $order->get_id() )->get_data();
		$this->create_link( $order );

		$after = $this->reload_order( $order->get_id() )->get_data();

		foreach ( [ 'status', 'total', 'payment_method', 'date_paid', 'transaction_id' ] as $field ) {
			self::assertEquals( $before[ $field ], $after[ $field ], $field );
		}
	}

	/**
	 * Uses an order ID at the provider that the plugin does not know.
	 */
	private function use_order_id_at_provider( string $order_id ): void {
		$this->create_link( $this->orders->create(), [ 'order_id' => $order_id ] );
		Support\Db::query(
			'DELETE FROM ' . Support\Db::wpdb()->prefix . "multisafepay_payment_links WHERE order_id = '$order_id'"
		);
	}
}
