<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Rest;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\Payments\Application\HandleNotification;
use MultiSafepay\PaymentLinks\Payments\Application\Notification;
use MultiSafepay\PaymentLinks\Payments\Application\NotificationResult;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\WordPress\Log;
use Throwable;
use WP_REST_Request;
use WP_REST_Response;

/**
 * `POST /notifications/{site}`. MultiSafepay expects a plain-text response. GET notifications are not supported: they
 * have no signature.
 */
final class NotificationsController {

	/**
	 * A notification has a few kilobytes; with a large shopping cart, some tens of kilobytes.
	 */
	private const MAX_BYTES = 524_288;

	public function __construct(
		private readonly HandleNotification $handle,
		private readonly Log $log,
	) {}

	/**
	 * Prevents WordPress from decoding the body, because the signature covers the raw bytes. Rejects large bodies.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function keep_raw( mixed $result, WP_REST_Request $request ): mixed {
		if ( null !== $result || 'POST' !== $request->get_method() ) {
			return $result;
		}
		if ( strlen( $request->get_body() ) > self::MAX_BYTES ) {
			return new WP_REST_Response( 'Too large', 413 );
		}

		$request->set_header( 'Content-Type', 'application/octet-stream' );

		return $result;
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function receive( WP_REST_Request $request ): WP_REST_Response {
		try {
			$result = $this->handle->handle( $this->notification( $request ) );
		} catch ( Throwable $failure ) {
			// Most likely thrown by another plugin's hook. Its message may contain personal data, so it is not logged.
			$this->log->error( sprintf(
				'A notification could not be handled: %s in %s, line %d.',
				get_class( $failure ),
				basename( $failure->getFile() ),
				$failure->getLine()
			) );
			$result = NotificationResult::NotNow;
		}

		if ( NotificationResult::Unknown === $result ) {
			$this->log->warning(
				'MultiSafepay reports a state that this version of the plugin does not know. The link stays as it is.'
			);
		}

		return match ( $result ) {
			NotificationResult::Handled,
			NotificationResult::Ignored,
			NotificationResult::Unknown   => new WP_REST_Response( 'OK', 200 ),
			NotificationResult::Refused   => new WP_REST_Response( 'Refused', 403 ),
			NotificationResult::Malformed => new WP_REST_Response( 'Malformed', 400 ),
			NotificationResult::NotNow    => new WP_REST_Response( 'Not now', 503 ),
		};
	}

	/**
	 * Sends the response as plain text: WordPress would send a JSON string, in quotes.
	 *
	 * @param mixed $served Whether the response has been sent already.
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function serve( mixed $served, mixed $response, WP_REST_Request $request ): mixed {
		$text = $response instanceof WP_REST_Response ? $response->get_data() : null;
		if ( true === $served || ! is_string( $text ) ) {
			return $served;
		}

		header( 'Content-Type: text/plain; charset=utf-8' );
		echo esc_html( $text );

		return true;
	}

	/**
	 * Checks types, because the route declares no arguments.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
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

	private function order_id( mixed $value ): ?OrderId {
		try {
			return is_string( $value ) ? new OrderId( $value ) : null;
		} catch ( InvalidValue ) {
			return null;
		}
	}
}
