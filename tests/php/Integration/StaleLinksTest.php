<?php
/**
 * Links that their order has outgrown, found in the whole shop.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Services;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\WooCommerce\StaleInOrders;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;
use WP_REST_Request;
use WP_REST_Response;

use const MultiSafepay\PaymentLinks\PLUGIN_FILE;

/**
 * The database and OrderDebts reckon apart from each other, so what one says of each link the other has to say too.
 */
#[CoversClass( StaleInOrders::class )]
#[Group( 'needs-real-woocommerce' )]
#[Group( 'storage' )]
final class StaleLinksTest extends IntegrationTestCase {

	use LinkSteps;

	public function test_the_filter_finds_what_the_list_marks_whatever_happened_to_the_order(): void {
		$happened = [
			'nothing'                     => false,
			'nothing, in yen'             => false,
			'nothing, in dinars'          => false,
			'nothing, in binary fractions' => false,
			'the total changed'           => true,
			'the total changed, in yen'   => true,
			'the currency changed'        => true,
			'a part was refunded'         => true,
			'half was paid by another link' => true,
			'test money came in for it, and the link is live' => false,
			'other money came in for it'  => false,
			'it was paid'                 => true,
			'it was paid, then opened again' => true,
			'it is in the trash'          => false,
			'it is gone'                  => false,
		];
		$expected = [];
		foreach ( $happened as $what => $is_stale ) {
			$expected[ $what . ' ' . $this->link_of_order_to_which( $what ) ] = $is_stale;
		}

		$marked = [];
		foreach ( $this->listed( [] ) as $link ) {
			$marked[ Json::number( $link, 'id' ) ] = $link['stale'];
		}
		$found = array_column( $this->listed( [ 'stale' => 'true' ] ), 'id' );

		$actual = [];
		foreach ( array_keys( $expected ) as $name ) {
			$id              = (int) substr( $name, (int) strrpos( $name, ' ' ) );
			$actual[ $name ] = [ $marked[ $id ] ?? null, in_array( $id, $found, true ) ];
		}
		self::assertSame( array_map( static fn ( bool $is_stale ): array => [ $is_stale, $is_stale ], $expected ), $actual );
	}

	public function test_not_one_is_lost_behind_thousands_of_links_that_are_right(): void {
		$stale = $this->link_of_order_to_which( 'the total changed' );
		$right = $this->link_id();
		$table = Db::wpdb()->prefix . 'multisafepay_payment_links';
		Db::query(
			"INSERT INTO $table (wc_order_id, wc_order_number, site, environment, key_fingerprint, order_id, number, status, reason, amount, currency, first_name, last_name, email, details, created_at, changed_at, expires_at, created_by)
			SELECT wc_order_id, wc_order_number, site, environment, key_fingerprint, CONCAT('MANY-', seq), 1, status, reason, amount, currency, '', '', '', '{}', created_at, changed_at, expires_at, 0 FROM $table, seq_1_to_2500 WHERE id = $right"
		);

		$answer = $this->rest( 'GET', '/links', [ 'stale' => 'true' ] );

		self::assertSame( [ $stale ], array_column( $this->json( $answer ), 'id' ) );
		self::assertSame( [ '1', false ], [ $answer->get_headers()['X-WP-Total'] ?? '', isset( $answer->get_headers()['X-MultiSafepay-Has-More'] ) ] );
		self::assertSame( [], $this->json( $this->rest( 'GET', '/links', [ 'stale' => 'true', 'page' => 2 ] ) ) );
	}

	public function test_sums_of_stale_links_count_them_alone(): void {
		$this->link_id();
		$this->link_of_order_to_which( 'the total changed' );

		self::assertSame(
			[ [ 'state' => 'open', 'environment' => 'test', 'currency' => 'EUR', 'count' => 1, 'amount' => 8000 ] ],
			$this->json( $this->rest( 'GET', '/links/totals', [ 'stale' => 'true' ] ) )
		);
	}

	/**
	 * Answers the id of the link that was made before it happened.
	 */
	private function link_of_order_to_which( string $what ): int {
		$order = match ( true ) {
			str_ends_with( $what, 'yen' )       => $this->orders->make( [ [ 'Tea', 1, 8000.0 ] ], 'JPY' ),
			str_ends_with( $what, 'fractions' ) => $this->orders->make( [ [ 'Tea', 1, 19.99 ], [ 'Cups', 3, 1.13 ] ] ),
			default                             => $this->orders->make(),
		};
		$id = Json::number( $this->made_link( $order ), 'id' );
		$this->happen( $what, $this->fresh_order( $order->get_id() ), $id );

		return $id;
	}

	private function happen( string $what, WC_Order $order, int $id ): void {
		switch ( $what ) {
			case 'nothing, in dinars':
				// MultiSafepay does not take them, but a stored link may have been made when it did.
				$order->set_currency( 'KWD' );
				$this->set( $id, [ 'currency' => 'KWD', 'amount' => 80_000 ] );
				break;
			case 'the total changed':
			case 'the total changed, in yen':
				$order->set_total( '12' );
				break;
			case 'the currency changed':
				$order->set_currency( 'GBP' );
				break;
			case 'a part was refunded':
				wc_create_refund( [ 'order_id' => $order->get_id(), 'amount' => '30' ] );
				break;
			case 'half was paid by another link':
				$this->pay_by_another( $order, [] );
				break;
			case 'test money came in for it, and the link is live':
				$this->pay_by_another( $order, [] );
				$this->set( $id, [ 'environment' => 'live' ] );
				break;
			case 'other money came in for it':
				$this->pay_by_another( $order, [ 'currency' => 'GBP' ] );
				break;
			case 'it was paid':
				$order->set_status( 'processing' );
				break;
			case 'it was paid, then opened again':
				$order->set_date_paid( time() );
				$order->set_status( 'on-hold' );
				break;
			case 'it is in the trash':
			case 'it is gone':
				$order->delete( $what === 'it is gone' );
				return;
		}
		$order->save();
	}

	/**
	 * @param array<string, int|string> $columns Of the link that was paid.
	 */
	private function pay_by_another( WC_Order $order, array $columns ): void {
		$paid = Json::number( $this->made_link( $order, [ 'amount' => 4000 ] ), 'id' );
		$this->set( $paid, $columns + [ 'status' => 'completed' ] );
	}

	/**
	 * @param array<string, int|string> $columns To overwrite.
	 */
	private function set( int $id, array $columns ): void {
		self::assertSame( 1, Db::wpdb()->update( Db::wpdb()->prefix . 'multisafepay_payment_links', $columns, [ 'id' => $id ] ) );
	}

	/**
	 * Asks objects that remember nothing of what was before, as those of another request.
	 *
	 * @param array<string, string> $query Filters.
	 *
	 * @return list<array<mixed>>
	 */
	private function listed( array $query ): array {
		$this->login_as( 'sam' );
		$request = new WP_REST_Request( 'GET', self::API . '/links' );
		$request->set_query_params( $query + [ 'per_page' => '100' ] );
		$answer = Services::build( Db::wpdb(), PLUGIN_FILE )->all_links->controller->get_items( $request );
		self::assertInstanceOf( WP_REST_Response::class, $answer );

		return array_values( array_filter( (array) $answer->get_data(), 'is_array' ) );
	}
}
