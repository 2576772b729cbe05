<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use CurlHandle;
use PHPUnit\Framework\Assert;

/**
 * Counts the database queries and the loaded files of HTTP requests, as the benchmark does. See
 * tests/shop/mu-plugins/mspl-measure.php.
 */
final class RequestMeter {

	private readonly Browser $browser;

	public function __construct( string $login ) {
		$this->browser = new Browser( $login );
	}

	/**
	 * Returns the number of queries of a successful request.
	 *
	 * @param non-empty-string  $method     GET, POST, …
	 * @param array<mixed>|null $body       JSON body.
	 * @param bool              $has_plugin Whether the plugin is active during the request.
	 */
	public function queries( string $method, string $url, ?array $body = null, bool $has_plugin = true ): int {
		return Json::number( $this->measure( $method, $url, $body, $has_plugin ), 'queries' );
	}

	/**
	 * Returns the number of PHP files that a successful request of a page loads.
	 */
	public function files( string $url, bool $has_plugin ): int {
		return Json::number( $this->measure( 'GET', $url, null, $has_plugin ), 'files' );
	}

	/**
	 * @param non-empty-string  $method
	 * @param array<mixed>|null $body
	 * @return array<mixed>
	 */
	private function measure( string $method, string $url, ?array $body, bool $has_plugin ): array {
		$id       = bin2hex( random_bytes( 16 ) );
		$response = $this->browser->send(
			$method,
			$url,
			[
				'X-WP-Nonce: ' . $this->browser->nonce(),
				'X-Bench-Id: ' . $id,
				'X-Bench-Off: ' . ( $has_plugin ? '0' : '1' ),
			],
			$body
		);
		Assert::assertContains( $response->status, [ 200, 201 ], $response->body );

		return self::read( Env::get( 'BENCH_DIR' ) . "/$id.json" );
	}

	/**
	 * Returns the number of queries of a request without a login.
	 *
	 * @param list<string> $headers
	 */
	public static function count_anonymous( CurlHandle $request, array $headers, int $status ): int {
		$id = bin2hex( random_bytes( 16 ) );
		curl_setopt( $request, CURLOPT_HTTPHEADER, [ ...$headers, "X-Bench-Id: $id" ] );
		$response = Http::send_all( [ $request ] )[0];
		Assert::assertSame( $status, $response->status, $response->body );

		return Json::number( self::read( Env::get( 'BENCH_DIR' ) . "/$id.json" ), 'queries' );
	}

	/**
	 * Reads and deletes the measurements of a request. They are written after the response was sent.
	 *
	 * @return array<mixed>
	 */
	private static function read( string $file ): array {
		$decoded = null;
		Wait::until(
			static function () use ( $file, &$decoded ): bool {
				$decoded = is_file( $file ) ? json_decode( (string) file_get_contents( $file ), true ) : null;

				return is_array( $decoded );
			},
			'the measurements of the request'
		);
		Assert::assertIsArray( $decoded );
		unlink( $file );

		return $decoded;
	}
}
