<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Http;

use MultiSafepay\PaymentLinks\MultiSafepay\Application\RetryAfter;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Credentials;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Shared\WordPress\Log;
use WP_Error;

/**
 * Sends requests to MultiSafepay over the WordPress HTTP API, alone or together with those of other tasks. Requests are
 * never retried.
 */
final class Transport {

	/**
	 * cURL errors that mean that the request was not sent: proxy or host not resolved, no connection, TLS failed.
	 */
	private const NEVER_SENT = [ 5, 6, 7, 35, 60 ];

	private const TOO_MANY_REQUESTS  = 429;
	private const REQUEST_TIMEOUT    = 408;
	private const MAX_RESPONSE_BYTES = 1_048_576;

	public function __construct(
		private readonly Endpoint $endpoint,
		private readonly Log $log,
		private readonly HttpPool $http,
	) {}

	/**
	 * The API key is sent in a header, because URLs are written to logs.
	 *
	 * @param array<string, mixed>|null $body
	 * @param float $timeout Seconds.
	 * @return array<mixed> The `data` of the response.
	 * @throws ProviderRefused
	 * @throws ProviderUnavailable
	 */
	public function send(
		string $method,
		string $path,
		Credentials $credentials,
		?array $body,
		float $timeout,
	): array {
		$arguments = [
			'method'      => $method,
			'timeout'     => $timeout,
			'redirection' => 0,
			// A truncated response is not valid JSON and therefore no response.
			'limit_response_size' => self::MAX_RESPONSE_BYTES,
			'headers'     => [
				'Accept'  => 'application/json',
				'api_key' => $credentials->api_key->reveal(),
			],
			// WordPress's default contains the URL of the shop.
			'user-agent'  => 'multisafepay-payment-links/' . \MultiSafepay\PaymentLinks\VERSION,
		];
		if ( null !== $body ) {
			$arguments['headers']['Content-Type'] = 'application/json';
			$arguments['body']                    = (string) wp_json_encode(
				$body,
				JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION
			);
		}

		$response = $this->http->request( $this->endpoint->base_url( $credentials->environment ) . $path, $arguments );
		if ( $response instanceof WP_Error ) {
			throw $this->unavailable(
				$method,
				$path,
				$this->may_have_arrived( $response ),
				$response->get_error_code() . ' ' . $this->curl_error( $response )
			);
		}

		return $this->data( $method, $path, $response );
	}

	/**
	 * Reads the envelope `{success, data, error_code, error_info}`. The HTTP status alone is not sufficient.
	 *
	 * @param array<mixed> $response
	 * @return array<mixed>
	 * @throws ProviderRefused
	 * @throws ProviderUnavailable
	 */
	private function data( string $method, string $path, array $response ): array {
		$status      = (int) wp_remote_retrieve_response_code( $response );
		$envelope    = json_decode( wp_remote_retrieve_body( $response ), true, 512, JSON_BIGINT_AS_STRING );
		$retry_after = wp_remote_retrieve_header( $response, 'retry-after' );
		$retry_after = RetryAfter::seconds( is_string( $retry_after ) ? $retry_after : '', time() );
		if ( self::TOO_MANY_REQUESTS === $status ) {
			// A 429 may come from a proxy and contain HTML. The API did not process the request.
			$this->log->warning( sprintf( '%s %s: too many requests.', $method, $this->without_query( $path ) ) );

			throw new ProviderRefused( 0, '', $status, $retry_after );
		}
		if ( ! is_array( $envelope ) || $status >= 500 || self::REQUEST_TIMEOUT === $status ) {
			throw $this->unavailable(
				$method,
				$path,
				true,
				'HTTP ' . $status . ( is_array( $envelope ) ? '' : ' without JSON' ),
				$retry_after
			);
		}

		$data = $envelope['data'] ?? null;
		if ( true === ( $envelope['success'] ?? null ) && $status < 300 ) {
			return is_array( $data ) ? $data : [];
		}

		$code = $envelope['error_code'] ?? null;
		$code = is_int( $code ) || ( is_string( $code ) && ctype_digit( $code ) ) ? (int) $code : 0;
		if ( 0 === $code && $status < 400 ) {
			throw $this->unavailable( $method, $path, true, 'HTTP ' . $status . ' with an unknown body' );
		}

		$info = $envelope['error_info'] ?? $envelope['message'] ?? '';
		$this->log->warning( sprintf(
			'%s %s was refused: HTTP %d, error %d.',
			$method,
			$this->without_query( $path ),
			$status,
			$code
		) );

		throw new ProviderRefused( $code, is_string( $info ) ? $info : '', $status );
	}

	private function unavailable(
		string $method,
		string $path,
		bool $may_have_arrived,
		string $detail,
		int $retry_after = 0,
	): ProviderUnavailable {
		$this->log->error( sprintf(
			'%s %s had no usable response: %s.',
			$method,
			$this->without_query( $path ),
			trim( $detail )
		) );

		return new ProviderUnavailable( $may_have_arrived, trim( $detail ), $retry_after );
	}

	private function may_have_arrived( WP_Error $error ): bool {
		if (
			'http_request_not_executed' === $error->get_error_code()
			|| 'http_request_block' === $error->get_error_code()
		) {
			return false;
		}

		return ! in_array(
			(int) preg_replace( '/\A.*?cURL error (\d+).*\z/s', '$1', $error->get_error_message() ),
			self::NEVER_SENT,
			true
		);
	}

	/**
	 * Returns `cURL error N` without the message, which may contain URLs.
	 */
	private function curl_error( WP_Error $error ): string {
		return 1 === preg_match( '/cURL error \d+/', $error->get_error_message(), $match ) ? $match[0] : '';
	}

	private function without_query( string $path ): string {
		return (string) strtok( $path, '?' );
	}
}
