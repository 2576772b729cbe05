<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use Automattic\WooCommerce\Admin\API\Reports\Customers\DataStore as Customers;
use Automattic\WooCommerce\Admin\API\Reports\Orders\Stats\DataStore as Orders;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\JsonShape;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\PhoneSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;
use WP_User;

#[CoversNothing]
#[Group( 'storage' )]
#[Group( 'needs-real-woocommerce' )]
final class CustomersTest extends IntegrationTestCase {

	use LinkSteps;
	use PhoneSteps;

	public function test_a_returning_guest_is_found_with_the_address_of_the_newest_order(): void {
		$this->create_guest_order( [
			'first_name' => 'Xaviera',
			'last_name' => 'van der Zwaluw',
			'email' => 'xaviera@example.test',
			'address_1' => 'Oude Gracht 1',
			'city' => 'Utrecht',
		] );
		$this->create_guest_order( [
			'first_name' => 'Xaviera',
			'last_name' => 'van der Zwaluw',
			'email' => 'xaviera@example.test',
			'address_1' => 'Nieuwe Gracht 2',
			'city' => 'Utrecht',
		] );

		foreach ( [ 'xaviera@exa', 'Xavier', 'zwaluw', 'Xaviera van', 'van der Zw', ' XAVIERA ' ] as $search ) {
			$customers = $this->search( $search );
			self::assertCount( 1, $customers, $search );
			self::assertSame(
				[ 0, 'Xaviera van der Zwaluw', 'xaviera@example.test', true, 2 ],
				[
					$customers[0]['id'],
					$customers[0]['name'],
					$customers[0]['email'],
					$customers[0]['is_guest'],
					$customers[0]['orders'] ?? null,
				],
				$search
			);
		}
		self::assertSame(
			[ 'Nieuwe Gracht', '2', 'Utrecht', 'NL' ],
			array_map(
				static fn ( string $field ): mixed => Json::at( $customers[0] ?? [], 'customer', $field ),
				[ 'address1', 'house_number', 'city', 'country' ]
			)
		);
		self::assertSame( [], $this->search( 'aviera' ), 'The search only matches the start of a word.' );
	}

	public function test_a_guest_is_found_before_analytics_has_imported_the_order(): void {
		$this->create_guest_order( [
			'first_name' => 'Xaviera',
			'last_name' => 'Zwaluw',
			'email' => 'xaviera@example.test',
			'address_1' => 'Oude Gracht 1',
		] );
		$this->orders->create( billing: [
			'first_name' => 'Xaviera',
			'last_name' => 'Zwaluw',
			'email' => 'Xaviera@example.test',
			'address_1' => 'Nieuwe Gracht 2',
		] );
		$this->orders->create( billing: [
			'first_name' => 'Xaviera',
			'last_name' => 'Nachtegaal',
			'email' => '',
			'address_1' => 'Dam 1',
		] );
		$this->orders->create( billing: [
			'first_name' => 'Xaviera',
			'last_name' => 'Nachtegaal',
			'email' => '',
			'address_1' => 'Dam 2',
		] );
		$trashed = $this->orders->create( billing: [
			'first_name' => 'Xaviera',
			'last_name' => 'Weg',
			'email' => 'weg@example.test',
		] );
		$trashed->delete();

		$customers = $this->search( 'xaviera' );

		self::assertSame(
			[
				[ 'Xaviera Nachtegaal', '', 'Dam', '2', null ],
				[ 'Xaviera Zwaluw', 'Xaviera@example.test', 'Nieuwe Gracht', '2', 1 ],
			],
			array_map(
				static fn ( array $customer ): array => [
					$customer['name'],
					$customer['email'],
					Json::at( $customer, 'customer', 'address1' ),
					Json::at( $customer, 'customer', 'house_number' ),
					$customer['orders'] ?? null,
				],
				$customers
			)
		);
	}

	public function test_the_guest_of_a_phone_order_is_found(): void {
		$this->create_phone_order( [
			'customer' => [
				'first_name' => 'Xaviera',
				'last_name' => 'Zwaluw',
				'address1' => 'Dam',
				'house_number' => '1',
				'country' => 'NL',
				'locale' => 'nl_NL',
			],
		] );

		self::assertSame(
			[ 'Dam', '1' ],
			array_map(
				fn ( string $field ): mixed => Json::at( $this->search( 'zwaluw' ), 0, 'customer', $field ),
				[ 'address1', 'house_number' ]
			)
		);
	}

	public function test_the_response_matches_the_example(): void {
		$this->create_guest_order( [ 'first_name' => 'Xaviera', 'email' => 'xaviera@example.test' ] );
		$this->create_account( 'Xaviera', 'Zonneveld' );
		$customers = $this->search( 'xaviera' );

		self::assertCount( 2, $customers );
		JsonShape::assert_same( [ $customers[0] ], Json::fixture( 'customers' ) );
		JsonShape::assert_same( [ $customers[1] + [ 'orders' => 0 ] ], Json::fixture( 'customers' ) );
	}

	public function test_a_customer_can_be_used_in_a_phone_order(): void {
		$this->create_guest_order( [
			'first_name' => 'Xaviera',
			'last_name' => str_repeat( 'Zwaluw ', 9 ),
			'email' => 'xaviera@example.test',
			'phone' => '020 - 123 45 67 (after six in the evening)',
		] );
		$customers = $this->search( 'xaviera' )[0] ?? [];

		self::assertSame(
			201,
			$this->post_phone_order( [
				'customer_id' => $customers['id'] ?? null,
				'customer' => $customers['customer'] ?? null,
			] )->get_status()
		);
	}

	public function test_an_account_is_found_before_and_after_its_first_order(): void {
		$user = $this->create_account( 'Quirine', 'Zonneveld' );
		$new  = $this->search( 'quirine' );
		Customers::update_registered_customer( $user->ID );
		$order = $this->orders->create( billing: [ 'email' => $user->user_email ] );
		$order->set_customer_id( $user->ID );
		$order->save();
		Orders::sync_order( $order->get_id() );

		self::assertCount( 1, $new );
		self::assertSame(
			[ $user->ID, 'Quirine Zonneveld', $user->user_email, false ],
			[ $new[0]['id'], $new[0]['name'], $new[0]['email'], $new[0]['is_guest'] ]
		);
		self::assertArrayNotHasKey( 'orders', $new[0] );
		self::assertSame(
			[ [ $user->ID, 1 ] ],
			array_map(
				static fn ( array $customer ): array => [ $customer['id'], $customer['orders'] ?? null ],
				$this->search( 'zonneveld' )
			)
		);
		self::assertSame( 'Dam', Json::at( $new[0], 'customer', 'address1' ) );
	}

	public function test_staff_accounts_are_only_found_by_users_who_can_edit_them(): void {
		$administrator = get_user_by( 'login', $this->create_user( 'administrator' ) );
		self::assertNotFalse( $administrator );
		wp_update_user( [ 'ID' => $administrator->ID, 'display_name' => 'Quirine Boss', 'first_name' => 'Quirine' ] );
		$order = $this->orders->create( billing: [ 'first_name' => 'Quirine', 'email' => $administrator->user_email ] );
		$order->set_customer_id( $administrator->ID );
		$order->save();
		Orders::sync_order( $order->get_id() );

		self::assertSame( [], $this->search( 'quirine' ) );
		self::assertSame( [], $this->search( $administrator->user_email ) );
		self::assertSame(
			[ $administrator->ID ],
			array_column( $this->search( 'quirine', $this->create_user( 'administrator' ) ), 'id' )
		);
	}

	public function test_a_guest_with_the_email_address_of_an_account_is_listed_once(): void {
		$user = $this->create_account( 'Quirine', 'Zonneveld' );
		Customers::update_registered_customer( $user->ID );
		Db::query(
			'INSERT INTO '
				. Db::wpdb()->prefix
				. "wc_customer_lookup (first_name, last_name, email) VALUES ('Quirine', 'Zonneveld', '"
				. strtoupper( $user->user_email )
				. "')"
		);

		self::assertSame( [ $user->ID ], array_column( $this->search( 'quirine' ), 'id' ) );
	}

	public function test_an_erased_customer_is_not_found(): void {
		$order = $this->create_guest_order( [ 'first_name' => 'Xaviera', 'email' => 'xaviera@example.test' ] );
		Customers::anonymize_customer( $order->get_id() );

		self::assertSame( [], $this->search( 'deleted@' ) );
		self::assertSame( [], $this->search( '[deleted]' ) );
	}

	public function test_invalid_input_is_an_error_at_its_field_and_wildcards_are_literal(): void {
		$this->create_guest_order( [ 'first_name' => 'Xaviera', 'email' => 'xaviera@example.test' ] );
		foreach ( [
			[ [], 'search' ],
			[ [ 'search' => 'x' ], 'search' ],
			[ [ 'search' => "x\u{200B} " ], 'search' ],
			[ [ 'search' => str_repeat( 'x', 10_000 ) ], 'search' ],
			[ [ 'search' => 'xa', 'per_page' => 51 ], 'per_page' ],
			[ [ 'search' => 'xa', 'per_page' => 0 ], 'per_page' ],
		] as [ $query, $field ] ) {
			$this->assert_invalid( $this->rest( 'GET', '/customers', $query ), $field );
		}

		foreach ( [ '%%', '__', 'x%', '**', "' OR 1=1 --", '\\\\', '💐💐', "xa\xC3\x28viera" ] as $search ) {
			self::assertSame( [], $this->search( $search ), $search );
		}
	}

	public function test_searching_needs_the_order_capability_and_the_link_capability(): void {
		foreach ( [ 'edit_shop_orders', 'multisafepay_manage_payment_links' ] as $capability ) {
			$login = $this->create_user( 'shop_manager' );
			$user  = get_user_by( 'login', $login );
			self::assertInstanceOf( WP_User::class, $user );
			$user->add_cap( $capability, false );

			$this->assert_error(
				403,
				'rest_forbidden',
				$this->rest( 'GET', '/customers', [ 'search' => 'robin' ], $login )
			);
		}
	}

	public function test_the_number_of_queries_does_not_depend_on_the_number_of_results(): void {
		$queries = [];
		// The first request of a process runs additional queries.
		$this->search( 'xaviera' );
		for ( $n = 1; $n <= 8; $n++ ) {
			$this->create_guest_order( [ 'first_name' => 'Xaviera', 'email' => "xaviera-$n@example.test" ] );
			$this->create_account( 'Xaviera', "Number $n" );
			$queries[ $n ] = $n % 6 === 2 ? $this->count_queries( 2 * $n ) : 0;
		}

		self::assertSame( $queries[2], $queries[8] );
		self::assertLessThanOrEqual( 16, $queries[8] );
	}

	public function test_a_page_is_limited_to_the_requested_size(): void {
		for ( $n = 0; $n < 4; $n++ ) {
			$this->create_guest_order( [ 'first_name' => 'Xaviera', 'email' => "xaviera-$n@example.test" ] );
		}

		self::assertCount(
			3,
			$this->json( $this->rest( 'GET', '/customers', [ 'search' => 'xaviera', 'per_page' => 3 ] ) )
		);
	}

	/**
	 * @return list<array<mixed>>
	 */
	private function search( string $search, string $user = 'sam' ): array {
		$response  = $this->rest( 'GET', '/customers', [ 'search' => $search ], $user );
		$customers = $this->json( $response );
		self::assertSame( 200, $response->get_status(), (string) wp_json_encode( $customers ) );
		self::assertContainsOnlyArray( $customers );

		return array_values( array_filter( $customers, 'is_array' ) );
	}

	/**
	 * Creates an order of a guest and imports it into Analytics.
	 *
	 * @param array<string, string> $billing Changes to the default billing address.
	 */
	private function create_guest_order( array $billing ): WC_Order {
		$order = $this->orders->create( billing: $billing );
		Orders::sync_order( $order->get_id() );

		return $order;
	}

	private function create_account( string $first_name, string $last_name ): WP_User {
		$user = get_user_by( 'login', $this->create_user( 'customer' ) );
		self::assertNotFalse( $user );
		wp_update_user( [ 'ID' => $user->ID, 'display_name' => "$first_name $last_name" ] );
		foreach ( [
			'billing_first_name' => $first_name,
			'billing_last_name' => $last_name,
			'billing_address_1' => 'Dam 1',
			'billing_country' => 'NL',
		] as $key => $value ) {
			update_user_meta( $user->ID, $key, $value );
		}

		return $user;
	}

	private function count_queries( int $expected_results ): int {
		$this->login_as( 'sam' );
		wp_cache_flush();
		wp_load_alloptions();
		$before    = (int) Db::wpdb()->num_queries;
		$customers = $this->json( $this->rest( 'GET', '/customers', [ 'search' => 'xaviera', 'per_page' => 50 ] ) );
		self::assertCount( $expected_results, $customers );

		return (int) Db::wpdb()->num_queries - $before;
	}
}
