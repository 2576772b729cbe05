<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\MultiSafepay\Http\HttpBatch;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass( HttpBatch::class )]
final class HttpBatchTest extends IntegrationTestCase {

	public function test_waiting_for_responses_uses_almost_no_cpu_time(): void {
		$this->emulator->settings( [ 'latency_ms' => 1500 ] );
		$requests   = array_fill(
			0,
			4,
			[ Env::get( 'MULTISAFEPAY_PAYMENT_LINKS_API_URL' ) . '/orders/NEVER-MADE', self::arguments() ]
		);
		$cpu_before = self::cpu_milliseconds();
		$start      = hrtime( true );

		$responses = ( new HttpBatch() )->send( $requests );

		self::assertSame( [ 404, 404, 404, 404 ], array_map( 'wp_remote_retrieve_response_code', $responses ) );
		self::assertGreaterThan( 1400, ( hrtime( true ) - $start ) / 1e6, 'The responses are delayed.' );
		self::assertLessThan( 300, self::cpu_milliseconds() - $cpu_before );
	}

	/**
	 * @return array{
	 *     method: string,
	 *     timeout: float,
	 *     redirection: int,
	 *     limit_response_size: int,
	 *     headers: array<string, string>,
	 *     user-agent: string,
	 * }
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

	private static function cpu_milliseconds(): float {
		$usage = getrusage();
		$total = 0.0;
		foreach ( [ 'ru_utime', 'ru_stime' ] as $type ) {
			$total += Json::number( (array) $usage, "$type.tv_sec" ) * 1e3 + Json::number(
				(array) $usage,
				"$type.tv_usec"
			) / 1e3;
		}

		return $total;
	}
}
