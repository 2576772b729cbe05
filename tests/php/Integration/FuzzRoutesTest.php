<?php
/**
 * Nonsense for every staff route.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Nonsense;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Routes;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WP_REST_Request;

// phpcs:disable WordPress.PHP.DevelopmentFunctions, WordPress.PHP.DiscouragedPHPFunctions, Generic.CodeAnalysis.ForLoopWithTestFunctionCall -- Every complaint of PHP is caught.

/**
 * Bounded by count for each route and by time for all of them. No answer is a failure of ours, no line of PHP complains,
 * and nothing that reaches the provider breaks its schema.
 */
#[CoversNothing]
final class FuzzRoutesTest extends IntegrationTestCase {

	use LinkSteps;

	private const A_ROUTE = 60;
	private const SECONDS = 40;

	/**
	 * @var list<string>
	 */
	private array $complaints = [];

	#[Group( 'needs-real-woocommerce' )]
	public function test_no_nonsense_breaks_a_route(): void {
		$seed     = random_int( 1, 1_000_000 );
		$nonsense = new Nonsense( $seed );
		$order    = $this->orders->make();
		$link     = Json::number( $this->made_link( $order ), 'id' );
		$settings = get_option( 'multisafepay_payment_links_settings' );
		$until    = time() + self::SECONDS;
		$counts   = [];
		set_error_handler( fn ( int $level, string $message, string $file, int $line ): bool => $this->complain( $message, $file, $line ) );

		try {
			foreach ( Routes::of_staff() as [ 'method' => $method, 'path' => $template, 'arguments' => $fields ] ) {
				for ( $n = 0; $n < self::A_ROUTE && time() < $until; $n++ ) {
					// Whatever nonsense was taken as settings: the next one finds a shop that works.
					update_option( 'multisafepay_payment_links_settings', $settings, false );
					$body   = $nonsense->body( $fields, [ 'idempotency_key' => $this->fresh_key() ] );
					$answer = $this->send( $method, Routes::path( $template, $order->get_id(), $link ), $method === 'GET' ? [ $fields[ $n % max( 1, count( $fields ) ) ] ?? 'x' => $nonsense->text() ] : $body );
					$status = $answer->get_status();
					$what   = "Seed $seed: $method $template " . substr( $body, 0, 300 ) . ' → ' . (string) wp_json_encode( $answer->get_data(), JSON_PARTIAL_OUTPUT_ON_ERROR );

					self::assertTrue( $status < 500 || ( in_array( $status, [ 502, 503 ], true ) && ( $this->json( $answer )['code'] ?? '' ) !== 'storage_failed' ), $what );
					self::assertSame( [], $this->complaints, $what );
					$counts[ intdiv( $status, 100 ) . 'xx' ] = ( $counts[ intdiv( $status, 100 ) . 'xx' ] ?? 0 ) + 1;
				}
			}
		} finally {
			restore_error_handler();
		}
		fprintf( STDERR, "fuzz: seed %d, %s\n", $seed, (string) wp_json_encode( $counts ) );

		self::assertGreaterThan( 300, array_sum( $counts ) );
		self::assertArrayHasKey( '2xx', $counts, 'Some of it makes sense.' );
		self::assertArrayHasKey( '4xx', $counts );
	}

	/**
	 * @param array<string, string>|string $what A query or a raw body.
	 */
	private function send( string $method, string $path, array|string $what ): \WP_REST_Response {
		if ( is_string( $what ) ) {
			return $this->rest_raw( $method, $path, $what );
		}
		$this->login_as( 'sam' );
		$request = new WP_REST_Request( $method, self::API . $path );
		$request->set_query_params( $what );
		return rest_do_request( $request );
	}

	/**
	 * Notes what PHP says, unless somebody silenced it with an @.
	 */
	private function complain( string $message, string $file, int $line ): bool {
		if ( ( error_reporting() & E_WARNING ) !== 0 ) {
			$this->complaints[] = "$message in $file:$line";
		}
		return true;
	}
}
