<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Links\WooCommerce\StaleLinkSql;
use MultiSafepay\PaymentLinks\LinksPage\Rest\LinkListController;
use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;
use WP_REST_Request;
use WP_REST_Response;

/**
 * The SQL filter and Balance calculate stale links independently. Both must give the same result for each link.
 */
#[CoversClass( StaleLinkSql::class )]
#[Group( 'needs-real-woocommerce' )]
#[Group( 'storage' )]
final class StaleLinksTest extends IntegrationTestCase {

	use LinkSteps;

	public function test_the_filter_and_the_list_agree_on_stale_links(): void {
		$changes = [
			'no change'                      => false,
			'no change, in yen'              => false,
			'no change, in dinars'           => false,
			'no change, in binary fractions' => false,
			'total changed'                  => true,
			'total changed, in yen'          => true,
			'currency changed'               => true,
			'a partial refund'               => true,
			'half paid by another link'      => true,
			'a test payment for a live link' => false,
			'a payment in another currency'  => false,
			'order paid'                     => true,
			'order paid, then reopened'      => true,
			'order in the trash'             => false,
			'order deleted'                  => false,
		];
		$expected = [];
		foreach ( $changes as $change => $is_stale ) {
			$expected[ $change . ' ' . $this->create_link_then_change( $change ) ] = $is_stale;
		}

		$stale_by_id = [];
		foreach ( $this->list_links( [] ) as $link ) {
			$stale_by_id[ Json::number( $link, 'id' ) ] = $link['stale'];
		}
		$filtered_ids = array_column( $this->list_links( [ 'stale' => 'true' ] ), 'id' );

		$actual = [];
		foreach ( array_keys( $expected ) as $name ) {
			$id              = (int) substr( $name, (int) strrpos( $name, ' ' ) );
			$actual[ $name ] = [ $stale_by_id[ $id ] ?? null, in_array( $id, $filtered_ids, true ) ];
		}
		self::assertSame(
			array_map( static fn ( bool $is_stale ): array => [ $is_stale, $is_stale ], $expected ),
			$actual
		);
	}

	public function test_a_stale_link_is_found_among_thousands_of_other_links(): void {
		$stale = $this->create_link_then_change( 'total changed' );
		$current_id = $this->create_link_id();
		$table = Db::wpdb()->prefix . 'multisafepay_payment_links';
		Db::query(
			"INSERT INTO $table (wc_order_id, wc_order_number, site, environment, key_fingerprint, order_id, number,
				status, reason, amount, currency, kind, due, first_name, last_name, email, details, created_at,
				changed_at, expires_at, created_by)
			SELECT wc_order_id, wc_order_number, site, environment, key_fingerprint, CONCAT('MANY-', seq), 1, status,
				reason, amount, currency, kind, due, '', '', '', '{}', created_at, changed_at, expires_at, 0
			FROM $table, seq_1_to_2500 WHERE id = $current_id"
		);

		$response = $this->rest( 'GET', '/links', [ 'stale' => 'true' ] );

		self::assertSame( [ $stale ], array_column( $this->json( $response ), 'id' ) );
		self::assertSame(
			[ '1', false ],
			[
				$response->get_headers()['X-WP-Total'] ?? '',
				isset( $response->get_headers()['X-MultiSafepay-Has-More'] ),
			]
		);
		self::assertSame( [], $this->json( $this->rest( 'GET', '/links', [ 'stale' => 'true', 'page' => 2 ] ) ) );
	}

	public function test_totals_of_stale_links_include_only_stale_links(): void {
		$this->create_link_id();
		$this->create_link_then_change( 'total changed' );

		self::assertSame(
			[ [ 'state' => 'open', 'environment' => 'test', 'currency' => 'EUR', 'count' => 1, 'amount' => 8000 ] ],
			$this->json( $this->rest( 'GET', '/links/totals', [ 'stale' => 'true' ] ) )
		);
	}

	/**
	 * Creates an order with a link, applies the change to the order and returns the link ID.
	 */
	private function create_link_then_change( string $change ): int {
		$order = match ( true ) {
			str_ends_with( $change, 'yen' )       => $this->orders->create( [ [ 'Tea', 1, 8000.0 ] ], 'JPY' ),
			str_ends_with( $change, 'fractions' ) => $this->orders->create(
				[ [ 'Tea', 1, 19.99 ], [ 'Cups', 3, 1.13 ] ]
			),
			default                             => $this->orders->create(),
		};
		$id = Json::number( $this->create_link( $order ), 'id' );
		$this->apply_change( $change, $this->reload_order( $order->get_id() ), $id );

		return $id;
	}

	private function apply_change( string $change, WC_Order $order, int $id ): void {
		switch ( $change ) {
			case 'no change, in dinars':
				// MultiSafepay does not support KWD, but a stored link may be in this currency.
				$order->set_currency( 'KWD' );
				$this->update_link( $id, [ 'currency' => 'KWD', 'amount' => 80_000 ] );
				break;
			case 'total changed':
			case 'total changed, in yen':
				$order->set_total( '12' );
				break;
			case 'currency changed':
				$order->set_currency( 'GBP' );
				break;
			case 'a partial refund':
				wc_create_refund( [ 'order_id' => $order->get_id(), 'amount' => '30' ] );
				break;
			case 'half paid by another link':
				$this->pay_with_another_link( $order, [] );
				break;
			case 'a test payment for a live link':
				$this->pay_with_another_link( $order, [] );
				$this->update_link( $id, [ 'environment' => 'live' ] );
				break;
			case 'a payment in another currency':
				$this->pay_with_another_link( $order, [ 'currency' => 'GBP' ] );
				break;
			case 'order paid':
				$order->set_status( 'processing' );
				break;
			case 'order paid, then reopened':
				$order->set_date_paid( time() );
				$order->set_status( 'on-hold' );
				break;
			case 'order in the trash':
			case 'order deleted':
				$order->delete( $change === 'order deleted' );
				return;
		}
		$order->save();
	}

	/**
	 * @param array<string, int|string> $columns Columns of the paid link.
	 */
	private function pay_with_another_link( WC_Order $order, array $columns ): void {
		$paid = Json::number( $this->create_link( $order, [ 'amount' => 4000 ] ), 'id' );
		$this->update_link( $paid, $columns + [ 'status' => 'completed' ] );
	}

	/**
	 * @param array<string, int|string> $columns Columns to overwrite.
	 */
	private function update_link( int $id, array $columns ): void {
		self::assertSame(
			1,
			Db::wpdb()->update( Db::wpdb()->prefix . 'multisafepay_payment_links', $columns, [ 'id' => $id ] )
		);
	}

	/**
	 * Lists links with new objects without cached data, as in another request.
	 *
	 * @param array<string, string> $query Query parameters.
	 *
	 * @return list<array<mixed>>
	 */
	private function list_links( array $query ): array {
		$this->login_as( 'sam' );
		$request = new WP_REST_Request( 'GET', self::API . '/links' );
		$request->set_query_params( $query + [ 'per_page' => '100' ] );
		$response = Plugin::container()->get( LinkListController::class )->get_items( $request );
		self::assertInstanceOf( WP_REST_Response::class, $response );

		return array_values( array_filter( (array) $response->get_data(), 'is_array' ) );
	}
}
