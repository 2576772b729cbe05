<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\LinksPage\Rest\LinkListController;
use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use WP_REST_Request;
use WP_REST_Response;

#[CoversNothing]
#[Group( 'needs-real-woocommerce' )]
final class LinkListTest extends IntegrationTestCase {

	use LinkSteps;

	public function test_links_are_paginated_newest_first_and_a_page_past_the_end_is_empty(): void {
		$ids = [ $this->create_link_id(), $this->create_link_id(), $this->create_link_id() ];

		$first = $this->list_links( [ 'per_page' => 2 ] );
		$last  = $this->list_links( [ 'per_page' => 2, 'page' => 2 ] );
		$none  = $this->list_links( [ 'per_page' => 2, 'page' => 999_999 ] );

		self::assertSame(
			[ [ $ids[2], $ids[1] ], [ $ids[0] ], [] ],
			[ $this->ids( $first ), $this->ids( $last ), $this->ids( $none ) ]
		);
		self::assertSame(
			[ '3', '2' ],
			[ $first->get_headers()['X-WP-Total'] ?? '', $first->get_headers()['X-WP-TotalPages'] ?? '' ]
		);
		self::assertSame( [ 200, '3' ], [ $none->get_status(), $none->get_headers()['X-WP-Total'] ?? '' ] );
	}

	/**
	 * @param array<string, mixed> $query Query parameters of one filter.
	 */
	#[DataProvider( 'filters' )]
	public function test_each_filter_finds_only_the_matching_link( array $query ): void {
		$this->create_link_id();
		$matching_id = $this->create_link_id();
		$this->update_link(
			$matching_id,
			[
				'wc_order_number' => 'Ä-77',
				'order_id' => 'CALL-77',
				'first_name' => 'Zoë',
				'last_name' => 'van 100% Dam',
				'email' => 'zoe@example.org',
				'site' => 'second',
				'environment' => 'live',
				'alert' => 'double_payment',
				'created_by' => 1,
				'expires_at' => gmdate( 'Y-m-d H:i:s', time() + 3600 ),
			]
		);
		$this->login_as( 'sam' );
		if ( isset( $query['mine'] ) ) {
			$this->update_link( $matching_id, [ 'created_by' => get_current_user_id() ] );
			Db::wpdb()->query( 'UPDATE ' . $this->table() . " SET created_by = 1 WHERE id <> $matching_id" );
		}

		self::assertSame( [ $matching_id ], $this->ids( $this->list_links( $query ) ) );
	}

	/**
	 * @return array<string, array{array<string, mixed>}>
	 */
	public static function filters(): array {
		return [
			'order number'        => [ [ 'search' => '#Ä-7' ] ],
			'order ID'            => [ [ 'search' => 'call-77' ] ],
			'first name'          => [ [ 'search' => 'zoe' ] ],
			'last name'           => [ [ 'search' => 'van 100%' ] ],
			'whole name'          => [ [ 'search' => 'Zoë van' ] ],
			'e-mail'              => [ [ 'search' => 'zoe@' ] ],
			'search and a filter' => [ [ 'search' => 'zoe', 'status' => 'active,declined' ] ],
			'site'                => [ [ 'site' => 'second' ] ],
			'environment'         => [ [ 'environment' => 'live' ] ],
			'expiring'            => [ [ 'expiring' => 'true' ] ],
			'alert'               => [ [ 'alert' => '1' ] ],
			'mine'                => [ [ 'mine' => 'true' ] ],
		];
	}

	public function test_an_unpaid_link_past_its_expiry_counts_as_expired_before_reconciliation(): void {
		$open = $this->create_link_id();
		$past_expiry = $this->create_link_id();
		$expired = $this->create_link_id();
		$this->update_link( $past_expiry, [ 'expires_at' => '2020-01-01 00:00:00' ] );
		$this->update_link( $expired, [ 'status' => 'expired' ] );

		self::assertSame( [ $expired, $past_expiry ], $this->ids( $this->list_links( [ 'status' => 'expired' ] ) ) );
		self::assertSame( [ $open ], $this->ids( $this->list_links( [ 'status' => 'active' ] ) ) );
		self::assertSame(
			[ 'expired' => [ 2, 16_000 ], 'open' => [ 1, 8_000 ] ],
			array_column(
				array_map(
					static fn ( array $total ): array => [
						'state' => Json::text( $total, 'state' ),
						'sum' => [ Json::number( $total, 'count' ), Json::number( $total, 'amount' ) ],
					],
					self::objects( $this->list_links( [], '/totals' ) )
				),
				'sum',
				'state'
			)
		);
	}

	public function test_links_are_stale_after_the_order_total_changed(): void {
		$this->create_link_id();
		$order = $this->orders->create();
		$stale = Json::number( $this->create_link( $order ), 'id' );
		$order = $this->reload_order( $order->get_id() );
		$order->set_total( '12.34' );
		$order->save();

		$response = $this->list_links( [ 'stale' => 'true' ] );

		self::assertSame( [ $stale ], $this->ids( $response ) );
		self::assertSame( '1', $response->get_headers()['X-WP-Total'] ?? '' );
		self::assertSame( [ true, false ], array_column( $this->json( $this->list_links( [] ) ), 'stale' ) );
	}

	public function test_the_list_sorts_by_amount_and_by_expiry(): void {
		[ $first, $second, $third ] = [ $this->create_link_id(), $this->create_link_id(), $this->create_link_id() ];
		$this->update_link( $first, [ 'amount' => 300, 'expires_at' => '2040-01-01 00:00:00' ] );
		$this->update_link( $second, [ 'amount' => 100, 'expires_at' => '2042-01-01 00:00:00' ] );
		$this->update_link( $third, [ 'amount' => 200, 'expires_at' => '2041-01-01 00:00:00' ] );

		self::assertSame(
			[ $second, $third, $first ],
			$this->ids( $this->list_links( [ 'orderby' => 'amount', 'order' => 'asc' ] ) )
		);
		self::assertSame(
			[ $second, $third, $first ],
			$this->ids( $this->list_links( [ 'orderby' => 'expires_at' ] ) )
		);
	}

	public function test_totals_cover_the_filtered_links_and_count_each_link_once(): void {
		// The search term matches the order ID and the name of this link. It must still be counted once.
		[ $open, $paid, $past_expiry, $refunded, $failed ] = array_map(
			fn ( int $amount ): int => $this->create_link_with_amount( $amount ),
			[ 100, 200, 400, 800, 1600 ]
		);
		$this->update_link( $open, [ 'first_name' => 'PL-', 'last_name' => 'PL-', 'site' => 'second' ] );
		$this->update_link( $paid, [ 'status' => 'completed', 'site' => 'second' ] );
		$this->update_link( $past_expiry, [ 'expires_at' => '2020-01-01 00:00:00' ] );
		$this->update_link( $refunded, [ 'status' => 'partial_refunded', 'environment' => 'live' ] );
		$this->update_link( $failed, [ 'status' => 'failed' ] );

		$all = [ 'expired test 400', 'open test 100', 'paid live 800', 'paid test 200' ];
		self::assertSame( $all, $this->totals( [] ) );
		self::assertSame( $all, $this->totals( [ 'search' => 'pl-' ] ) );
		self::assertSame( [ 'open test 100', 'paid test 200' ], $this->totals( [ 'site' => 'second' ] ) );
		self::assertSame( [ 'expired test 400' ], $this->totals( [ 'status' => 'expired,failed' ] ) );
		self::assertSame(
			[ 'open test 100' ],
			$this->totals( [ 'search' => 'pl-', 'status' => 'active', 'mine' => 'true' ] )
		);
	}

	public function test_a_database_failure_is_reported_with_a_message_for_lists(): void {
		foreach ( [ '', '/totals' ] as $path ) {
			$broken = static fn ( string $query ): string => str_contains( $query, 'multisafepay_payment_links` l' )
				? 'SELECT broken'
				: $query;
			add_filter( 'query', $broken );
			Db::wpdb()->suppress_errors( true );
			$error = $this->assert_error( 503, 'storage_failed', $this->list_links( [], $path ) );
			Db::wpdb()->suppress_errors( false );
			remove_filter( 'query', $broken );

			self::assertStringContainsString( 'Load the page again', Json::text( $error, 'message' ) );
		}
	}

	#[DataProvider( 'invalid_parameters' )]
	public function test_an_invalid_parameter_is_an_error_at_its_name( string $name, string $value ): void {
		$this->assert_invalid( $this->list_links( [ $name => $value ] ), $name );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function invalid_parameters(): array {
		return [
			'a status'              => [ 'status', 'open' ],
			'an environment'        => [ 'environment', 'staging' ],
			'a flag'                => [ 'expiring', 'soon' ],
			'an order'              => [ 'order', 'up' ],
			'a sort column'         => [ 'orderby', 'details' ],
			'page 0'                => [ 'page', '0' ],
			'a page size too large' => [ 'per_page', '101' ],
			'an unknown filter'     => [ 'state', 'active' ],
		];
	}

	#[DataProvider( 'unusual_texts' )]
	public function test_unusual_characters_find_nothing_and_cause_no_error( string $text ): void {
		$this->create_link_id();

		foreach ( [ 'search', 'site' ] as $name ) {
			foreach ( [ '', '/totals' ] as $path ) {
				$response = $this->list_links( [ $name => $text ], $path );
				self::assertSame( [ 200, [] ], [ $response->get_status(), $response->get_data() ], $name . $path );
			}
		}
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function unusual_texts(): array {
		return [
			'invalid UTF-8'         => [ "\xC3\x28 \xFF" ],
			'a zero byte'           => [ "a\0b" ],
			'an emoji'              => [ '🧾' ],
			'a combining character' => [ "e\u{0301}x" ],
			'wildcards'             => [ '%_' ],
			'a quote'               => [ "' OR 1=1 -- " ],
			'a backslash'           => [ '\\' ],
		];
	}

	public function test_the_number_of_queries_does_not_depend_on_the_page_length(): void {
		$this->create_link_id();
		$short = $this->count_queries();
		for ( $i = 0; $i < 9; $i++ ) {
			$this->create_link_id();
		}

		self::assertSame( $short, $this->count_queries() );
	}

	/**
	 * Counts the queries of one page with an empty cache.
	 */
	private function count_queries(): int {
		$this->login_as( 'sam' );
		$controller = Plugin::container()->get( LinkListController::class );
		wp_cache_flush();
		wp_load_alloptions();
		$before = (int) Db::wpdb()->num_queries;
		self::assertInstanceOf(
			WP_REST_Response::class,
			$controller->get_items( new WP_REST_Request( 'GET', self::API . '/links' ) )
		);
		return (int) Db::wpdb()->num_queries - $before;
	}

	/**
	 * @param array<string, mixed> $query Query parameters.
	 */
	private function list_links( array $query, string $path = '' ): WP_REST_Response {
		$this->login_as( 'sam' );
		$request = new WP_REST_Request( 'GET', self::API . '/links' . $path );
		$request->set_query_params( $query );
		return rest_do_request( $request );
	}

	private function create_link_with_amount( int $amount ): int {
		return Json::number( $this->create_link( $this->orders->create(), [ 'amount' => $amount ] ), 'id' );
	}

	/**
	 * @param array<string, mixed> $query Query parameters.
	 *
	 * @return list<string>
	 */
	private function totals( array $query ): array {
		return array_map(
			static function ( array $total ): string {
				self::assertSame( 1, Json::number( $total, 'count' ) );
				return implode(
					' ',
					[
						Json::text( $total, 'state' ),
						Json::text( $total, 'environment' ),
						Json::number( $total, 'amount' ),
					]
				);
			},
			self::objects( $this->list_links( $query, '/totals' ) )
		);
	}

	/**
	 * @return list<int>
	 */
	private function ids( WP_REST_Response $response ): array {
		self::assertSame( 200, $response->get_status(), (string) wp_json_encode( $response->get_data() ) );
		return array_map( static fn ( array $link ): int => Json::number( $link, 'id' ), self::objects( $response ) );
	}

	/**
	 * @return list<array<mixed>>
	 */
	private static function objects( WP_REST_Response $response ): array {
		return array_values( array_filter( (array) $response->get_data(), 'is_array' ) );
	}

	/**
	 * @param array<string, int|string> $columns Columns to overwrite.
	 */
	private function update_link( int $id, array $columns ): void {
		self::assertNotFalse( Db::wpdb()->update( $this->table(), $columns, [ 'id' => $id ] ) );
	}

	private function table(): string {
		return Db::wpdb()->prefix . 'multisafepay_payment_links';
	}
}
