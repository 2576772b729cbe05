<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use RuntimeException;
use WP_Session_Tokens;

/**
 * Sends HTTP requests with the login cookies that wp-login.php would set.
 */
final class Browser {

	private const LIFETIME = 3600;

	private readonly int $user_id;

	private readonly string $token;

	public function __construct( string $login ) {
		$user = get_user_by( 'login', $login );
		if ( $user === false ) {
			throw new RuntimeException( "There is no user $login." );
		}
		$this->user_id = $user->ID;
		$this->token   = WP_Session_Tokens::get_instance( $user->ID )->create( time() + self::LIFETIME );
	}

	/**
	 * Sends one request with the login cookies.
	 *
	 * @param non-empty-string     $method  GET, POST, …
	 * @param list<string>         $headers Such as `X-WP-Nonce: …`.
	 * @param array<mixed>|null    $body    JSON body.
	 */
	public function send( string $method, string $url, array $headers = [], ?array $body = null ): HttpResponse {
		$request = Http::request( $method, $url, $body );
		curl_setopt( $request, CURLOPT_COOKIE, $this->cookies() );
		curl_setopt( $request, CURLOPT_HTTPHEADER, [ 'Content-Type: application/json', ...$headers ] );
		return Http::send_all( [ $request ] )[0];
	}

	/**
	 * Returns a nonce that the REST API accepts together with the cookies.
	 */
	public function nonce(): string {
		wp_set_current_user( $this->user_id );
		$name             = $this->cookie_name( 'logged_in' );
		$_COOKIE[ $name ] = $this->cookie( 'logged_in' );
		try {
			return wp_create_nonce( 'wp_rest' );
		} finally {
			unset( $_COOKIE[ $name ] );
		}
	}

	/**
	 * @return non-empty-string
	 */
	private function cookies(): string {
		$pairs = [];
		foreach ( [ 'logged_in', 'auth' ] as $scheme ) {
			$pairs[] = $this->cookie_name( $scheme ) . '=' . rawurlencode( $this->cookie( $scheme ) );
		}
		return implode( '; ', $pairs ) . ';';
	}

	/**
	 * @param 'auth'|'logged_in' $scheme `auth` for admin pages, `logged_in` for all pages.
	 */
	private function cookie_name( string $scheme ): string {
		$name = constant( $scheme === 'auth' ? 'AUTH_COOKIE' : 'LOGGED_IN_COOKIE' );
		return is_string( $name ) ? $name : '';
	}

	/**
	 * @param 'auth'|'logged_in' $scheme `auth` for admin pages, `logged_in` for all pages.
	 */
	private function cookie( string $scheme ): string {
		return wp_generate_auth_cookie( $this->user_id, time() + self::LIFETIME, $scheme, $this->token );
	}
}
