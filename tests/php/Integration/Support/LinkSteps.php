<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use Closure;
use WC_Order;
use WP_REST_Response;

/**
 * Steps for integration tests that create links and inspect the database and the emulator.
 */
trait LinkSteps {

	/**
	 * Sends a request to create a link. Adds a new idempotency key unless the body has one.
	 *
	 * @param array<string, mixed> $body Fields that differ from the prefilled values.
	 */
	protected function post_link( WC_Order|int $order, array $body = [], ?string $user = 'sam' ): WP_REST_Response {
		$id = is_int( $order ) ? $order : $order->get_id();
		return $this->rest( 'POST', "/orders/$id/links", $body + [ 'idempotency_key' => $this->new_key() ], $user );
	}

	/**
	 * Creates a link, asserts status 201 and returns the link resource.
	 *
	 * @param array<string, mixed> $body Fields that differ from the prefilled values.
	 *
	 * @return array<mixed>
	 */
	protected function create_link( WC_Order $order, array $body = [] ): array {
		$response = $this->post_link( $order, $body );
		$link     = $this->json( $response );
		self::assertSame( 201, $response->get_status(), (string) wp_json_encode( $link ) );
		return $link;
	}

	/**
	 * Creates an order of 80.00 EUR with a link and returns the link ID.
	 */
	protected function create_link_id(): int {
		return Json::number( $this->create_link( $this->orders->create() ), 'id' );
	}

	/**
	 * Returns the body of the last create request.
	 *
	 * @return array<mixed>
	 */
	protected function last_create_request(): array {
		$requests = $this->emulator->requests( 'POST', '/orders' );
		$body     = $requests[ array_key_last( $requests ) ?? -1 ]['body'] ?? null;
		self::assertIsArray( $body );
		return $body;
	}

	protected function new_key(): string {
		return 'test-' . wp_generate_uuid4();
	}

	/**
	 * Asserts a response of status 400 with errors at the given fields.
	 *
	 * @return array<mixed> Messages by field.
	 */
	protected function assert_invalid( WP_REST_Response $response, string ...$fields ): array {
		$body = $this->json( $response );
		self::assertSame( 400, $response->get_status(), (string) wp_json_encode( $body ) );
		self::assertSame( 'rest_invalid_param', $body['code'] );
		$params = Json::object( $body, 'data', 'params' );
		self::assertSame( $fields, array_keys( $params ), (string) wp_json_encode( $params ) );
		self::assertContainsOnlyString( $params );
		self::assertNotContains( '', $params );
		return $params;
	}

	/**
	 * Asserts an error response with a message.
	 *
	 * @return array<mixed> The response body.
	 */
	protected function assert_error( int $status, string $code, WP_REST_Response $response ): array {
		$body = $this->json( $response );
		self::assertSame(
			[ $status, $code ],
			[ $response->get_status(), $body['code'] ?? null ],
			(string) wp_json_encode( $body )
		);
		self::assertSame( $status, Json::number( $body, 'data', 'status' ) );
		self::assertNotSame( '', Json::text( $body, 'message' ) );
		return $body;
	}

	/**
	 * Returns the order's rows of the links table, oldest first.
	 *
	 * @return list<array<string, string|null>>
	 */
	protected function rows( WC_Order|int $order ): array {
		$id = is_int( $order ) ? $order : $order->get_id();
		/** @var list<array<string, string|null>> $rows */
		$rows = Db::wpdb()->get_results(
			'SELECT * FROM ' . Db::wpdb()->prefix . "multisafepay_payment_links WHERE wc_order_id = $id ORDER BY id",
			'ARRAY_A'
		);
		return $rows;
	}

	/**
	 * Returns the order's links as `order_id status reason`, oldest first. The prefix `PL-{order}-` of the ID is
	 * removed.
	 *
	 * @return list<string>
	 */
	protected function link_statuses( WC_Order|int $order ): array {
		$id = is_int( $order ) ? $order : $order->get_id();
		return array_map(
			static fn ( array $row ): string => str_replace( "PL-$id-", '', (string) $row['order_id'] )
				. " {$row['status']} {$row['reason']}",
			$this->rows( $order )
		);
	}

	/**
	 * Returns the events of a link as `source from>to reason`, oldest first.
	 *
	 * @return list<string>
	 */
	protected function history( int $link_id ): array {
		/** @var list<array<string, string|null>> $events */
		$events = Db::wpdb()->get_results(
			'SELECT * FROM '
				. Db::wpdb()->prefix
				. "multisafepay_payment_link_events WHERE link_id = $link_id ORDER BY id",
			'ARRAY_A'
		);
		$lines  = [];
		foreach ( $events as $event ) {
			$lines[] = trim( "{$event['source']} {$event['from_status']}>{$event['to_status']} {$event['reason']}" );
		}
		return $lines;
	}

	/**
	 * Returns the order IDs that can be paid at the provider now.
	 *
	 * @return list<string>
	 */
	protected function payable(): array {
		$open = array_filter(
			$this->emulator->orders(),
			static fn ( array $order ): bool => $order['session'] === 'open'
				&& ! in_array( $order['status'], [ 'completed', 'uncleared', 'cancelled' ], true )
		);
		$ids  = [];
		foreach ( $open as $order ) {
			$ids[] = Json::text( $order, 'order_id' );
		}
		return $ids;
	}

	/**
	 * Stores another key for the default site.
	 */
	protected function store_key( string $key ): void {
		$settings = get_option( 'multisafepay_payment_links_settings' );
		self::assertIsArray( $settings );
		update_option(
			'multisafepay_payment_links_settings',
			array_replace_recursive( $settings, [ 'sites' => [ [ 'api_key' => $key ] ] ] ),
			false
		);
	}

	/**
	 * Runs a closure with an HTTP timeout of one second, so that tests without a response finish quickly.
	 *
	 * @template Result
	 *
	 * @param Closure(): Result $work
	 *
	 * @return Result
	 */
	protected function with_short_timeout( Closure $work ): mixed {
		$shorten = static fn ( array $arguments ): array => [ 'timeout' => 1.0 ] + $arguments;
		add_filter( 'http_request_args', $shorten );
		try {
			return $work();
		} finally {
			remove_filter( 'http_request_args', $shorten );
		}
	}

	/**
	 * Runs the scheduled action that resolves an unconfirmed creation.
	 */
	protected function run_resolution( int $link_id ): void {
		do_action( 'multisafepay_payment_links_resolve_unconfirmed', $link_id );
	}

	protected function is_resolution_scheduled( int $link_id ): bool {
		return false !== as_next_scheduled_action(
			'multisafepay_payment_links_resolve_unconfirmed',
			[ $link_id ],
			'multisafepay-payment-links'
		);
	}
}
