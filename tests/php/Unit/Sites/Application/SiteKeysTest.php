<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Settings;

use MultiSafepay\PaymentLinks\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Settings\DefinedKeys;
use MultiSafepay\PaymentLinks\Settings\OfficialPluginKeys;
use MultiSafepay\PaymentLinks\Settings\ResolvedSite;
use MultiSafepay\PaymentLinks\Settings\Settings;
use MultiSafepay\PaymentLinks\Settings\SiteKeys;
use MultiSafepay\PaymentLinks\Settings\SiteSettings;
use PHPUnit\Framework\Attributes\PreserveGlobalState;
use PHPUnit\Framework\Attributes\RunInSeparateProcess;
use PHPUnit\Framework\TestCase;

// phpcs:disable WordPress.PHP.DiscouragedPHPFunctions.runtime_configuration_putenv -- Keys may come from the environment; what was there is put back.

final class SiteKeysTest extends TestCase {

	private const TEST_NAME = 'MULTISAFEPAY_API_KEY_TEST';
	private const LIVE_NAME = 'MULTISAFEPAY_API_KEY_LIVE';

	/**
	 * What the process had.
	 *
	 * @var array<string, string|false>
	 */
	private array $before = [];

	protected function setUp(): void {
		foreach ( [ self::TEST_NAME, self::LIVE_NAME ] as $name ) {
			$this->before[ $name ] = getenv( $name );
			putenv( $name );
		}
	}

	protected function tearDown(): void {
		foreach ( $this->before as $name => $value ) {
			putenv( false === $value ? $name : $name . '=' . $value );
		}
	}

	public function test_with_nothing_set_up_there_is_one_test_site_without_a_key(): void {
		self::assertSame( [ 'test test none - default' ], self::described( new Settings() ) );
	}

	public function test_stored_keys_are_used_as_they_are(): void {
		$settings = new Settings( [ self::site( 'a', Environment::Test, 'stored-key-a' ), self::site( 'b', Environment::Live ) ] );

		self::assertSame( [ 'a test stored stored-key-a default', 'b live none -' ], self::described( $settings ) );
	}

	public function test_a_variable_wins_over_the_stored_key(): void {
		putenv( self::TEST_NAME . '= variable-key ' );

		self::assertSame(
			[ 'a test environment variable-key default' ],
			self::described( new Settings( [ self::site( 'a', Environment::Test, 'stored-key-a' ) ] ) )
		);
	}

	#[RunInSeparateProcess]
	#[PreserveGlobalState( false )]
	public function test_a_constant_wins_over_the_variable(): void {
		define( self::TEST_NAME, 'constant-key' );
		putenv( self::TEST_NAME . '=variable-key' );

		self::assertSame(
			[ 'a test constant constant-key default' ],
			self::described( new Settings( [ self::site( 'a', Environment::Test, 'stored-key-a' ) ] ) )
		);
	}

	#[RunInSeparateProcess]
	#[PreserveGlobalState( false )]
	public function test_an_unusable_constant_leaves_the_variable_in_charge(): void {
		define( self::TEST_NAME, '' );
		define( self::LIVE_NAME, [ 'no key' ] );
		putenv( self::TEST_NAME . '=variable-key' );

		self::assertSame(
			[ 'a test environment variable-key default', 'b live stored stored-key-b' ],
			self::described( new Settings( [ self::site( 'a', Environment::Test ), self::site( 'b', Environment::Live, 'stored-key-b' ) ] ) )
		);
	}

	public function test_a_key_of_the_server_is_for_the_first_site_of_its_environment_only(): void {
		putenv( self::TEST_NAME . '=variable-key' );

		self::assertSame(
			[ 'a live stored stored-key-a default', 'b test environment variable-key', 'c test stored stored-key-c' ],
			self::described(
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

	public function test_the_default_site_comes_before_the_others_of_its_environment(): void {
		putenv( self::TEST_NAME . '=variable-key' );

		self::assertSame(
			[ 'a test stored stored-key-a', 'b test environment variable-key default' ],
			self::described( new Settings( [ self::site( 'a', Environment::Test, 'stored-key-a' ), self::site( 'b', Environment::Test, 'stored-key-b', true ) ] ) )
		);
	}

	public function test_a_site_appears_for_a_key_of_the_server_that_has_none(): void {
		putenv( self::LIVE_NAME . '=variable-key' );

		self::assertSame( [ 'live live environment variable-key default' ], self::described( new Settings() ) );
		self::assertSame(
			[ 'a test stored stored-key-a default', 'live live environment variable-key' ],
			self::described( new Settings( [ self::site( 'a', Environment::Test, 'stored-key-a' ) ] ) )
		);
	}

	public function test_a_site_that_appears_takes_no_other_sites_id(): void {
		putenv( self::LIVE_NAME . '=variable-key' );

		self::assertSame(
			[ 'live test stored stored-key-a default', 'live-2 live environment variable-key' ],
			self::described( new Settings( [ self::site( 'live', Environment::Test, 'stored-key-a' ) ] ) )
		);
	}

	public function test_with_both_keys_on_the_server_forms_begin_with_the_test_site(): void {
		putenv( self::LIVE_NAME . '=variable-key-live' );
		putenv( self::TEST_NAME . '=variable-key-test' );

		self::assertSame(
			[ 'test test environment variable-key-test default', 'live live environment variable-key-live' ],
			self::described( new Settings() )
		);
	}

	public function test_the_official_plugins_key_is_read_by_environment(): void {
		$settings = new Settings(
			[
				new SiteSettings( 'a', 'A', Environment::Live, new ApiKey( 'left-from-before' ), true ),
				new SiteSettings( 'b', 'B', Environment::Test, null, true ),
			]
		);

		self::assertSame(
			[ 'a live official official-live-key default', 'b test official -' ],
			self::described( $settings, [ 'multisafepay_api_key' => 'official-live-key' ] )
		);
	}

	/**
	 * @param array<string, mixed> $options Options of the official plugin.
	 * @return list<string>
	 */
	private static function described( Settings $settings, array $options = [] ): array {
		$keys = new SiteKeys( new DefinedKeys(), new OfficialPluginKeys( static fn ( string $name ): mixed => $options[ $name ] ?? false ) );

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

	private static function site( string $id, Environment $environment, ?string $key = null, bool $is_default = false ): SiteSettings {
		return new SiteSettings( $id, strtoupper( $id ), $environment, null === $key ? null : new ApiKey( $key ), is_default: $is_default );
	}
}
