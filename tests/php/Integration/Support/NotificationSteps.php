<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use CurlHandle;
use stdClass;
use WC_Order;
use WP_REST_Request;
use WP_REST_Response;

/**
 * Steps for integration tests of notifications. Requires LinkSteps.
 */
trait NotificationSteps {

	/**
	 * Data of the response to GET /orders/{id} that replaces the emulator's response; null for the emulator's own.
	 *
	 * @var array<string, mixed>|null
	 */
	private ?array $provider_order = null;

	private bool $has_provider_filter = false;

	/**
	 * Sends a signed notification to the route inside this process.
	 *
	 * @param array<string, mixed>|string $body    Fields of the JSON body, or the raw body.
	 * @param array<string, mixed>        $options auth, key, time, site, transactionid, method, type or query.
	 */
	protected function notify( string $order_id, array|string $body = [], array $options = [] ): WP_REST_Response {
		$raw     = is_string( $body ) ? $body : $this->notification_body( $order_id, $body );
		$site    = $options['site'] ?? 'main';
		$request = new WP_REST_Request(
			is_string( $options['method'] ?? null ) ? $options['method'] : 'POST',
			self::API . '/notifications/' . ( is_string( $site ) ? $site : '' )
		);
		$query   = is_array( $options['query'] ?? null ) ? $options['query'] : [];
		$request->set_query_params(
			[ 'transactionid' => $options['transactionid'] ?? $order_id, 'timestamp' => (string) time() ] + $query
		);
		$request->set_header(
			'Content-Type',
			is_string( $options['type'] ?? null ) ? $options['type'] : 'application/json'
		);
		$auth = array_key_exists( 'auth', $options )
			? $options['auth']
			: $this->auth(
				$raw,
				is_string( $options['key'] ?? null ) ? $options['key'] : null,
				is_int( $options['time'] ?? null ) ? $options['time'] : null
			);
		if ( is_string( $auth ) ) {
			$request->set_header( 'Auth', $auth );
		}
		$request->set_body( $raw );
		wp_set_current_user( 0 );
		return rest_do_request( $request );
	}

	/**
	 * Returns a notification request over HTTP that is not yet sent.
	 *
	 * @param array<string, mixed> $body Further fields besides the order ID.
	 */
	protected function notification( string $order_id, array $body = [] ): CurlHandle {
		$raw    = $this->notification_body( $order_id, $body );
		$handle = Http::request(
			'POST',
			Env::get( 'SHOP_URL' )
				. '/wp-json'
				. self::API
				. '/notifications/main?'
				. http_build_query( [ 'transactionid' => $order_id, 'timestamp' => time() ] )
		);
		curl_setopt( $handle, CURLOPT_POSTFIELDS, $raw );
		curl_setopt(
			$handle,
			CURLOPT_HTTPHEADER,
			[ 'Content-Type: application/json', 'Auth: ' . $this->auth( $raw ) ]
		);
		return $handle;
	}

	/**
	 * Returns the Auth header: base64 of `time:hash`.
	 */
	protected function auth( string $body, ?string $key = null, ?int $time = null ): string {
		$time = (string) ( $time ?? time() );
		return base64_encode( $time . ':' . hash_hmac( 'sha512', "$time:$body", $key ?? Env::get( 'EMULATOR_KEY' ) ) );
	}

	/**
	 * @param array<string, mixed> $body Further fields besides the order ID.
	 */
	protected function notification_body( string $order_id, array $body ): string {
		return (string) wp_json_encode( $body + [ 'order_id' => $order_id, 'status' => 'completed' ] );
	}

	/**
	 * Replaces the response to GET /orders/{id} from now on.
	 *
	 * @param array<string, mixed>|null $data Fields that are added to order_id, amount, currency and transaction_id;
	 * null for the emulator's own response.
	 */
	protected function set_provider_order( ?array $data ): void {
		$this->provider_order = $data;
		if ( $this->has_provider_filter ) {
			return;
		}
		$this->has_provider_filter = true;
		add_filter(
			'pre_http_request',
			function ( mixed $response, array $arguments, string $url ): mixed {
				if (
					$this->provider_order === null
					|| $arguments['method'] !== 'GET'
					|| preg_match( '#/orders/([^/?]+)$#', $url, $match ) !== 1
				) {
					return $response;
				}
				$data = $this->provider_order + [
					'order_id' => rawurldecode( $match[1] ),
					'amount' => 8000,
					'currency' => 'EUR',
					'transaction_id' => 1750000000000042,
					'payment_details' => [ 'type' => 'IDEAL' ],
				];
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
	 * Asserts status and text of the response to a notification.
	 */
	protected function assert_response( int $status, string $text, WP_REST_Response $response ): void {
		self::assertSame( [ $status, $text ], [ $response->get_status(), $response->get_data() ] );
	}

	/**
	 * Sends a notification and asserts that it was handled.
	 *
	 * @param array<string, mixed> $body Further fields besides the order ID.
	 */
	protected function send_notification( string $order_id, array $body = [] ): void {
		$this->assert_response( 200, 'OK', $this->notify( $order_id, $body ) );
	}

	/**
	 * Returns the notes of an order, oldest first.
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
	 * Returns the number of notes that contain a text.
	 */
	protected function count_notes( WC_Order $order, string $text ): int {
		return count( array_filter(
			$this->notes( $order ),
			static fn ( string $note ): bool => str_contains( $note, $text )
		) );
	}

	/**
	 * Returns the status of the order and the status and alert of its only link.
	 *
	 * @return list<string|null>
	 */
	protected function outcome( WC_Order $order ): array {
		$row = $this->rows( $order )[0];
		return [ $this->reload_order( $order->get_id() )->get_status(), $row['status'], $row['alert'] ];
	}
}
