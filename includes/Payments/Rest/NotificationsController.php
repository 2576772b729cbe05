<?php
/**
 * The route that MultiSafepay calls.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Application\HandleNotification;
use MultiSafepay\PaymentLinks\Application\Notification;
use MultiSafepay\PaymentLinks\Application\NotificationResult;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\WooCommerce\Log;
use Throwable;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/**
 * `POST /notifications/{site}`: answers in plain text, as MultiSafepay wants it. There is no GET: that kind of
 * notification carries no signature.
 */
final class NotificationsController {

	private const ROUTE = '/notifications/';

	/**
	 * MultiSafepay sends a few kilobytes, with a large shopping cart some tens.
	 */
	private const MAX_BYTES = 524_288;

	/**
	 * Takes the use case and the log.
	 */
	public function __construct(
		private readonly HandleNotification $handle,
		private readonly Log $log,
	) {}

	/**
	 * Registers the route.
	 */
	public function register_routes(): void {
		register_rest_route(
			RestNamespace::V1,
			self::ROUTE . '(?P<site>[a-z0-9-]{1,32})',
			[
				[
					'methods'             => WP_REST_Server::CREATABLE,
					'callback'            => [ $this, 'receive' ],
					// MultiSafepay has no account here: every request is let in, and proves itself by its signature.
					'permission_callback' => '__return_true',
				],
			]
		);
		add_filter( 'rest_pre_dispatch', [ $this, 'keep_raw' ], 10, 3 );
		add_filter( 'rest_pre_serve_request', [ $this, 'serve' ], 10, 3 );
	}

	/**
	 * Keeps WordPress from decoding the body: it is checked byte by byte first, and a large one is never read at all.
	 *
	 * @param mixed                                 $result  Handed through.
	 * @param mixed                                 $server  The REST server.
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	public function keep_raw( mixed $result, mixed $server, WP_REST_Request $request ): mixed {
		if ( null !== $result || ! self::is_ours( $request ) || 'POST' !== $request->get_method() ) {
			return $result;
		}
		if ( strlen( $request->get_body() ) > self::MAX_BYTES ) {
			return new WP_REST_Response( 'Too large', 413 );
		}

		$request->set_header( 'Content-Type', 'application/octet-stream' );

		return $result;
	}

	/**
	 * Handles a notification.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	public function receive( WP_REST_Request $request ): WP_REST_Response {
		try {
			$result = $this->handle->handle( $this->notification( $request ) );
		} catch ( Throwable $failure ) {
			// A hook of another plugin, most likely: the message may hold anything, its kind and place do not.
			$this->log->error( sprintf( 'A notification could not be handled: %s in %s, line %d.', get_class( $failure ), basename( $failure->getFile() ), $failure->getLine() ) );
			$result = NotificationResult::NotNow;
		}

		if ( NotificationResult::Unknown === $result ) {
			$this->log->warning( 'MultiSafepay reports a state that this version of the plugin does not know. The link stays as it is.' );
		}

		return match ( $result ) {
			NotificationResult::Handled, NotificationResult::Ignored, NotificationResult::Unknown => new WP_REST_Response( 'OK', 200 ),
			NotificationResult::Refused   => new WP_REST_Response( 'Refused', 403 ),
			NotificationResult::Malformed => new WP_REST_Response( 'Malformed', 400 ),
			NotificationResult::NotNow    => new WP_REST_Response( 'Not now', 503 ),
		};
	}

	/**
	 * Sends the answer as plain text: in JSON it would stand in quotes.
	 *
	 * @param mixed                                 $served   Whether it has been sent already.
	 * @param mixed                                 $response The answer.
	 * @param WP_REST_Request<array<string, mixed>> $request  The request.
	 */
	public function serve( mixed $served, mixed $response, WP_REST_Request $request ): mixed {
		$text = $response instanceof WP_REST_Response ? $response->get_data() : null;
		if ( true === $served || ! is_string( $text ) || ! self::is_ours( $request ) ) {
			return $served;
		}

		header( 'Content-Type: text/plain; charset=utf-8' );
		echo esc_html( $text );

		return true;
	}

	/**
	 * Reads the request; WordPress hands anything through.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	private function notification( WP_REST_Request $request ): Notification {
		$site  = $request->get_url_params()['site'] ?? '';
		$query = $request->get_query_params();

		return new Notification(
			is_string( $site ) ? $site : '',
			$this->order_id( $query['transactionid'] ?? null ),
			(string) $request->get_header( 'auth' ),
			$request->get_body(),
			'pretransaction' === ( $query['payload_type'] ?? null )
		);
	}

	/**
	 * Returns the order ID of the address, or null.
	 */
	private function order_id( mixed $text ): ?OrderId {
		try {
			return is_string( $text ) ? new OrderId( $text ) : null;
		} catch ( InvalidValue ) {
			return null;
		}
	}

	/**
	 * Tells whether a request is for this route.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	private static function is_ours( WP_REST_Request $request ): bool {
		return str_starts_with( $request->get_route(), '/' . RestNamespace::V1 . self::ROUTE );
	}
}
