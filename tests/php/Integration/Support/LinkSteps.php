<?php
/**
 * What tests do with links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use Closure;
use WC_Order;
use WP_REST_Response;

/**
 * For integration test cases: creating links, and what the database and the emulator then hold.
 */
trait LinkSteps {

	/**
	 * POSTs a create body; the idempotency key is a fresh one unless it is in there.
	 *
	 * @param array<string, mixed> $body Everything else is prefilled.
	 */
	protected function post_link( WC_Order|int $order, array $body = [], ?string $user = 'sam' ): WP_REST_Response {
		$id = is_int( $order ) ? $order : $order->get_id();
		return $this->rest( 'POST', "/orders/$id/links", $body + [ 'idempotency_key' => $this->fresh_key() ], $user );
	}

	/**
	 * Makes a link that must succeed; answers the resource.
	 *
	 * @param array<string, mixed> $body Everything else is prefilled.
	 *
	 * @return array<mixed>
	 */
	protected function made_link( WC_Order $order, array $body = [] ): array {
		$response = $this->post_link( $order, $body );
		$link     = $this->json( $response );
		self::assertSame( 201, $response->get_status(), (string) wp_json_encode( $link ) );
		return $link;
	}

	/**
	 * Makes an order of 80.00 EUR with a link; answers the link's id.
	 */
	protected function link_id(): int {
		return Json::number( $this->made_link( $this->orders->make() ), 'id' );
	}

	protected function fresh_key(): string {
		return 'test-' . wp_generate_uuid4();
	}

	/**
	 * The words by field of a 400.
	 *
	 * @return array<mixed>
	 */
	protected function assert_invalid( WP_REST_Response $response, string ...$fields ): array {
		$answer = $this->json( $response );
		self::assertSame( 400, $response->get_status(), (string) wp_json_encode( $answer ) );
		self::assertSame( 'rest_invalid_param', $answer['code'] );
		$params = Json::object( $answer, 'data', 'params' );
		self::assertSame( $fields, array_keys( $params ), (string) wp_json_encode( $params ) );
		self::assertContainsOnlyString( $params );
		self::assertNotContains( '', $params );
		return $params;
	}

	/**
	 * An error, with words.
	 *
	 * @return array<mixed> The answer.
	 */
	protected function assert_error( int $status, string $code, WP_REST_Response $response ): array {
		$answer = $this->json( $response );
		self::assertSame( [ $status, $code ], [ $response->get_status(), $answer['code'] ?? null ], (string) wp_json_encode( $answer ) );
		self::assertSame( $status, Json::number( $answer, 'data', 'status' ) );
		self::assertNotSame( '', Json::text( $answer, 'message' ) );
		return $answer;
	}

	/**
	 * The order's rows as the database has them, oldest first.
	 *
	 * @return list<array<string, string|null>>
	 */
	protected function rows( WC_Order|int $order ): array {
		$id = is_int( $order ) ? $order : $order->get_id();
		/** @var list<array<string, string|null>> $rows */
		$rows = Db::wpdb()->get_results( 'SELECT * FROM ' . Db::wpdb()->prefix . "multisafepay_payment_links WHERE wc_order_id = $id ORDER BY id", 'ARRAY_A' );
		return $rows;
	}

	/**
	 * Rows as `order_id status reason`, oldest first.
	 *
	 * @return list<string>
	 */
	protected function states( WC_Order|int $order ): array {
		$id = is_int( $order ) ? $order : $order->get_id();
		return array_map(
			static fn ( array $row ): string => str_replace( "PL-$id-", '', (string) $row['order_id'] ) . " {$row['status']} {$row['reason']}",
			$this->rows( $order )
		);
	}

	/**
	 * Events of a link as `source from>to reason`, oldest first.
	 *
	 * @return list<string>
	 */
	protected function history( int $link_id ): array {
		/** @var list<array<string, string|null>> $events */
		$events = Db::wpdb()->get_results( 'SELECT * FROM ' . Db::wpdb()->prefix . "multisafepay_payment_link_events WHERE link_id = $link_id ORDER BY id", 'ARRAY_A' );
		$lines  = [];
		foreach ( $events as $event ) {
			$lines[] = trim( "{$event['source']} {$event['from_status']}>{$event['to_status']} {$event['reason']}" );
		}
		return $lines;
	}

	/**
	 * Order IDs that a customer could pay at the provider now.
	 *
	 * @return list<string>
	 */
	protected function payable(): array {
		$open = array_filter(
			$this->emulator->orders(),
			static fn ( array $order ): bool => $order['session'] === 'open' && ! in_array( $order['status'], [ 'completed', 'uncleared', 'cancelled' ], true )
		);
		$ids  = [];
		foreach ( $open as $order ) {
			$ids[] = Json::text( $order, 'order_id' );
		}
		return $ids;
	}

	/**
	 * Puts another key into the default site.
	 */
	protected function store_key( string $key ): void {
		$settings = get_option( 'multisafepay_payment_links_settings' );
		self::assertIsArray( $settings );
		update_option( 'multisafepay_payment_links_settings', array_replace_recursive( $settings, [ 'sites' => [ [ 'api_key' => $key ] ] ] ), false );
	}

	/**
	 * Does something with a client that gives up after a second, so that a test of silence need not wait for long.
	 *
	 * @template Result
	 *
	 * @param Closure(): Result $work What to do.
	 *
	 * @return Result
	 */
	protected function impatiently( Closure $work ): mixed {
		$shorten = static fn ( array $arguments ): array => [ 'timeout' => 1.0 ] + $arguments;
		add_filter( 'http_request_args', $shorten );
		try {
			return $work();
		} finally {
			remove_filter( 'http_request_args', $shorten );
		}
	}

	/**
	 * Runs what the scheduler would run later for a link.
	 */
	protected function run_settle( int $link_id ): void {
		do_action( 'multisafepay_payment_links_settle', $link_id );
	}

	protected function is_settle_scheduled( int $link_id ): bool {
		return false !== as_next_scheduled_action( 'multisafepay_payment_links_settle', [ $link_id ], 'multisafepay-payment-links' );
	}
}
