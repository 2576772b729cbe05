<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Sites\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Sites\Application\OfficialPluginKeys;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryOptions;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class OfficialPluginKeysTest extends TestCase {

	/**
	 * @param array<string, mixed> $options  Options of the official plugin.
	 * @param list<Environment>    $expected Environments with a key.
	 */
	#[DataProvider( 'options' )]
	public function test_the_active_environment_comes_first(
		array $options,
		array $expected,
	): void {
		self::assertSame( $expected, self::keys( $options )->environments() );
	}

	/**
	 * @return array<string, array{array<string, mixed>, list<Environment>}>
	 */
	public static function options(): array {
		$both = [
			'multisafepay_test_api_key' => 'official-test-key',
			'multisafepay_api_key'      => 'official-live-key',
		];
		$test_first = [ Environment::Test, Environment::Live ];
		$live_first = [ Environment::Live, Environment::Test ];

		return [
			'plugin never installed' => [ [], [] ],
			'keys empty'             => [ [ 'multisafepay_test_api_key' => '', 'multisafepay_api_key' => '  ' ], [] ],
			'keys of the wrong type' => [
				[ 'multisafepay_test_api_key' => [ 'x' ], 'multisafepay_api_key' => 5 ],
				[],
			],
			'test key only'          => [
				[ 'multisafepay_test_api_key' => 'official-test-key' ],
				[ Environment::Test ],
			],
			'mode never saved'       => [ $both, $live_first ],
			'mode as the string yes' => [ [ ...$both, 'multisafepay_testmode' => 'yes' ], $test_first ],
			'mode as the string no'  => [ [ ...$both, 'multisafepay_testmode' => 'no' ], $live_first ],
			'mode as the string 1'   => [ [ ...$both, 'multisafepay_testmode' => '1' ], $test_first ],
			'mode as a boolean'      => [ [ ...$both, 'multisafepay_testmode' => true ], $test_first ],
			'mode of the wrong type' => [ [ ...$both, 'multisafepay_testmode' => [ 'yes' ] ], $live_first ],
		];
	}

	public function test_keys_are_trimmed(): void {
		self::assertSame(
			'official-live-key',
			self::keys( [ 'multisafepay_api_key' => " official-live-key\n" ] )->find( Environment::Live )?->reveal()
		);
	}

	/**
	 * @param array<string, mixed> $options Options of the official plugin.
	 */
	private static function keys( array $options ): OfficialPluginKeys {
		return new OfficialPluginKeys( new InMemoryOptions( $options ) );
	}
}
