<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\InvalidInput;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Routes;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WP_REST_Request;

// phpcs:disable WordPress.PHP.DevelopmentFunctions, WordPress.PHP.DiscouragedPHPFunctions
// phpcs:disable Generic.CodeAnalysis.ForLoopWithTestFunctionCall -- Every error of PHP is caught.

/**
 * Sends invalid input to all staff routes, limited by number per route and by total time. There must be no internal
 * error, no PHP warning and no request that violates the schema of the provider.
 */
#[CoversNothing]
final class FuzzRoutesTest extends IntegrationTestCase {

	use LinkSteps;

	private const REQUESTS_PER_ROUTE = 60;
	private const SECONDS = 40;

	/**
	 * @var list<string>
	 */
	private array $php_errors = [];

	#[Group( 'needs-real-woocommerce' )]
	public function test_invalid_input_breaks_no_route(): void {
		$seed      = random_int( 1, 1_000_000 );
		$generator = new InvalidInput( $seed );
		$order     = $this->orders->create();
		$link      = Json::number( $this->create_link( $order ), 'id' );
		$settings  = get_option( 'multisafepay_payment_links_settings' );
		$deadline  = time() + self::SECONDS;
		$counts    = [];
		set_error_handler(
			fn ( int $level, string $message, string $file, int $line ): bool => $this->record_php_error(
				$message,
				$file,
				$line
			)
		);

		try {
			foreach ( Routes::staff_routes() as [ 'method' => $method, 'path' => $template, 'arguments' => $fields ] ) {
				for ( $n = 0; $n < self::REQUESTS_PER_ROUTE && time() < $deadline; $n++ ) {
					// A previous request may have changed the settings. Restore them.
					update_option( 'multisafepay_payment_links_settings', $settings, false );
					$body     = $generator->body( $fields, [ 'idempotency_key' => $this->new_key() ] );
					$response = $this->send(
						$method,
						Routes::path( $template, $order->get_id(), $link ),
						$method === 'GET'
							? [ $fields[ $n % max( 1, count( $fields ) ) ] ?? 'x' => $generator->text() ]
							: $body
					);
					$status   = $response->get_status();
					$message  = "Seed $seed: $method $template "
						. substr( $body, 0, 300 )
						. ' → '
						. (string) wp_json_encode( $response->get_data(), JSON_PARTIAL_OUTPUT_ON_ERROR );

					self::assertTrue(
						$status < 500
							|| (
								in_array( $status, [ 502, 503 ], true )
								&& ( $this->json( $response )['code'] ?? '' ) !== 'storage_failed'
							),
						$message
					);
					self::assertSame( [], $this->php_errors, $message );
					$counts[ intdiv( $status, 100 ) . 'xx' ] = ( $counts[ intdiv( $status, 100 ) . 'xx' ] ?? 0 ) + 1;
				}
			}
		} finally {
			restore_error_handler();
		}
		fprintf( STDERR, "fuzz: seed %d, %s\n", $seed, (string) wp_json_encode( $counts ) );

		self::assertGreaterThan( 300, array_sum( $counts ) );
		self::assertArrayHasKey( '2xx', $counts, 'Some requests are valid.' );
		self::assertArrayHasKey( '4xx', $counts );
	}

	/**
	 * @param array<string, string>|string $input Query parameters or a raw body.
	 */
	private function send( string $method, string $path, array|string $input ): \WP_REST_Response {
		if ( is_string( $input ) ) {
			return $this->rest_raw( $method, $path, $input );
		}
		$this->login_as( 'sam' );
		$request = new WP_REST_Request( $method, self::API . $path );
		$request->set_query_params( $input );
		return rest_do_request( $request );
	}

	/**
	 * Records a PHP error unless it is suppressed with @.
	 */
	private function record_php_error( string $message, string $file, int $line ): bool {
		if ( ( error_reporting() & E_WARNING ) !== 0 ) {
			$this->php_errors[] = "$message in $file:$line";
		}
		return true;
	}
}
