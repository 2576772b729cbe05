<?php
/**
 * Requests that leave together.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay;

use WP_Error;
use WP_Http;
use WP_HTTP_Proxy;
use WP_HTTP_Requests_Hooks;
use WP_HTTP_Requests_Response;
use WpOrg\Requests\Exception;
use WpOrg\Requests\Proxy\Http as ProxyByHttp;
use WpOrg\Requests\Requests;
use WpOrg\Requests\Response;

/**
 * Sends several requests by WordPress's own Requests library, with what WP_Http does around a single one: filters,
 * blocked hosts, certificates, proxies. Nothing is ever sent twice.
 *
 * @phpstan-type HttpArguments array{method: string, timeout: float, redirection: int, limit_response_size: int, headers: array<string, string>, user-agent: string, body?: string}
 */
final class HttpBatch {

	/**
	 * Where cURL has nothing to sleep on, as while a name is looked up.
	 */
	private const NAP_MICROSECONDS = 1_000;

	/**
	 * Sends the requests and returns the answers in their order.
	 *
	 * @param list<array{string, HttpArguments}> $requests Addresses, and arguments of wp_remote_request().
	 * @return list<array<mixed>|WP_Error> As wp_remote_request() returns them.
	 */
	public function send( array $requests ): array {
		if ( 1 === count( $requests ) ) {
			return [ wp_remote_request( $requests[0][0], $requests[0][1] ) ];
		}

		$answers = [];
		$leaving = [];
		$parsed  = [];
		foreach ( $requests as $place => [ $url, $arguments ] ) {
			$parsed[ $place ] = $this->parsed( $url, $arguments );
			/** This filter is documented in wp-includes/class-wp-http.php */
			$short = apply_filters( 'pre_http_request', false, $parsed[ $place ], $url );
			if ( is_array( $short ) || $short instanceof WP_Error ) {
				$answers[ $place ] = $short;
			} elseif ( ( new WP_Http() )->block_request( $url ) ) {
				$answers[ $place ] = new WP_Error( 'http_request_not_executed', 'The shop does not allow requests to this address.' );
			} else {
				$leaving[ $place ] = $this->request( $url, $parsed[ $place ] );
			}
		}

		foreach ( [] === $leaving ? [] : Requests::request_multiple( $leaving ) as $place => $answer ) {
			if ( is_int( $place ) ) {
				$answers[ $place ] = $this->answer( $answer );
				/** This action is documented in wp-includes/class-wp-http.php */
				do_action( 'http_api_debug', $answers[ $place ], 'response', Requests::class, $parsed[ $place ] ?? [], $requests[ $place ][0] ?? '' );
			}
		}

		return array_map( static fn ( int $place ): array|WP_Error => $answers[ $place ] ?? new WP_Error( 'http_request_failed', 'There was no answer.' ), array_keys( $requests ) );
	}

	/**
	 * Returns arguments as filters want them, with WordPress's defaults.
	 *
	 * @param HttpArguments $arguments Of wp_remote_request().
	 * @return array<mixed>
	 */
	private function parsed( string $url, array $arguments ): array {
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
	 * Returns a request as the library takes it.
	 *
	 * @param array<mixed> $arguments Parsed.
	 * @return array<string, mixed>
	 */
	private function request( string $url, array $arguments ): array {
		$hooks = new WP_HTTP_Requests_Hooks( $url, $arguments );
		// libcurl may send a request again on a kept connection that turns out to be dead.
		$hooks->register( 'curl.before_multi_add', self::use_fresh_connection( ... ) );
		$hooks->register( 'curl.before_multi_exec', self::wait_asleep( ... ) );
		$options = [
			'timeout'          => $arguments['timeout'] ?? 5,
			'useragent'        => $arguments['user-agent'] ?? '',
			'blocking'         => true,
			'follow_redirects' => false,
			'max_bytes'        => $arguments['limit_response_size'] ?? false,
			'hooks'            => $hooks,
			/** This filter is documented in wp-includes/class-wp-http.php */
			'verify'           => apply_filters( 'https_ssl_verify', true === ( $arguments['sslverify'] ?? true ) ? $arguments['sslcertificates'] ?? true : false, $url ),
			'data_format'      => 'GET' === ( $arguments['method'] ?? 'GET' ) ? 'query' : 'body',
		];
		if ( true !== ( $arguments['sslverify'] ?? true ) ) {
			$options['verifyname'] = false;
		}
		$proxy = new WP_HTTP_Proxy();
		if ( $proxy->is_enabled() && $proxy->send_through_proxy( $url ) ) {
			$options['proxy'] = $this->proxy( $proxy );
		}

		return [
			'url'     => $url,
			'headers' => $arguments['headers'] ?? [],
			'data'    => $arguments['body'] ?? '',
			'type'    => $arguments['method'] ?? 'GET',
			'options' => $options,
		];
	}

	/**
	 * Returns the shop's proxy.
	 */
	private function proxy( WP_HTTP_Proxy $proxy ): ProxyByHttp {
		$by_http = new ProxyByHttp( $proxy->host() . ':' . $proxy->port() );
		if ( $proxy->use_authentication() ) {
			$by_http->use_authentication = true;
			$by_http->user               = $proxy->username();
			$by_http->pass               = $proxy->password();
		}

		return $by_http;
	}

	/**
	 * Returns an answer as WP_Http does. The library names cURL's error with its number in front of a single answer,
	 * and in the exception of one of many.
	 *
	 * @return array<mixed>|WP_Error
	 */
	private function answer( mixed $answer ): array|WP_Error {
		if ( $answer instanceof Response ) {
			return ( new WP_HTTP_Requests_Response( $answer ) )->to_array();
		}

		$code  = $answer instanceof Exception ? $answer->getCode() : 0;
		$words = $answer instanceof Exception ? $answer->getMessage() : 'There was no answer.';

		return new WP_Error( 'http_request_failed', is_int( $code ) && $code > 0 ? sprintf( 'cURL error %d: %s', $code, $words ) : $words );
	}

	/**
	 * Has cURL open a connection for this request and keep it for no other.
	 *
	 * @param mixed $handle Of cURL.
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
	 * Brings all requests to their end. The library would do so as well, but it asks cURL again and again without a pause:
	 * a worker that waits would take a whole processor from the others. It finds everything done, and reads the answers.
	 *
	 * @param mixed $handles Of cURL.
	 */
	private static function wait_asleep( mixed $handles ): void {
		if ( ! $handles instanceof \CurlMultiHandle ) {
			return;
		}

		// phpcs:disable WordPress.WP.AlternativeFunctions -- The handle is that of WordPress's own library.
		do {
			$status = curl_multi_exec( $handles, $active );
			if ( $active > 0 && -1 === curl_multi_select( $handles ) ) {
				usleep( self::NAP_MICROSECONDS );
			}
		} while ( $active > 0 && in_array( $status, [ CURLM_OK, CURLM_CALL_MULTI_PERFORM ], true ) );
		// phpcs:enable
	}
}
