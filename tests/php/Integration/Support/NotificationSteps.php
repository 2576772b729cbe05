<?php
/**
 * What tests do as the provider that calls.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use CurlHandle;
use stdClass;
use WC_Order;
use WP_REST_Request;
use WP_REST_Response;

/**
 * For integration test cases that use LinkSteps as well.
 */
trait NotificationSteps {

	/**
	 * What GET /orders/{id} answers instead of the emulator; null lets the emulator answer.
	 *
	 * @var array<string, mixed>|null
	 */
	private ?array $provider_says = null;

	private bool $is_provider_replaced = false;

	/**
	 * A signed notification to the route in this process.
	 *
	 * @param array<string, mixed>|string $body  Sent as JSON, or as it is.
	 * @param array<string, mixed>        $other auth, key, time, site, transactionid, method, type or query.
	 */
	protected function notify( string $order_id, array|string $body = [], array $other = [] ): WP_REST_Response {
		$raw     = is_string( $body ) ? $body : $this->body_of( $order_id, $body );
		$site    = $other['site'] ?? 'main';
		$request = new WP_REST_Request( is_string( $other['method'] ?? null ) ? $other['method'] : 'POST', self::API . '/notifications/' . ( is_string( $site ) ? $site : '' ) );
		$query   = is_array( $other['query'] ?? null ) ? $other['query'] : [];
		$request->set_query_params( [ 'transactionid' => $other['transactionid'] ?? $order_id, 'timestamp' => (string) time() ] + $query );
		$request->set_header( 'Content-Type', is_string( $other['type'] ?? null ) ? $other['type'] : 'application/json' );
		$auth = array_key_exists( 'auth', $other ) ? $other['auth'] : $this->auth( $raw, is_string( $other['key'] ?? null ) ? $other['key'] : null, is_int( $other['time'] ?? null ) ? $other['time'] : null );
		if ( is_string( $auth ) ) {
			$request->set_header( 'Auth', $auth );
		}
		$request->set_body( $raw );
		wp_set_current_user( 0 );
		return rest_do_request( $request );
	}

	/**
	 * The same over HTTP, not sent yet.
	 *
	 * @param array<string, mixed> $body Besides the order ID.
	 */
	protected function notification( string $order_id, array $body = [] ): CurlHandle {
		$raw    = $this->body_of( $order_id, $body );
		$handle = Http::request( 'POST', Env::get( 'SHOP_URL' ) . '/wp-json' . self::API . '/notifications/main?' . http_build_query( [ 'transactionid' => $order_id, 'timestamp' => time() ] ) );
		curl_setopt( $handle, CURLOPT_POSTFIELDS, $raw );
		curl_setopt( $handle, CURLOPT_HTTPHEADER, [ 'Content-Type: application/json', 'Auth: ' . $this->auth( $raw ) ] );
		return $handle;
	}

	/**
	 * The header: base64 of `time:hash`.
	 */
	protected function auth( string $body, ?string $key = null, ?int $time = null ): string {
		$time = (string) ( $time ?? time() );
		return base64_encode( $time . ':' . hash_hmac( 'sha512', "$time:$body", $key ?? Env::get( 'EMULATOR_KEY' ) ) );
	}

	/**
	 * @param array<string, mixed> $body Besides the order ID.
	 */
	protected function body_of( string $order_id, array $body ): string {
		return (string) wp_json_encode( $body + [ 'order_id' => $order_id, 'status' => 'completed' ] );
	}

	/**
	 * Answers GET /orders/{id} in the provider's place from now on.
	 *
	 * @param array<string, mixed>|null $data Besides order_id, amount, currency and transaction_id; null for the emulator itself.
	 */
	protected function provider_says( ?array $data ): void {
		$this->provider_says = $data;
		if ( $this->is_provider_replaced ) {
			return;
		}
		$this->is_provider_replaced = true;
		add_filter(
			'pre_http_request',
			function ( mixed $answer, array $arguments, string $url ): mixed {
				if ( $this->provider_says === null || $arguments['method'] !== 'GET' || preg_match( '#/orders/([^/?]+)$#', $url, $match ) !== 1 ) {
					return $answer;
				}
				$data = $this->provider_says + [ 'order_id' => rawurldecode( $match[1] ), 'amount' => 8000, 'currency' => 'EUR', 'transaction_id' => 1750000000000042, 'payment_details' => [ 'type' => 'IDEAL' ] ];
				return [
					'headers'  => [],
					'body'     => wp_json_encode( [ 'success' => true, 'data' => $data ] ),
					'response' => [ 'code' => 200, 'message' => 'OK' ],
					'cookies'  => [],
				];
			},
			10,
			3
		);
	}

	/**
	 * The answer as MultiSafepay reads it.
	 */
	protected function assert_answer( int $status, string $text, WP_REST_Response $response ): void {
		self::assertSame( [ $status, $text ], [ $response->get_status(), $response->get_data() ] );
	}

	/**
	 * The provider calls, and the shop takes it.
	 *
	 * @param array<string, mixed> $body Besides the order ID.
	 */
	protected function told( string $order_id, array $body = [] ): void {
		$this->assert_answer( 200, 'OK', $this->notify( $order_id, $body ) );
	}

	/**
	 * Notes of an order, oldest first.
	 *
	 * @return list<string>
	 */
	protected function notes( WC_Order $order ): array {
		wp_cache_flush();
		$notes = [];
		/** @var stdClass $note */
		foreach ( wc_get_order_notes( [ 'order_id' => $order->get_id(), 'order' => 'ASC' ] ) as $note ) {
			$notes[] = is_string( $note->content ) ? $note->content : '';
		}
		return $notes;
	}

	/**
	 * How many notes hold a text.
	 */
	protected function count_notes( WC_Order $order, string $text ): int {
		return count( array_filter( $this->notes( $order ), static fn ( string $note ): bool => str_contains( $note, $text ) ) );
	}

	/**
	 * Status of the order, and state and alarm of its only link.
	 *
	 * @return list<string|null>
	 */
	protected function outcome( WC_Order $order ): array {
		$row = $this->rows( $order )[0];
		return [ $this->fresh_order( $order->get_id() )->get_status(), $row['status'], $row['alarm'] ];
	}
}
