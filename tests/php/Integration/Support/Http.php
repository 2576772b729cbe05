<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use CurlHandle;
use RuntimeException;

/**
 * HTTP client based on cURL. It does not use the WordPress HTTP API, because the code under test filters that.
 */
final class Http {

	private const TIMEOUT = 120;

	/**
	 * @param non-empty-string  $method GET, POST, …
	 * @param array<mixed>|null $body   JSON body.
	 */
	public static function send( string $method, string $url, ?array $body = null ): HttpResponse {
		return self::send_all( [ self::request( $method, $url, $body ) ] )[0];
	}

	/**
	 * Sends all requests at the same time and returns the responses in the same order.
	 *
	 * @param list<CurlHandle> $requests Handles returned by request().
	 *
	 * @return list<HttpResponse>
	 */
	public static function send_all( array $requests ): array {
		$multi = curl_multi_init();
		foreach ( $requests as $request ) {
			curl_multi_add_handle( $multi, $request );
		}
		do {
			curl_multi_exec( $multi, $running );
			if ( $running > 0 ) {
				curl_multi_select( $multi, 0.5 );
			}
		} while ( $running > 0 );
		$responses = [];
		foreach ( $requests as $request ) {
			if ( curl_errno( $request ) !== 0 ) {
				throw new RuntimeException( curl_error( $request ) );
			}
			$responses[] = new HttpResponse(
				curl_getinfo( $request, CURLINFO_RESPONSE_CODE ),
				(string) curl_multi_getcontent( $request )
			);
			curl_multi_remove_handle( $multi, $request );
		}
		curl_multi_close( $multi );
		return $responses;
	}

	/**
	 * @param non-empty-string      $method GET, POST, …
	 * @param array<mixed>|null     $body   JSON body.
	 * @param non-empty-string|null $login  `user:application password`.
	 */
	public static function request(
		string $method,
		string $url,
		?array $body = null,
		?string $login = null,
	): CurlHandle {
		$handle = curl_init( $url );
		if ( $handle === false ) {
			throw new RuntimeException( "The request to $url could not be created." );
		}
		curl_setopt( $handle, CURLOPT_CUSTOMREQUEST, $method );
		curl_setopt( $handle, CURLOPT_RETURNTRANSFER, true );
		curl_setopt( $handle, CURLOPT_TIMEOUT, self::TIMEOUT );
		// Use one connection per request. Requests on a shared connection would run one after the other.
		curl_setopt( $handle, CURLOPT_FRESH_CONNECT, true );
		if ( $login !== null ) {
			curl_setopt( $handle, CURLOPT_USERPWD, $login );
		}
		if ( $body !== null ) {
			curl_setopt( $handle, CURLOPT_POSTFIELDS, json_encode( $body, JSON_THROW_ON_ERROR ) );
			curl_setopt( $handle, CURLOPT_HTTPHEADER, [ 'Content-Type: application/json' ] );
		}
		return $handle;
	}
}
