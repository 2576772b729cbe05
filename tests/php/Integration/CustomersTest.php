<?php
/**
 * Looking for customers.
 *
 * @package MultiSafepay\PaymentLinks
 */

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

	public function test_a_guest_who_ordered_before_is_found_with_the_address_of_the_newest_order(): void {
		$this->guest( [ 'first_name' => 'Xaviera', 'last_name' => 'van der Zwaluw', 'email' => 'xaviera@example.test', 'address_1' => 'Oude Gracht 1', 'city' => 'Utrecht' ] );
		$this->guest( [ 'first_name' => 'Xaviera', 'last_name' => 'van der Zwaluw', 'email' => 'xaviera@example.test', 'address_1' => 'Nieuwe Gracht 2', 'city' => 'Utrecht' ] );

		foreach ( [ 'xaviera@exa', 'Xavier', 'zwaluw', 'Xaviera van', 'van der Zw', ' XAVIERA ' ] as $search ) {
			$found = $this->found( $search );
			self::assertCount( 1, $found, $search );
			self::assertSame( [ 0, 'Xaviera van der Zwaluw', 'xaviera@example.test', true, 2 ], [ $found[0]['id'], $found[0]['name'], $found[0]['email'], $found[0]['is_guest'], $found[0]['orders'] ?? null ], $search );
		}
		self::assertSame( [ 'Nieuwe Gracht', '2', 'Utrecht', 'NL' ], array_map( static fn ( string $field ): mixed => Json::at( $found[0] ?? [], 'customer', $field ), [ 'address1', 'house_number', 'city', 'country' ] ) );
		self::assertSame( [], $this->found( 'aviera' ), 'Not inside of a word.' );
	}

	public function test_a_guest_is_found_before_analytics_knows(): void {
		$this->guest( [ 'first_name' => 'Xaviera', 'last_name' => 'Zwaluw', 'email' => 'xaviera@example.test', 'address_1' => 'Oude Gracht 1' ] );
		$this->orders->make( billing: [ 'first_name' => 'Xaviera', 'last_name' => 'Zwaluw', 'email' => 'Xaviera@example.test', 'address_1' => 'Nieuwe Gracht 2' ] );
		$this->orders->make( billing: [ 'first_name' => 'Xaviera', 'last_name' => 'Nachtegaal', 'email' => '', 'address_1' => 'Dam 1' ] );
		$this->orders->make( billing: [ 'first_name' => 'Xaviera', 'last_name' => 'Nachtegaal', 'email' => '', 'address_1' => 'Dam 2' ] );
		$trashed = $this->orders->make( billing: [ 'first_name' => 'Xaviera', 'last_name' => 'Weg', 'email' => 'weg@example.test' ] );
		$trashed->delete();

		$found = $this->found( 'xaviera' );

		self::assertSame(
			[ [ 'Xaviera Nachtegaal', '', 'Dam', '2', null ], [ 'Xaviera Zwaluw', 'Xaviera@example.test', 'Nieuwe Gracht', '2', 1 ] ],
			array_map( static fn ( array $one ): array => [ $one['name'], $one['email'], Json::at( $one, 'customer', 'address1' ), Json::at( $one, 'customer', 'house_number' ), $one['orders'] ?? null ], $found )
		);
	}

	public function test_the_guest_of_a_phone_order_is_found_for_the_next_one(): void {
		$this->phone_order( [ 'customer' => [ 'first_name' => 'Xaviera', 'last_name' => 'Zwaluw', 'address1' => 'Dam', 'house_number' => '1', 'country' => 'NL', 'locale' => 'nl_NL' ] ] );

		self::assertSame( [ 'Dam', '1' ], array_map( fn ( string $field ): mixed => Json::at( $this->found( 'zwaluw' ), 0, 'customer', $field ), [ 'address1', 'house_number' ] ) );
	}

	public function test_what_is_found_has_the_shape_of_its_example(): void {
		$this->guest( [ 'first_name' => 'Xaviera', 'email' => 'xaviera@example.test' ] );
		$this->account( 'Xaviera', 'Zonneveld' );
		$found = $this->found( 'xaviera' );

		self::assertCount( 2, $found );
		JsonShape::assert_same( [ $found[0] ], Json::fixture( 'customers' ) );
		JsonShape::assert_same( [ $found[1] + [ 'orders' => 0 ] ], Json::fixture( 'customers' ) );
	}

	public function test_what_is_found_fits_into_the_form(): void {
		$this->guest( [ 'first_name' => 'Xaviera', 'last_name' => str_repeat( 'Zwaluw ', 9 ), 'email' => 'xaviera@example.test', 'phone' => '020 - 123 45 67 (after six in the evening)' ] );
		$found = $this->found( 'xaviera' )[0] ?? [];

		self::assertSame( 201, $this->post_phone( [ 'customer_id' => $found['id'] ?? null, 'customer' => $found['customer'] ?? null ] )->get_status() );
	}

	public function test_an_account_is_found_before_and_after_its_first_order(): void {
		$user = $this->account( 'Quirine', 'Zonneveld' );
		$new  = $this->found( 'quirine' );
		Customers::update_registered_customer( $user->ID );
		$order = $this->orders->make( billing: [ 'email' => $user->user_email ] );
		$order->set_customer_id( $user->ID );
		$order->save();
		Orders::sync_order( $order->get_id() );

		self::assertCount( 1, $new );
		self::assertSame( [ $user->ID, 'Quirine Zonneveld', $user->user_email, false ], [ $new[0]['id'], $new[0]['name'], $new[0]['email'], $new[0]['is_guest'] ] );
		self::assertArrayNotHasKey( 'orders', $new[0] );
		self::assertSame( [ [ $user->ID, 1 ] ], array_map( static fn ( array $one ): array => [ $one['id'], $one['orders'] ?? null ], $this->found( 'zonneveld' ) ) );
		self::assertSame( 'Dam', Json::at( $new[0], 'customer', 'address1' ) );
	}

	public function test_staff_is_not_found_by_people_who_may_not_edit_them(): void {
		$administrator = get_user_by( 'login', $this->user( 'administrator' ) );
		self::assertNotFalse( $administrator );
		wp_update_user( [ 'ID' => $administrator->ID, 'display_name' => 'Quirine Boss', 'first_name' => 'Quirine' ] );
		$order = $this->orders->make( billing: [ 'first_name' => 'Quirine', 'email' => $administrator->user_email ] );
		$order->set_customer_id( $administrator->ID );
		$order->save();
		Orders::sync_order( $order->get_id() );

		self::assertSame( [], $this->found( 'quirine' ) );
		self::assertSame( [], $this->found( $administrator->user_email ) );
		self::assertSame( [ $administrator->ID ], array_column( $this->found( 'quirine', $this->user( 'administrator' ) ), 'id' ) );
	}

	public function test_a_guest_with_the_address_of_an_account_is_the_account(): void {
		$user = $this->account( 'Quirine', 'Zonneveld' );
		Customers::update_registered_customer( $user->ID );
		Db::query( 'INSERT INTO ' . Db::wpdb()->prefix . "wc_customer_lookup (first_name, last_name, email) VALUES ('Quirine', 'Zonneveld', '" . strtoupper( $user->user_email ) . "')" );

		self::assertSame( [ $user->ID ], array_column( $this->found( 'quirine' ), 'id' ) );
	}

	public function test_whoever_was_erased_is_not_found(): void {
		$order = $this->guest( [ 'first_name' => 'Xaviera', 'email' => 'xaviera@example.test' ] );
		Customers::anonymize_customer( $order->get_id() );

		self::assertSame( [], $this->found( 'deleted@' ) );
		self::assertSame( [], $this->found( '[deleted]' ) );
	}

	public function test_bad_input_is_named_and_wildcards_are_letters(): void {
		$this->guest( [ 'first_name' => 'Xaviera', 'email' => 'xaviera@example.test' ] );
		foreach ( [ [ [], 'search' ], [ [ 'search' => 'x' ], 'search' ], [ [ 'search' => "x\u{200B} " ], 'search' ], [ [ 'search' => str_repeat( 'x', 10_000 ) ], 'search' ], [ [ 'search' => 'xa', 'per_page' => 51 ], 'per_page' ], [ [ 'search' => 'xa', 'per_page' => 0 ], 'per_page' ] ] as [ $query, $field ] ) {
			$this->assert_invalid( $this->rest( 'GET', '/customers', $query ), $field );
		}

		foreach ( [ '%%', '__', 'x%', '**', "' OR 1=1 --", '\\\\', '💐💐', "xa\xC3\x28viera" ] as $search ) {
			self::assertSame( [], $this->found( $search ), $search );
		}
	}

	public function test_it_needs_the_right_to_edit_orders_and_the_right_to_handle_links(): void {
		foreach ( [ 'edit_shop_orders', 'multisafepay_manage_payment_links' ] as $capability ) {
			$login = $this->user( 'shop_manager' );
			$user  = get_user_by( 'login', $login );
			self::assertInstanceOf( WP_User::class, $user );
			$user->add_cap( $capability, false );

			$this->assert_error( 403, 'rest_forbidden', $this->rest( 'GET', '/customers', [ 'search' => 'robin' ], $login ) );
		}
	}

	public function test_the_number_of_queries_does_not_grow_with_what_is_found(): void {
		$queries = [];
		// What the first request of a process asks for.
		$this->found( 'xaviera' );
		for ( $n = 1; $n <= 8; $n++ ) {
			$this->guest( [ 'first_name' => 'Xaviera', 'email' => "xaviera-$n@example.test" ] );
			$this->account( 'Xaviera', "Number $n" );
			$queries[ $n ] = $n % 6 === 2 ? $this->queries( 2 * $n ) : 0;
		}

		self::assertSame( $queries[2], $queries[8] );
		self::assertLessThanOrEqual( 16, $queries[8] );
	}

	public function test_a_page_holds_no_more_than_was_asked_for(): void {
		for ( $n = 0; $n < 4; $n++ ) {
			$this->guest( [ 'first_name' => 'Xaviera', 'email' => "xaviera-$n@example.test" ] );
		}

		self::assertCount( 3, $this->json( $this->rest( 'GET', '/customers', [ 'search' => 'xaviera', 'per_page' => 3 ] ) ) );
	}

	/**
	 * @return list<array<mixed>>
	 */
	private function found( string $search, string $user = 'sam' ): array {
		$response = $this->rest( 'GET', '/customers', [ 'search' => $search ], $user );
		$found    = $this->json( $response );
		self::assertSame( 200, $response->get_status(), (string) wp_json_encode( $found ) );
		self::assertContainsOnlyArray( $found );

		return array_values( array_filter( $found, 'is_array' ) );
	}

	/**
	 * Makes an order of a guest that Analytics knows.
	 *
	 * @param array<string, string> $billing Changes to the usual customer.
	 */
	private function guest( array $billing ): WC_Order {
		$order = $this->orders->make( billing: $billing );
		Orders::sync_order( $order->get_id() );

		return $order;
	}

	private function account( string $first, string $last ): WP_User {
		$user = get_user_by( 'login', $this->user( 'customer' ) );
		self::assertNotFalse( $user );
		wp_update_user( [ 'ID' => $user->ID, 'display_name' => "$first $last" ] );
		foreach ( [ 'billing_first_name' => $first, 'billing_last_name' => $last, 'billing_address_1' => 'Dam 1', 'billing_country' => 'NL' ] as $key => $value ) {
			update_user_meta( $user->ID, $key, $value );
		}

		return $user;
	}

	private function queries( int $expected ): int {
		$this->login_as( 'sam' );
		wp_cache_flush();
		wp_load_alloptions();
		$before = (int) Db::wpdb()->num_queries;
		$found  = $this->json( $this->rest( 'GET', '/customers', [ 'search' => 'xaviera', 'per_page' => 50 ] ) );
		self::assertCount( $expected, $found );

		return (int) Db::wpdb()->num_queries - $before;
	}
}
