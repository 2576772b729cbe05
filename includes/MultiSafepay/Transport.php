<?php
/**
 * HTTP to MultiSafepay.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay;

use MultiSafepay\PaymentLinks\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\WooCommerce\Log;
use WP_Error;

/**
 * Sends one request over the WordPress HTTP API, alone or beside others, and returns the `data` of the answer. Nothing
 * is ever sent twice.
 */
final class Transport {

	/**
	 * Errors of cURL after which the request has certainly not left: proxy or host not resolved, no connection, no TLS.
	 */
	private const NEVER_SENT = [ 5, 6, 7, 35, 60 ];

	private const TOO_MANY_REQUESTS = 429;

	/**
	 * Takes the base URL, the log and the way out.
	 */
	public function __construct(
		private readonly Endpoint $endpoint,
		private readonly Log $log,
		private readonly HttpPool $http = new HttpPool(),
	) {}

	/**
	 * Sends a request.
	 *
	 * @param string                    $method      HTTP method.
	 * @param string                    $path        Below the base URL, beginning with a slash, encoded.
	 * @param ApiKey                    $key         Goes into a header: a key in the address would end up in logs.
	 * @param Environment               $environment Test or live.
	 * @param array<string, mixed>|null $body        Sent as JSON.
	 * @param float                     $timeout     Seconds.
	 * @return array<mixed> The answer's `data`.
	 * @throws ProviderRefused     When the answer says no.
	 * @throws ProviderUnavailable When there is no usable answer.
	 */
	public function send( string $method, string $path, ApiKey $key, Environment $environment, ?array $body, float $timeout ): array {
		$arguments = [
			'method'      => $method,
			'timeout'     => $timeout,
			'redirection' => 0,
			// A captive portal may answer with anything; what is cut off is no JSON and so no answer.
			'limit_response_size' => 1_048_576,
			'headers'     => [
				'Accept'  => 'application/json',
				'api_key' => $key->reveal(),
			],
			// The address of the shop is the provider's business only where the shop says so in the body.
			'user-agent'  => 'multisafepay-payment-links/' . \MultiSafepay\PaymentLinks\VERSION,
		];
		if ( null !== $body ) {
			$arguments['headers']['Content-Type'] = 'application/json';
			$arguments['body']                    = (string) wp_json_encode( $body, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION );
		}

		$response = $this->http->request( $this->endpoint->base_url( $environment ) . $path, $arguments );
		if ( $response instanceof WP_Error ) {
			throw $this->unavailable( $method, $path, $this->has_left( $response ), $response->get_error_code() . ' ' . $this->curl_error( $response ) );
		}

		return $this->data( $method, $path, $response );
	}

	/**
	 * Reads the envelope `{success, data, error_code, error_info}`. The HTTP status alone proves nothing.
	 *
	 * @param string       $method   HTTP method.
	 * @param string       $path     Below the base URL.
	 * @param array<mixed> $response As the HTTP API returned it.
	 * @return array<mixed>
	 * @throws ProviderRefused     When it says no.
	 * @throws ProviderUnavailable When it is no answer of MultiSafepay.
	 */
	private function data( string $method, string $path, array $response ): array {
		$status = (int) wp_remote_retrieve_response_code( $response );
		$answer = json_decode( wp_remote_retrieve_body( $response ), true, 512, JSON_BIGINT_AS_STRING );
		$after  = wp_remote_retrieve_header( $response, 'retry-after' );
		$after  = RetryAfter::seconds( is_string( $after ) ? $after : '', time() );
		if ( self::TOO_MANY_REQUESTS === $status ) {
			// Whoever stands at the door says so, perhaps in HTML: the request went no further.
			$this->log->warning( sprintf( '%s %s was asked too often.', $method, $this->anonymous( $path ) ) );

			throw new ProviderRefused( 0, '', $status, $after );
		}
		if ( ! is_array( $answer ) || $status >= 500 || 408 === $status ) {
			throw $this->unavailable( $method, $path, true, 'HTTP ' . $status . ( is_array( $answer ) ? '' : ' without JSON' ), $after );
		}

		$data = $answer['data'] ?? null;
		if ( true === ( $answer['success'] ?? null ) && $status < 300 ) {
			return is_array( $data ) ? $data : [];
		}

		$code = $answer['error_code'] ?? null;
		$code = is_int( $code ) || ( is_string( $code ) && ctype_digit( $code ) ) ? (int) $code : 0;
		if ( 0 === $code && $status < 400 ) {
			throw $this->unavailable( $method, $path, true, 'HTTP ' . $status . ' with an unknown body' );
		}

		$info = $answer['error_info'] ?? $answer['message'] ?? '';
		$this->log->warning( sprintf( '%s %s was refused: HTTP %d, error %d.', $method, $this->anonymous( $path ), $status, $code ) );

		throw new ProviderRefused( $code, is_string( $info ) ? $info : '', $status );
	}

	/**
	 * Logs an outage and returns it as an exception.
	 */
	private function unavailable( string $method, string $path, bool $may_have_arrived, string $detail, int $retry_after = 0 ): ProviderUnavailable {
		$this->log->error( sprintf( '%s %s had no usable answer: %s.', $method, $this->anonymous( $path ), trim( $detail ) ) );

		return new ProviderUnavailable( $may_have_arrived, trim( $detail ), $retry_after );
	}

	/**
	 * Tells whether the request may have reached the provider.
	 */
	private function has_left( WP_Error $error ): bool {
		if ( 'http_request_not_executed' === $error->get_error_code() || 'http_request_block' === $error->get_error_code() ) {
			return false;
		}

		return ! in_array( (int) preg_replace( '/\A.*?cURL error (\d+).*\z/s', '$1', $error->get_error_message() ), self::NEVER_SENT, true );
	}

	/**
	 * Returns `cURL error N` without the text, which may hold addresses.
	 */
	private function curl_error( WP_Error $error ): string {
		return 1 === preg_match( '/cURL error \d+/', $error->get_error_message(), $match ) ? $match[0] : '';
	}

	/**
	 * Leaves query strings out of the log.
	 */
	private function anonymous( string $path ): string {
		return (string) strtok( $path, '?' );
	}
}
