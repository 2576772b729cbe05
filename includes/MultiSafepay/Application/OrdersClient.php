<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\CreateOrderRequest;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Credentials;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\MultiSafepay\Http\Endpoint;
use MultiSafepay\PaymentLinks\MultiSafepay\Http\Transport;

/**
 * `POST`, `GET` and `PATCH /orders`.
 */
final class OrdersClient {

	private const MAX_URL_LENGTH = 500;
	private const HTTP_GONE      = 410;

	public function __construct(
		private readonly Transport $transport,
		private readonly Endpoint $endpoint,
		private readonly OrderParser $parser,
	) {}

	/**
	 * Creates an order and returns its payment URL.
	 *
	 * @param float $timeout Seconds.
	 * @throws ProviderRefused Nothing was created.
	 * @throws ProviderUnavailable The order may have been created.
	 */
	public function create( Credentials $credentials, CreateOrderRequest $request, float $timeout ): string {
		$data = $this->transport->send( 'POST', '/orders', $credentials, $request->body, $timeout );
		$url  = $data['payment_url'] ?? null;
		// Treat a mismatched order ID or a missing payment URL as no response.
		if (
			! OrderParser::matches( $data['order_id'] ?? null, $request->order_id )
			|| ! is_string( $url )
			|| ! $this->is_payment_url( $url )
		) {
			throw new ProviderUnavailable( true, 'the response to a create request does not match the request' );
		}

		return $url;
	}

	/**
	 * Returns null if MultiSafepay has no such order. The response can be the same for a link that has not been opened
	 * yet.
	 *
	 * @param float $timeout Seconds.
	 * @throws ProviderRefused
	 * @throws ProviderUnavailable
	 */
	public function find( Credentials $credentials, OrderId $order_id, float $timeout ): ?ProviderOrder {
		try {
			$data = $this->transport->send( 'GET', $this->path( $order_id ), $credentials, null, $timeout );
		} catch ( ProviderRefused $refusal ) {
			if ( $this->is_unknown_order( $refusal ) ) {
				return null;
			}
			throw $refusal;
		}

		return $this->parser->parse( $data, $order_id );
	}

	/**
	 * Cancels an order, so that it can no longer be paid and no reminder is sent. Returns false if MultiSafepay has no
	 * such open order.
	 *
	 * @param float $timeout Seconds.
	 * @throws ProviderRefused
	 * @throws ProviderUnavailable
	 */
	public function cancel( Credentials $credentials, OrderId $order_id, float $timeout ): bool {
		$body = [
			'status'        => 'cancelled',
			// Without this, MultiSafepay would continue to send reminders.
			'exclude_order' => true,
		];
		try {
			$this->transport->send( 'PATCH', $this->path( $order_id ), $credentials, $body, $timeout );
		} catch ( ProviderRefused $refusal ) {
			if ( $this->is_unknown_order( $refusal ) ) {
				return false;
			}
			throw $refusal;
		}

		return true;
	}

	/**
	 * Whether a refusal means "no such order, or not cancellable". Error 1000 alone is MultiSafepay's general error.
	 */
	private function is_unknown_order( ProviderRefused $refusal ): bool {
		return ProviderRefused::INVALID_ORDER_ID === $refusal->error_code
			|| ( ProviderRefused::NOT_FOUND === $refusal->error_code && self::HTTP_GONE === $refusal->http_status );
	}

	private function path( OrderId $order_id ): string {
		return '/orders/' . rawurlencode( $order_id->value );
	}

	private function is_payment_url( string $url ): bool {
		$scheme = $this->endpoint->allows_plain_http() ? '#\Ahttps?://#' : '#\Ahttps://#';

		return strlen( $url ) <= self::MAX_URL_LENGTH
			&& false !== filter_var( $url, FILTER_VALIDATE_URL )
			&& 1 === preg_match( $scheme, $url );
	}
}
