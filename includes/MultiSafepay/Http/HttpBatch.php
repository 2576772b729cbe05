<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Http;

use WP_Error;
use WP_Http;
use WP_HTTP_Proxy;
use WP_HTTP_Requests_Hooks;
use WP_HTTP_Requests_Response;
use WpOrg\Requests\Exception;
use WpOrg\Requests\Proxy\Http as HttpProxy;
use WpOrg\Requests\Requests;
use WpOrg\Requests\Response;

/**
 * Sends several requests at once with WordPress's Requests library. Applies the same rules as WP_Http does for a single
 * request: filters, blocked hosts, certificates and proxies. Requests are never retried.
 *
 * @phpstan-type HttpArguments array{
 *     method: string,
 *     timeout: float,
 *     redirection: int,
 *     limit_response_size: int,
 *     headers: array<string, string>,
 *     user-agent: string,
 *     body?: string,
 * }
 */
final class HttpBatch {

	/**
	 * Pause when cURL has no socket to wait for, such as during a DNS lookup.
	 */
	private const POLL_MICROSECONDS = 1_000;

	/**
	 * Sends the requests and returns the responses in the same order.
	 *
	 * @param list<array{string, HttpArguments}> $requests URLs and arguments of wp_remote_request().
	 * @return list<array<mixed>|WP_Error> Results of wp_remote_request().
	 */
	public function send( array $requests ): array {
		if ( 1 === count( $requests ) ) {
			return [ wp_remote_request( $requests[0][0], $requests[0][1] ) ];
		}

		$responses = [];
		$outgoing  = [];
		$parsed    = [];
		foreach ( $requests as $index => [ $url, $arguments ] ) {
			$parsed[ $index ] = $this->parse_arguments( $url, $arguments );
			/** This filter is documented in wp-includes/class-wp-http.php */
			$pre = apply_filters( 'pre_http_request', false, $parsed[ $index ], $url );
			if ( is_array( $pre ) || $pre instanceof WP_Error ) {
				$responses[ $index ] = $pre;
			} elseif ( ( new WP_Http() )->block_request( $url ) ) {
				$responses[ $index ] = new WP_Error(
					'http_request_not_executed',
					'The shop does not allow requests to this address.'
				);
			} else {
				$outgoing[ $index ] = $this->build_request( $url, $parsed[ $index ] );
			}
		}

		foreach ( [] === $outgoing ? [] : Requests::request_multiple( $outgoing ) as $index => $response ) {
			if ( is_int( $index ) ) {
				$responses[ $index ] = $this->response( $response );
				/** This action is documented in wp-includes/class-wp-http.php */
				do_action(
					'http_api_debug',
					$responses[ $index ],
					'response',
					Requests::class,
					$parsed[ $index ] ?? [],
					$requests[ $index ][0] ?? ''
				);
			}
		}

		return array_map(
			static fn ( int $index ): array|WP_Error => $responses[ $index ]
				?? new WP_Error( 'http_request_failed', 'There was no answer.' ),
			array_keys( $requests )
		);
	}

	/**
	 * Adds WordPress's defaults and applies its filter.
	 *
	 * @param HttpArguments $arguments
	 * @return array<mixed>
	 */
	private function parse_arguments( string $url, array $arguments ): array {
		$defaults = [
			'sslverify'       => true,
			'sslcertificates' => Requests::get_certificate_path(),
			'httpversion'     => '1.1',
			'blocking'        => true,
			'cookies'         => [],
			'stream'          => false,
			'filename'        => null,
			'body'            => null,
		];
		/** This filter is documented in wp-includes/class-wp-http.php */
		$filtered = apply_filters( 'http_request_args', $arguments + $defaults, $url );

		return is_array( $filtered ) ? $filtered : $arguments + $defaults;
	}

	/**
	 * Returns a request for Requests::request_multiple().
	 *
	 * @param array<mixed> $arguments From parse_arguments().
	 * @return array<string, mixed>
	 */
	private function build_request( string $url, array $arguments ): array {
		$hooks = new WP_HTTP_Requests_Hooks( $url, $arguments );
		// libcurl may resend a request if the server has closed a reused connection.
		$hooks->register( 'curl.before_multi_add', self::use_fresh_connection( ... ) );
		$hooks->register( 'curl.before_multi_exec', self::wait_for_completion( ... ) );
		$options = [
			'timeout'          => $arguments['timeout'] ?? 5,
			'useragent'        => $arguments['user-agent'] ?? '',
			'blocking'         => true,
			'follow_redirects' => false,
			'max_bytes'        => $arguments['limit_response_size'] ?? false,
			'hooks'            => $hooks,
			/** This filter is documented in wp-includes/class-wp-http.php */
			'verify'           => apply_filters(
				'https_ssl_verify',
				true === ( $arguments['sslverify'] ?? true ) ? $arguments['sslcertificates'] ?? true : false,
				$url
			),
			'data_format'      => 'GET' === ( $arguments['method'] ?? 'GET' ) ? 'query' : 'body',
		];
		if ( true !== ( $arguments['sslverify'] ?? true ) ) {
			$options['verifyname'] = false;
		}
		$proxy = new WP_HTTP_Proxy();
		if ( $proxy->is_enabled() && $proxy->send_through_proxy( $url ) ) {
			$options['proxy'] = $this->http_proxy( $proxy );
		}

		return [
			'url'     => $url,
			'headers' => $arguments['headers'] ?? [],
			'data'    => $arguments['body'] ?? '',
			'type'    => $arguments['method'] ?? 'GET',
			'options' => $options,
		];
	}

	private function http_proxy( WP_HTTP_Proxy $proxy ): HttpProxy {
		$http_proxy = new HttpProxy( $proxy->host() . ':' . $proxy->port() );
		if ( $proxy->use_authentication() ) {
			$http_proxy->use_authentication = true;
			$http_proxy->user               = $proxy->username();
			$http_proxy->pass               = $proxy->password();
		}

		return $http_proxy;
	}

	/**
	 * Converts a response to the result format of WP_Http. For several requests, the library puts the number of a cURL
	 * error in the exception code; for a single request, it is part of the message.
	 *
	 * @return array<mixed>|WP_Error
	 */
	private function response( mixed $response ): array|WP_Error {
		if ( $response instanceof Response ) {
			return ( new WP_HTTP_Requests_Response( $response ) )->to_array();
		}

		$code    = $response instanceof Exception ? $response->getCode() : 0;
		$message = $response instanceof Exception ? $response->getMessage() : 'There was no answer.';

		return new WP_Error(
			'http_request_failed',
			is_int( $code ) && $code > 0 ? sprintf( 'cURL error %d: %s', $code, $message ) : $message
		);
	}

	/**
	 * Makes cURL open a new connection for this request and close it afterwards.
	 */
	private static function use_fresh_connection( mixed $handle ): void {
		if ( $handle instanceof \CurlHandle ) {
			// phpcs:disable WordPress.WP.AlternativeFunctions -- The handle is that of WordPress's own library.
			curl_setopt( $handle, CURLOPT_FRESH_CONNECT, true );
			curl_setopt( $handle, CURLOPT_FORBID_REUSE, true );
			// phpcs:enable
		}
	}

	/**
	 * Runs all requests to completion. The library itself polls cURL without a pause, which would use a full CPU core
	 * while waiting. After this callback, it only reads the responses.
	 */
	private static function wait_for_completion( mixed $handles ): void {
		if ( ! $handles instanceof \CurlMultiHandle ) {
			return;
		}

		// phpcs:disable WordPress.WP.AlternativeFunctions -- The handle is that of WordPress's own library.
		do {
			$status = curl_multi_exec( $handles, $active );
			if ( $active > 0 && -1 === curl_multi_select( $handles ) ) {
				usleep( self::POLL_MICROSECONDS );
			}
		} while ( $active > 0 && in_array( $status, [ CURLM_OK, CURLM_CALL_MULTI_PERFORM ], true ) );
		// phpcs:enable
	}
}
