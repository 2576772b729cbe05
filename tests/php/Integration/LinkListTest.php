<?php
/**
 * The list of all links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Services;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use WP_REST_Request;
use WP_REST_Response;

use const MultiSafepay\PaymentLinks\PLUGIN_FILE;

#[CoversNothing]
#[Group( 'needs-real-woocommerce' )]
final class LinkListTest extends IntegrationTestCase {

	use LinkSteps;

	public function test_newest_links_come_first_page_by_page_and_a_page_past_the_end_is_empty(): void {
		$ids = [ $this->link_id(), $this->link_id(), $this->link_id() ];

		$first = $this->ask( [ 'per_page' => 2 ] );
		$last  = $this->ask( [ 'per_page' => 2, 'page' => 2 ] );
		$none  = $this->ask( [ 'per_page' => 2, 'page' => 999_999 ] );

		self::assertSame( [ [ $ids[2], $ids[1] ], [ $ids[0] ], [] ], [ $this->ids( $first ), $this->ids( $last ), $this->ids( $none ) ] );
		self::assertSame( [ '3', '2' ], [ $first->get_headers()['X-WP-Total'] ?? '', $first->get_headers()['X-WP-TotalPages'] ?? '' ] );
		self::assertSame( [ 200, '3' ], [ $none->get_status(), $none->get_headers()['X-WP-Total'] ?? '' ] );
	}

	/**
	 * @param array<string, mixed> $query One filter.
	 */
	#[DataProvider( 'filters' )]
	public function test_each_filter_finds_its_link_and_no_other( array $query ): void {
		$this->link_id();
		$wanted = $this->link_id();
		$this->set( $wanted, [ 'wc_order_number' => 'Ä-77', 'order_id' => 'CALL-77', 'first_name' => 'Zoë', 'last_name' => 'van 100% Dam', 'email' => 'zoe@example.org', 'site' => 'second', 'environment' => 'live', 'alarm' => 'double_payment', 'created_by' => 1, 'expires_at' => gmdate( 'Y-m-d H:i:s', time() + 3600 ) ] );
		$this->login_as( 'sam' );
		if ( isset( $query['mine'] ) ) {
			$this->set( $wanted, [ 'created_by' => get_current_user_id() ] );
			Db::wpdb()->query( 'UPDATE ' . $this->table() . " SET created_by = 1 WHERE id <> $wanted" );
		}

		self::assertSame( [ $wanted ], $this->ids( $this->ask( $query ) ) );
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
			'alarm'               => [ [ 'alarm' => '1' ] ],
			'mine'                => [ [ 'mine' => 'true' ] ],
		];
	}

	public function test_an_unpaid_link_past_its_time_counts_as_expired_before_any_sweep(): void {
		$open = $this->link_id();
		$past = $this->link_id();
		$over = $this->link_id();
		$this->set( $past, [ 'expires_at' => '2020-01-01 00:00:00' ] );
		$this->set( $over, [ 'status' => 'expired' ] );

		self::assertSame( [ $over, $past ], $this->ids( $this->ask( [ 'status' => 'expired' ] ) ) );
		self::assertSame( [ $open ], $this->ids( $this->ask( [ 'status' => 'active' ] ) ) );
		self::assertSame(
			[ 'expired' => [ 2, 16_000 ], 'open' => [ 1, 8_000 ] ],
			array_column( array_map( static fn ( array $total ): array => [ 'state' => Json::text( $total, 'state' ), 'sum' => [ Json::number( $total, 'count' ), Json::number( $total, 'amount' ) ] ], self::objects( $this->ask( [], '/totals' ) ) ), 'sum', 'state' )
		);
	}

	public function test_stale_links_are_found_once_their_order_asks_something_else(): void {
		$this->link_id();
		$order = $this->orders->make();
		$stale = Json::number( $this->made_link( $order ), 'id' );
		$order = $this->fresh_order( $order->get_id() );
		$order->set_total( '12.34' );
		$order->save();

		$answer = $this->ask( [ 'stale' => 'true' ] );

		self::assertSame( [ $stale ], $this->ids( $answer ) );
		self::assertSame( '1', $answer->get_headers()['X-WP-Total'] ?? '' );
		self::assertSame( [ true, false ], array_column( $this->json( $this->ask( [] ) ), 'stale' ) );
	}

	public function test_the_list_sorts_by_amount_and_by_end(): void {
		[ $first, $second, $third ] = [ $this->link_id(), $this->link_id(), $this->link_id() ];
		$this->set( $first, [ 'amount' => 300, 'expires_at' => '2040-01-01 00:00:00' ] );
		$this->set( $second, [ 'amount' => 100, 'expires_at' => '2042-01-01 00:00:00' ] );
		$this->set( $third, [ 'amount' => 200, 'expires_at' => '2041-01-01 00:00:00' ] );

		self::assertSame( [ $second, $third, $first ], $this->ids( $this->ask( [ 'orderby' => 'amount', 'order' => 'asc' ] ) ) );
		self::assertSame( [ $second, $third, $first ], $this->ids( $this->ask( [ 'orderby' => 'expires_at' ] ) ) );
	}

	public function test_sums_are_of_the_view_and_count_each_link_once(): void {
		// What it is searched for is at the beginning of its order ID, its number and its name alike.
		[ $open, $paid, $past, $refunded, $failed ] = array_map( fn ( int $amount ): int => $this->link_of( $amount ), [ 100, 200, 400, 800, 1600 ] );
		$this->set( $open, [ 'first_name' => 'PL-', 'last_name' => 'PL-', 'site' => 'second' ] );
		$this->set( $paid, [ 'status' => 'completed', 'site' => 'second' ] );
		$this->set( $past, [ 'expires_at' => '2020-01-01 00:00:00' ] );
		$this->set( $refunded, [ 'status' => 'partial_refunded', 'environment' => 'live' ] );
		$this->set( $failed, [ 'status' => 'failed' ] );

		$all = [ 'expired test 400', 'open test 100', 'paid live 800', 'paid test 200' ];
		self::assertSame( $all, $this->sums( [] ) );
		self::assertSame( $all, $this->sums( [ 'search' => 'pl-' ] ) );
		self::assertSame( [ 'open test 100', 'paid test 200' ], $this->sums( [ 'site' => 'second' ] ) );
		self::assertSame( [ 'expired test 400' ], $this->sums( [ 'status' => 'expired,failed' ] ) );
		self::assertSame( [ 'open test 100' ], $this->sums( [ 'search' => 'pl-', 'status' => 'active', 'mine' => 'true' ] ) );
	}

	public function test_a_database_that_does_not_answer_is_told_in_words_for_a_list(): void {
		foreach ( [ '', '/totals' ] as $path ) {
			$breaks = static fn ( string $query ): string => str_contains( $query, 'multisafepay_payment_links` l' ) ? 'SELECT broken' : $query;
			add_filter( 'query', $breaks );
			Db::wpdb()->suppress_errors( true );
			$error = $this->assert_error( 503, 'storage_failed', $this->ask( [], $path ) );
			Db::wpdb()->suppress_errors( false );
			remove_filter( 'query', $breaks );

			self::assertStringContainsString( 'Load the page again', Json::text( $error, 'message' ) );
		}
	}

	#[DataProvider( 'wrong' )]
	public function test_what_the_list_does_not_know_is_refused_by_name( string $name, string $value ): void {
		$this->assert_invalid( $this->ask( [ $name => $value ] ), $name );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function wrong(): array {
		return [
			'a status'      => [ 'status', 'open' ],
			'an environment' => [ 'environment', 'staging' ],
			'a flag'        => [ 'expiring', 'soon' ],
			'an order'      => [ 'order', 'up' ],
			'a sort'        => [ 'orderby', 'details' ],
			'page 0'        => [ 'page', '0' ],
			'a huge page'   => [ 'per_page', '101' ],
			'a filter'      => [ 'state', 'active' ],
		];
	}

	#[DataProvider( 'strange' )]
	public function test_strange_signs_find_nothing_and_break_nothing( string $text ): void {
		$this->link_id();

		foreach ( [ 'search', 'site' ] as $name ) {
			foreach ( [ '', '/totals' ] as $path ) {
				$answer = $this->ask( [ $name => $text ], $path );
				self::assertSame( [ 200, [] ], [ $answer->get_status(), $answer->get_data() ], $name . $path );
			}
		}
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function strange(): array {
		return [
			'no UTF-8'        => [ "\xC3\x28 \xFF" ],
			'a zero byte'     => [ "a\0b" ],
			'an emoji'        => [ '🧾' ],
			'combined signs'  => [ "e\u{0301}x" ],
			'wildcards'       => [ '%_' ],
			'a quote'         => [ "' OR 1=1 -- " ],
			'a backslash'     => [ '\\' ],
		];
	}

	public function test_a_longer_page_costs_no_more_queries(): void {
		$this->link_id();
		$short = $this->queries();
		for ( $made = 0; $made < 9; $made++ ) {
			$this->link_id();
		}

		self::assertSame( $short, $this->queries() );
	}

	/**
	 * Counts the queries of one page of a process that knows nothing yet.
	 */
	private function queries(): int {
		$this->login_as( 'sam' );
		$pages = Services::build( Db::wpdb(), PLUGIN_FILE )->all_links->controller;
		wp_cache_flush();
		wp_load_alloptions();
		$before = (int) Db::wpdb()->num_queries;
		self::assertInstanceOf( WP_REST_Response::class, $pages->get_items( new WP_REST_Request( 'GET', self::API . '/links' ) ) );
		return (int) Db::wpdb()->num_queries - $before;
	}

	/**
	 * @param array<string, mixed> $query Filters.
	 */
	private function ask( array $query, string $path = '' ): WP_REST_Response {
		$this->login_as( 'sam' );
		$request = new WP_REST_Request( 'GET', self::API . '/links' . $path );
		$request->set_query_params( $query );
		return rest_do_request( $request );
	}

	private function link_of( int $amount ): int {
		return Json::number( $this->made_link( $this->orders->make(), [ 'amount' => $amount ] ), 'id' );
	}

	/**
	 * @param array<string, mixed> $query Filters.
	 *
	 * @return list<string>
	 */
	private function sums( array $query ): array {
		return array_map(
			static function ( array $total ): string {
				self::assertSame( 1, Json::number( $total, 'count' ) );
				return implode( ' ', [ Json::text( $total, 'state' ), Json::text( $total, 'environment' ), Json::number( $total, 'amount' ) ] );
			},
			self::objects( $this->ask( $query, '/totals' ) )
		);
	}

	/**
	 * @return list<int>
	 */
	private function ids( WP_REST_Response $answer ): array {
		self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
		return array_map( static fn ( array $link ): int => Json::number( $link, 'id' ), self::objects( $answer ) );
	}

	/**
	 * @return list<array<mixed>>
	 */
	private static function objects( WP_REST_Response $answer ): array {
		return array_values( array_filter( (array) $answer->get_data(), 'is_array' ) );
	}

	/**
	 * @param array<string, int|string> $columns To overwrite.
	 */
	private function set( int $id, array $columns ): void {
		self::assertNotFalse( Db::wpdb()->update( $this->table(), $columns, [ 'id' => $id ] ) );
	}

	private function table(): string {
		return Db::wpdb()->prefix . 'multisafepay_payment_links';
	}
}
