<?php
/**
 * Requests that leave together.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\MultiSafepay\HttpBatch;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass( HttpBatch::class )]
final class HttpBatchTest extends IntegrationTestCase {

	public function test_waiting_for_answers_takes_next_to_no_processor_time(): void {
		$this->emulator->settings( [ 'latency_ms' => 1500 ] );
		$requests = array_fill( 0, 4, [ Env::get( 'MULTISAFEPAY_PAYMENT_LINKS_API_URL' ) . '/orders/NEVER-MADE', self::arguments() ] );
		$before   = self::processor_milliseconds();
		$since    = hrtime( true );

		$answers = ( new HttpBatch() )->send( $requests );

		self::assertSame( [ 404, 404, 404, 404 ], array_map( 'wp_remote_retrieve_response_code', $answers ) );
		self::assertGreaterThan( 1400, ( hrtime( true ) - $since ) / 1e6, 'There was something to wait for.' );
		self::assertLessThan( 300, self::processor_milliseconds() - $before );
	}

	/**
	 * @return array{method: string, timeout: float, redirection: int, limit_response_size: int, headers: array<string, string>, user-agent: string}
	 */
	private static function arguments(): array {
		return [
			'method'              => 'GET',
			'timeout'             => 20.0,
			'redirection'         => 0,
			'limit_response_size' => 100_000,
			'headers'             => [ 'api_key' => Env::get( 'EMULATOR_KEY' ) ],
			'user-agent'          => 'test',
		];
	}

	private static function processor_milliseconds(): float {
		$used  = getrusage();
		$spent = 0.0;
		foreach ( [ 'ru_utime', 'ru_stime' ] as $kind ) {
			$spent += Json::number( (array) $used, "$kind.tv_sec" ) * 1e3 + Json::number( (array) $used, "$kind.tv_usec" ) / 1e3;
		}

		return $spent;
	}
}
