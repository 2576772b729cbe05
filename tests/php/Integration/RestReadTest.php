<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\JsonShape;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Routes;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

#[CoversNothing]
#[Group( 'storage' )]
final class RestReadTest extends IntegrationTestCase {

	use LinkSteps;

	/**
	 * @param list<string> $methods Methods of the route.
	 */
	#[DataProvider( 'routes' )]
	public function test_every_route_has_a_schema_and_arguments( string $route, array $methods ): void {
		$id             = $this->create_link_id();
		$routes         = rest_get_server()->get_routes();
		$pattern        = self::API . $route;
		$actual_methods = [];
		foreach ( Json::object( $routes, $pattern ) as $handler ) {
			self::assertIsArray( $handler );
			$actual_methods = [ ...$actual_methods, ...array_keys( Json::object( $handler, 'methods' ) ) ];
			self::assertIsCallable( Json::at( $handler, 'permission_callback' ) );
		}
		self::assertSame( $methods, $actual_methods );

		$options = $this->json( $this->rest(
			'OPTIONS',
			(string) preg_replace( '/\(\?P<\w+>\\\\d\+\)/', (string) $id, $route )
		) );

		self::assertSame( 'object', Json::text( $options, 'schema', 'type' ) );
		self::assertNotSame( [], Json::object( $options, 'schema', 'properties' ) );
	}

	/**
	 * @return array<string, array{string, list<string>}>
	 */
	public static function routes(): array {
		return [
			'draft'    => [ '/orders/(?P<wc_order_id>\d+)/draft', [ 'GET' ] ],
			'links'    => [ '/orders/(?P<wc_order_id>\d+)/links', [ 'GET', 'POST' ] ],
			'link'     => [ '/links/(?P<id>\d+)', [ 'GET' ] ],
			'refresh'  => [ '/links/(?P<id>\d+)/refresh', [ 'POST' ] ],
			'settings' => [ '/settings', [ 'GET', 'PUT' ] ],
			'check'    => [ '/settings/check', [ 'POST' ] ],
		];
	}

	public function test_responses_match_their_schema_and_the_examples(): void {
		$order     = $this->orders->create();
		$created   = $this->create_link( $order );
		$id        = Json::number( $created, 'id' );
		$link      = $this->json( $this->rest( 'GET', "/links/$id" ) );
		$links     = $this->json( $this->rest( 'GET', "/orders/{$order->get_id()}/links" ) );
		$draft     = $this->json( $this->rest( 'GET', "/orders/{$order->get_id()}/draft" ) );
		$refreshed = $this->json( $this->rest( 'POST', "/links/$id/refresh" ) );
		$errors    = $this->json( $this->post_link( $order, [ 'amount' => 0, 'customer' => [ 'email' => 'x' ] ] ) );

		$this->assert_matches_schema( "/orders/{$order->get_id()}/links", $created );
		$this->assert_matches_schema( "/links/$id", $link );
		$this->assert_matches_schema( "/links/$id/refresh", $refreshed );
		$this->assert_matches_schema( "/orders/{$order->get_id()}/draft", $draft );
		JsonShape::assert_same( $created, Json::fixture( 'link' ) );
		JsonShape::assert_same( $refreshed, Json::fixture( 'link' ) );
		JsonShape::assert_same( $link, Json::fixture( 'link-with-events' ) );
		JsonShape::assert_same( $links, Json::fixture( 'links' ) );
		JsonShape::assert_same( $draft, Json::fixture( 'draft' ) );
		JsonShape::assert_same( $errors, Json::fixture( 'error-invalid-param' ) );
	}

	public function test_failed_and_unconfirmed_links_match_the_schema(): void {
		$order = $this->orders->create();
		$this->emulator->fault( 'status_503_html', times: 0 );
		$this->post_link( $order );
		$this->emulator->fault( 'status_503_html', 'PATCH', '*', 0 );
		$this->post_link( $order );

		$links = $this->json( $this->rest( 'GET', "/orders/{$order->get_id()}/links" ) );

		self::assertSame( [ 'unconfirmed', 'failed', 'failed' ], array_column( $links, 'status' ) );
		foreach ( $links as $link ) {
			self::assertIsArray( $link );
			self::assertNull( $link['payment_url'] );
			self::assertNull( $link['expires_at'] );
			self::assertIsString( $link['status_reason'] );
			$this->assert_matches_schema( "/orders/{$order->get_id()}/links", $link );
		}
	}

	public function test_an_order_has_its_own_links_newest_first(): void {
		$order = $this->orders->create();
		$this->create_link( $this->orders->create() );
		$links_at_first = $this->json( $this->rest( 'GET', "/orders/{$order->get_id()}/links" ) );
		$first  = $this->create_link( $order );
		$second = $this->create_link( $order, [ 'amount' => 100 ] );

		$links = $this->json( $this->rest( 'GET', "/orders/{$order->get_id()}/links" ) );

		self::assertSame( [ [], [ $second, $first ] ], [ $links_at_first, $links ] );
	}

	public function test_a_link_has_its_history_newest_first(): void {
		$link = $this->json( $this->rest( 'GET', '/links/' . $this->create_link_id() ) );

		self::assertSame( [ 'active', 'creating' ], array_column( Json::object( $link, 'events' ), 'to' ) );
		self::assertSame(
			[ 'creating', null ],
			[ Json::at( $link, 'events', 0, 'from' ), Json::at( $link, 'events', 1, 'from' ) ]
		);
		self::assertSame(
			[ 'staff', 'Sam de Boer' ],
			[ Json::at( $link, 'events', 0, 'source' ), Json::at( $link, 'events', 0, 'by', 'name' ) ]
		);
	}

	public function test_a_link_is_stale_when_the_amount_due_changed(): void {
		$order = $this->orders->create();
		$id    = Json::number( $this->create_link( $order ), 'id' );
		self::assertFalse( $this->json( $this->rest( 'GET', "/links/$id" ) )['stale'] );
		$order->set_total( '90' );
		$order->save();

		self::assertTrue( $this->json( $this->rest( 'GET', "/links/$id" ) )['stale'] );
	}

	public function test_an_unpaid_link_is_expired_immediately_after_its_expiry(): void {
		$order = $this->orders->create();
		$id    = Json::number( $this->create_link( $order, [ 'seconds_active' => 1 ] ), 'id' );
		sleep( 2 );

		$request_count = count( $this->emulator->requests() );

		self::assertSame( 'expired', $this->json( $this->rest( 'GET', "/links/$id" ) )['status'] );
		self::assertSame(
			[ 'expired' ],
			array_column( $this->json( $this->rest( 'GET', "/orders/{$order->get_id()}/links" ) ), 'status' )
		);
		self::assertSame( [ '1 active created' ], $this->link_statuses( $order ), 'A GET request writes nothing.' );
		self::assertCount( $request_count, $this->emulator->requests() );
	}

	public function test_a_draft_is_a_valid_create_request_and_sends_no_request(): void {
		$order = $this->orders->create();
		$draft = $this->json( $this->rest( 'GET', "/orders/{$order->get_id()}/draft" ) );
		self::assertSame( [], $this->emulator->requests() );
		/** @var array<string, mixed> $values */
		$values = Json::object( $draft, 'values' );
		unset( $values['order_id'] );
		self::assertIsString( $values['idempotency_key'] );

		$link = $this->create_link( $order, $values );

		self::assertSame(
			[ 8000, 'EUR', "PL-{$order->get_id()}-1" ],
			[ $link['amount'], $link['currency'], $link['order_id'] ]
		);
		self::assertSame(
			$link['order_id'],
			Json::at( $draft, 'values', 'order_id' ),
			'The suggested order ID is used.'
		);
	}

	public function test_a_draft_warns_about_an_open_link_and_suggests_the_next_order_id(): void {
		$order = $this->orders->create();
		$this->create_link( $order );

		$draft = $this->json( $this->rest( 'GET', "/orders/{$order->get_id()}/draft" ) );

		self::assertSame( "PL-{$order->get_id()}-2", Json::at( $draft, 'values', 'order_id' ) );
		self::assertSame( [ 'open_link' ], array_column( Json::object( $draft, 'warnings' ), 'code' ) );
	}

	#[DataProvider( 'get_routes' )]
	public function test_get_requests_change_no_table( string $route ): void {
		$order = $this->orders->create();
		$id    = Json::number( $this->create_link( $order ), 'id' );
		$route = strtr( $route, [ '{order}' => (string) $order->get_id(), '{link}' => (string) $id ] );
		$this->rest( 'GET', $route );
		$before = $this->checksums();

		$response = $this->rest( 'GET', $route );

		self::assertSame( 200, $response->get_status() );
		self::assertSame( $before, $this->checksums() );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function get_routes(): array {
		return [
			'draft'    => [ '/orders/{order}/draft' ],
			'links'    => [ '/orders/{order}/links' ],
			'link'     => [ '/links/{link}' ],
			'settings' => [ '/settings' ],
		];
	}

	public function test_every_staff_route_has_a_schema(): void {
		foreach ( Routes::staff_routes() as [ 'path' => $template ] ) {
			$path    = Routes::path( $template, 1, 1 );
			$options = $this->json( $this->rest( 'OPTIONS', $path ) );
			self::assertArrayHasKey( 'schema', $options, $path );
			self::assertNotSame( [], Json::object( $options, 'schema', 'properties' ), $path );
		}
	}

	public function test_the_schema_describes_a_preview(): void {
		$preview = $this->json( $this->rest(
			'POST',
			'/batches/preview',
			[ 'action' => 'create', 'wc_order_ids' => [ $this->orders->create()->get_id(), 999_999_999 ] ]
		) );

		$this->assert_matches_schema( '/batches/preview', $preview );
		$schema = Json::object( $this->json( $this->rest( 'OPTIONS', '/batches/preview' ) ), 'schema' );
		self::assertSame( array_keys( $preview ), array_keys( Json::object( $schema, 'properties' ) ) );
		self::assertSame(
			array_keys( Json::object( $preview, 'items', 0 ) ),
			array_keys( Json::object( $schema, 'properties', 'items', 'items', 'properties' ) )
		);
	}

	/**
	 * @param array<mixed> $value The response body.
	 */
	private function assert_matches_schema( string $route, array $value ): void {
		$schema = Json::object( $this->json( $this->rest( 'OPTIONS', $route ) ), 'schema' );
		$result = rest_validate_value_from_schema( $value, $schema, $route );

		self::assertTrue( $result, $result instanceof \WP_Error ? $result->get_error_message() : '' );
	}

	/**
	 * @return array<string, string> Checksums by table.
	 */
	private function checksums(): array {
		$tables = implode(
			', ',
			array_map( 'strval', array_filter( Db::wpdb()->get_col( 'SHOW TABLES' ), 'is_string' ) )
		);
		$rows   = Db::wpdb()->get_results( "CHECKSUM TABLE $tables", 'ARRAY_A' );
		self::assertIsArray( $rows );
		$by_table = [];
		foreach ( $rows as $row ) {
			self::assertIsArray( $row );
			// The table name is prefixed with the database name.
			$by_table[ (string) preg_replace(
				'/\A.*\./',
				'',
				Json::text( $row, 'Table' )
			) ] = Json::text( $row, 'Checksum' );
		}
		foreach ( [ 'multisafepay_payment_links', 'multisafepay_payment_link_events', 'options', 'posts' ] as $table ) {
			self::assertArrayHasKey( Db::wpdb()->prefix . $table, $by_table );
		}
		return $by_table;
	}
}
