<?php
/**
 * Plain HTTP, one request or many at the same moment.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use CurlHandle;
use RuntimeException;

/**
 * Not the WordPress HTTP API: its filters belong to the code under test.
 */
final class Http {

	private const TIMEOUT = 120;

	/**
	 * @param non-empty-string  $method GET, POST, …
	 * @param array<mixed>|null $body   Sent as JSON.
	 */
	public static function send( string $method, string $url, ?array $body = null ): HttpAnswer {
		return self::send_all( [ self::request( $method, $url, $body ) ] )[0];
	}

	/**
	 * Sends all of them at once and answers in their order.
	 *
	 * @param list<CurlHandle> $requests Made by request().
	 *
	 * @return list<HttpAnswer>
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
		$answers = [];
		foreach ( $requests as $request ) {
			if ( curl_errno( $request ) !== 0 ) {
				throw new RuntimeException( curl_error( $request ) );
			}
			$answers[] = new HttpAnswer( curl_getinfo( $request, CURLINFO_RESPONSE_CODE ), (string) curl_multi_getcontent( $request ) );
			curl_multi_remove_handle( $multi, $request );
		}
		curl_multi_close( $multi );
		return $answers;
	}

	/**
	 * @param non-empty-string      $method GET, POST, …
	 * @param array<mixed>|null     $body   Sent as JSON.
	 * @param non-empty-string|null $login  `user:application password`.
	 */
	public static function request( string $method, string $url, ?array $body = null, ?string $login = null ): CurlHandle {
		$handle = curl_init( $url );
		if ( $handle === false ) {
			throw new RuntimeException( "No request to $url." );
		}
		curl_setopt( $handle, CURLOPT_CUSTOMREQUEST, $method );
		curl_setopt( $handle, CURLOPT_RETURNTRANSFER, true );
		curl_setopt( $handle, CURLOPT_TIMEOUT, self::TIMEOUT );
		// A connection each: waiting in one queue would be no race.
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
