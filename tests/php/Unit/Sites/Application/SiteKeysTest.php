<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Sites\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Sites\Application\DefinedKeys;
use MultiSafepay\PaymentLinks\Sites\Application\OfficialPluginKeys;
use MultiSafepay\PaymentLinks\Sites\Application\SiteKeys;
use MultiSafepay\PaymentLinks\Sites\Domain\ResolvedSite;
use MultiSafepay\PaymentLinks\Sites\Domain\Settings;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteSettings;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryOptions;
use PHPUnit\Framework\Attributes\PreserveGlobalState;
use PHPUnit\Framework\Attributes\RunInSeparateProcess;
use PHPUnit\Framework\TestCase;

final class SiteKeysTest extends TestCase {

	private const TEST_NAME = 'MULTISAFEPAY_API_KEY_TEST';
	private const LIVE_NAME = 'MULTISAFEPAY_API_KEY_LIVE';

	/**
	 * The original environment variables.
	 *
	 * @var array<string, string|false>
	 */
	private array $original = [];

	protected function setUp(): void {
		foreach ( [ self::TEST_NAME, self::LIVE_NAME ] as $name ) {
			$this->original[ $name ] = getenv( $name );
			putenv( $name );
		}
	}

	protected function tearDown(): void {
		foreach ( $this->original as $name => $value ) {
			putenv( false === $value ? $name : $name . '=' . $value );
		}
	}

	public function test_without_configuration_there_is_one_test_site_without_a_key(): void {
		self::assertSame( [ 'test test none - default' ], self::describe( new Settings() ) );
	}

	public function test_stored_keys_are_used(): void {
		$settings = new Settings( [
			self::site( 'a', Environment::Test, 'stored-key-a' ),
			self::site( 'b', Environment::Live ),
		] );

		self::assertSame( [ 'a test stored stored-key-a default', 'b live none -' ], self::describe( $settings ) );
	}

	public function test_an_environment_variable_overrides_the_stored_key(): void {
		putenv( self::TEST_NAME . '= variable-key ' );

		self::assertSame(
			[ 'a test environment variable-key default' ],
			self::describe( new Settings( [ self::site( 'a', Environment::Test, 'stored-key-a' ) ] ) )
		);
	}

	#[RunInSeparateProcess]
	#[PreserveGlobalState( false )]
	public function test_a_constant_overrides_the_environment_variable(): void {
		define( self::TEST_NAME, 'constant-key' );
		putenv( self::TEST_NAME . '=variable-key' );

		self::assertSame(
			[ 'a test constant constant-key default' ],
			self::describe( new Settings( [ self::site( 'a', Environment::Test, 'stored-key-a' ) ] ) )
		);
	}

	#[RunInSeparateProcess]
	#[PreserveGlobalState( false )]
	public function test_an_invalid_constant_is_ignored(): void {
		define( self::TEST_NAME, '' );
		define( self::LIVE_NAME, [ 'no key' ] );
		putenv( self::TEST_NAME . '=variable-key' );

		self::assertSame(
			[ 'a test environment variable-key default', 'b live stored stored-key-b' ],
			self::describe( new Settings( [
				self::site( 'a', Environment::Test ),
				self::site( 'b', Environment::Live, 'stored-key-b' ),
			] ) )
		);
	}

	public function test_a_key_of_the_server_applies_only_to_the_first_site_of_its_environment(): void {
		putenv( self::TEST_NAME . '=variable-key' );

		self::assertSame(
			[ 'a live stored stored-key-a default', 'b test environment variable-key', 'c test stored stored-key-c' ],
			self::describe(
				new Settings(
					[
						self::site( 'a', Environment::Live, 'stored-key-a' ),
						self::site( 'b', Environment::Test, 'stored-key-b' ),
						self::site( 'c', Environment::Test, 'stored-key-c' ),
					]
				)
			)
		);
	}

	public function test_a_key_of_the_server_applies_to_the_default_site_of_its_environment(): void {
		putenv( self::TEST_NAME . '=variable-key' );

		self::assertSame(
			[ 'a test stored stored-key-a', 'b test environment variable-key default' ],
			self::describe( new Settings( [
				self::site( 'a', Environment::Test, 'stored-key-a' ),
				self::site( 'b', Environment::Test, 'stored-key-b', true ),
			] ) )
		);
	}

	public function test_a_site_is_added_for_a_key_of_the_server_without_a_site(): void {
		putenv( self::LIVE_NAME . '=variable-key' );

		self::assertSame( [ 'live live environment variable-key default' ], self::describe( new Settings() ) );
		self::assertSame(
			[ 'a test stored stored-key-a default', 'live live environment variable-key' ],
			self::describe( new Settings( [ self::site( 'a', Environment::Test, 'stored-key-a' ) ] ) )
		);
	}

	public function test_an_added_site_gets_a_unique_id(): void {
		putenv( self::LIVE_NAME . '=variable-key' );

		self::assertSame(
			[ 'live test stored stored-key-a default', 'live-2 live environment variable-key' ],
			self::describe( new Settings( [ self::site( 'live', Environment::Test, 'stored-key-a' ) ] ) )
		);
	}

	public function test_with_both_keys_on_the_server_the_test_site_is_the_default(): void {
		putenv( self::LIVE_NAME . '=variable-key-live' );
		putenv( self::TEST_NAME . '=variable-key-test' );

		self::assertSame(
			[ 'test test environment variable-key-test default', 'live live environment variable-key-live' ],
			self::describe( new Settings() )
		);
	}

	public function test_the_key_of_the_official_plugin_is_read_by_environment(): void {
		$settings = new Settings(
			[
				new SiteSettings( 'a', 'A', Environment::Live, new ApiKey( 'left-from-before' ), true ),
				new SiteSettings( 'b', 'B', Environment::Test, null, true ),
			]
		);

		self::assertSame(
			[ 'a live official official-live-key default', 'b test official -' ],
			self::describe( $settings, [ 'multisafepay_api_key' => 'official-live-key' ] )
		);
	}

	/**
	 * @param array<string, mixed> $options Options of the official plugin.
	 * @return list<string>
	 */
	private static function describe( Settings $settings, array $options = [] ): array {
		$keys = new SiteKeys(
			new DefinedKeys(),
			static fn (): OfficialPluginKeys => new OfficialPluginKeys( new InMemoryOptions( $options ) )
		);

		return array_map(
			static fn ( ResolvedSite $resolved ): string => rtrim(
				implode(
					' ',
					[
						$resolved->site->id,
						$resolved->site->environment->value,
						$resolved->key_source->value,
						$resolved->site->api_key?->reveal() ?? '-',
						$resolved->site->is_default ? 'default' : '',
					]
				)
			),
			$keys->resolve( $settings )
		);
	}

	private static function site(
		string $id,
		Environment $environment,
		?string $key = null,
		bool $is_default = false,
	): SiteSettings {
		return new SiteSettings(
			$id,
			strtoupper( $id ),
			$environment,
			null === $key ? null : new ApiKey( $key ),
			is_default: $is_default
		);
	}
}
