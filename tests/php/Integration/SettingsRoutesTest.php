<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Settings\Rest\SettingsSchema;
use MultiSafepay\PaymentLinks\Sites\Domain\Settings;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

#[CoversNothing]
final class SettingsRoutesTest extends IntegrationTestCase {

	private const OPTION = 'multisafepay_payment_links_settings';
	private const KEY    = '0123456789abcdef0123456789abcdef01234567';
	private const MASK   = '••••••••4567';

	private const SITE = [
		'id'                => 'main',
		'label'             => 'Main shop',
		'environment'       => 'test',
		'key_source'        => 'stored',
		'order_id_template' => 'PL-{order_number}-{n}',
		'is_default'        => true,
	];

	protected function setUp(): void {
		parent::setUp();
		$this->delete_settings();
	}

	#[DataProvider( 'routes' )]
	public function test_only_shop_managers_and_administrators_have_access( string $method, string $route ): void {
		foreach ( [ 'customer', 'subscriber', 'editor' ] as $role ) {
			$response = $this->rest( $method, $route, [], $this->create_user( $role ) );
			self::assertSame( 403, $response->get_status(), $role );
			self::assertSame( 'rest_forbidden', $this->json( $response )['code'] );
		}

		self::assertSame( 401, $this->rest( $method, $route, [], null )->get_status() );
		foreach ( [ 'shop_manager', 'administrator' ] as $role ) {
			self::assertContains(
				$this->rest( $method, $route, [], $this->create_user( $role ) )->get_status(),
				[ 200, 400 ],
				$role
			);
		}
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function routes(): array {
		return [
			'read'  => [ 'GET', '/settings' ],
			'write' => [ 'PUT', '/settings' ],
			'check' => [ 'POST', '/settings/check' ],
		];
	}

	public function test_without_settings_there_is_an_empty_test_site(): void {
		self::assertSame(
			[
				'sites'                => [ [
					'id' => 'test',
					'api_key' => '',
					'key_source' => 'none',
					'label' => 'Test',
					'environment' => 'test',
					'order_id_template' => 'PL-{order_number}-{n}',
					'is_default' => true,
				],
				],
				'default_days_active'  => 30,
				'description_template' => 'Order {order_number}',
				'message_template'     => Settings::DEFAULT_MESSAGE,
				'auto_cancel'          => true,
				'keep_held_orders'     => false,
				'delete_data'          => false,
				'bulk_concurrency'     => 8,
				'auto_create'          => false,
				'auto_send'            => false,
				'auto_create_rest'     => false,
				'link_in_order_email'  => false,
				'deposit'              => '',
				'collect_later_methods' => 'cod',
				'official_plugin'      => null,
			],
			$this->json( $this->rest( 'GET', '/settings' ) )
		);
		self::assertFalse( get_option( self::OPTION ), 'A GET request writes nothing.' );
	}

	public function test_saved_settings_are_returned_with_masked_keys(): void {
		$put  = $this->put( [ [ ...self::SITE, 'api_key' => self::KEY ] ] );
		$body = $this->json( $put );
		$read = $this->rest( 'GET', '/settings' );

		self::assertSame( 200, $put->get_status() );
		self::assertSame( $body, $this->json( $read ) );
		self::assertSame( self::MASK, $this->at( $body, 'sites', 0, 'api_key' ) );
		self::assertStringNotContainsString(
			self::KEY,
			(string) wp_json_encode( [ $put->get_data(), $read->get_data() ] )
		);
		self::assertSame( self::KEY, $this->stored_key() );
		self::assertTrue( rest_validate_value_from_schema( $read->get_data(), SettingsSchema::settings() ) );
	}

	public function test_settings_are_not_autoloaded(): void {
		$this->put( [ self::SITE ] );

		self::assertArrayNotHasKey( self::OPTION, wp_load_alloptions( true ) );
	}

	public function test_a_key_is_kept_replaced_and_removed(): void {
		$this->put( [ [ ...self::SITE, 'api_key' => self::KEY ] ] );

		$this->put( [ [ ...self::SITE, 'label' => 'Renamed' ] ] );
		self::assertSame( self::KEY, $this->stored_key(), 'The key was omitted.' );
		$this->put( [ [ ...self::SITE, 'api_key' => self::MASK ] ] );
		self::assertSame( self::KEY, $this->stored_key(), 'The masked key was sent.' );
		$this->put( [ [ ...self::SITE, 'api_key' => 'another-key-0123456789' ] ] );
		self::assertSame( 'another-key-0123456789', $this->stored_key() );
		$this->put( [ [ ...self::SITE, 'api_key' => '' ] ] );
		self::assertSame( '', $this->stored_key() );
	}

	public function test_settings_are_only_stored_when_they_changed(): void {
		$this->put( [ self::SITE ] );
		$writes = 0;
		add_action(
			'update_option_' . self::OPTION,
			static function () use ( &$writes ): void {
				++$writes;
			}
		);

		self::assertSame( 200, $this->put( [ self::SITE ] )->get_status() );
		$writes_of_unchanged = $writes;
		$this->put( [ [ ...self::SITE, 'label' => 'Renamed' ] ] );
		self::assertSame( [ 0, 1 ], [ $writes_of_unchanged, $writes ] );
	}

	public function test_invalid_input_is_an_error_at_its_field_and_changes_nothing(): void {
		$this->put( [ self::SITE ] );
		$original = get_option( self::OPTION );
		$response = $this->rest(
			'PUT',
			'/settings',
			[
				'sites'                => [
					[ ...self::SITE, 'label' => '' ],
					[ ...self::SITE, 'id' => 'second', 'api_key' => 'bad key', 'order_id_template' => 'PL-{n}' ],
				],
				'default_days_active'  => 0,
				'description_template' => 'Order {id}',
			]
		);
		$body     = $this->json( $response );

		self::assertSame( 400, $response->get_status() );
		self::assertSame( 'rest_invalid_param', $body['code'] );
		self::assertSame(
			[
				'sites.0.label'             => 'This field is needed.',
				'sites.1.api_key'           => 'This is not an API key. Copy it whole from the MultiSafepay dashboard.',
				'sites.1.order_id_template' => 'Use {order_number} and {n} once each.',
				'sites.1.is_default'        => 'Only one site can be the default.',
				'default_days_active'       => 'Enter a whole number from 1 to 365.',
				'description_template'      => '{id} is not known. Use {order_number} or {shop_name}.',
			],
			$this->at( $body, 'data', 'params' )
		);
		self::assertSame( $original, get_option( self::OPTION ) );
	}

	/**
	 * @param string       $body   The raw body.
	 * @param list<string> $fields Fields with an error message.
	 */
	#[DataProvider( 'malformed_bodies' )]
	public function test_malformed_requests_are_refused_with_an_error_message( string $body, array $fields ): void {
		$response = $this->rest_raw( 'PUT', '/settings', $body );
		$params   = $this->at( $this->json( $response ), 'data', 'params' );

		self::assertSame( 400, $response->get_status() );
		self::assertIsArray( $params );
		self::assertSame( $fields, array_keys( $params ) );
		self::assertFalse( get_option( self::OPTION ) );
	}

	/**
	 * @return array<string, array{string, list<string>}>
	 */
	public static function malformed_bodies(): array {
		return [
			'not JSON'           => [ '{"sites": [', [ 'body' ] ],
			'an empty object'    => [ '{}', [ 'sites', 'default_days_active', 'description_template' ] ],
			'an unknown field'   => [
				'{"sites": [], "default_days_active": 30, "description_template": "x", "api_key": "x"}',
				[ 'api_key' ],
			],
			'days as a string'   => [
				'{"sites": [{"id": "a", "label": "A", "environment": "test", "order_id_template": '
					. '"{order_number}-{n}", "is_default": true}], "default_days_active": "30", '
					. '"description_template": "x"}',
				[ 'default_days_active' ],
			],
			'sites as an object' => [
				'{"sites": {"a": {}}, "default_days_active": 30, "description_template": "x"}',
				[ 'sites' ],
			],
		];
	}

	#[DataProvider( 'invalid_options' )]
	public function test_an_invalid_option_gives_the_defaults( mixed $stored ): void {
		update_option( self::OPTION, $stored, false );

		$response = $this->rest( 'GET', '/settings' );

		self::assertSame( 200, $response->get_status() );
		self::assertSame( 'test', $this->at( $this->json( $response ), 'sites', 0, 'id' ) );
		self::assertSame( 200, $this->put( [ self::SITE ] )->get_status(), 'The settings can be saved again.' );
	}

	/**
	 * @return array<string, array{mixed}>
	 */
	public static function invalid_options(): array {
		return [
			'string'           => [ 'broken' ],
			'number'           => [ 5 ],
			'object'           => [ (object) [ 'sites' => 1 ] ],
			'sites not a list' => [ [ 'sites' => 'x' ] ],
			'invalid sites'    => [ [
				'sites' => [ 1, null, [ 'id' => [] ] ],
				'default_days_active' => [],
				'description_template' => 1,
			],
			],
		];
	}

	public function test_the_keys_of_the_official_plugin_are_offered_masked_and_read_at_runtime(): void {
		$key = 'official-key-0123456789-9876';
		update_option( 'multisafepay_testmode', 'yes' );
		update_option( 'multisafepay_test_api_key', $key );
		update_option( 'multisafepay_api_key', '' );

		$offered = $this->rest( 'GET', '/settings' );
		self::assertSame(
			[ 'keys' => [ [ 'environment' => 'test', 'api_key' => '••••••••9876' ] ] ],
			$this->json( $offered )['official_plugin']
		);

		$used = $this->put( [ [ ...self::SITE, 'key_source' => 'official' ] ] );
		self::assertSame( 'official', $this->at( $this->json( $used ), 'sites', 0, 'key_source' ) );
		self::assertSame( '', $this->stored_key(), 'The key is not copied.' );
		self::assertStringNotContainsString(
			$key,
			(string) wp_json_encode( [ $offered->get_data(), $used->get_data() ] )
		);

		update_option( 'multisafepay_test_api_key', 'replaced-key-0123456789-5555' );
		self::assertSame(
			'••••••••5555',
			$this->at( $this->json( $this->rest( 'GET', '/settings' ) ), 'sites', 0, 'api_key' )
		);
	}

	public function test_an_environment_variable_overrides_the_stored_key_and_is_not_stored(): void {
		$this->put( [ [ ...self::SITE, 'api_key' => self::KEY ] ] );
		$original = getenv( 'MULTISAFEPAY_API_KEY_TEST' );
		putenv( 'MULTISAFEPAY_API_KEY_TEST=server-key-0123456789-8888' );
		try {
			$body = $this->json( $this->rest( 'GET', '/settings' ) );
			self::assertSame( 'environment', $this->at( $body, 'sites', 0, 'key_source' ) );
			self::assertSame( '••••••••8888', $this->at( $body, 'sites', 0, 'api_key' ) );

			unset( $body['official_plugin'] );
			self::assertSame(
				200,
				$this->rest( 'PUT', '/settings', $body )->get_status(),
				'The response can be sent back unchanged.'
			);
			self::assertSame( self::KEY, $this->stored_key() );
		} finally {
			putenv( false === $original ? 'MULTISAFEPAY_API_KEY_TEST' : 'MULTISAFEPAY_API_KEY_TEST=' . $original );
		}
	}

	/**
	 * @param list<array<string, mixed>> $sites The sites to store.
	 */
	private function put( array $sites ): \WP_REST_Response {
		return $this->rest(
			'PUT',
			'/settings',
			[
				'sites'                => $sites,
				'default_days_active'  => 30,
				'description_template' => 'Order {order_number}',
			]
		);
	}

	private function stored_key(): mixed {
		wp_cache_flush();
		$stored = get_option( self::OPTION );
		self::assertIsArray( $stored );

		return $this->at( $stored, 'sites', 0, 'api_key' );
	}

	/**
	 * @param array<mixed> $value
	 */
	private function at( array $value, string|int ...$path ): mixed {
		foreach ( $path as $key ) {
			self::assertIsArray( $value );
			self::assertArrayHasKey( $key, $value );
			$value = $value[ $key ];
		}

		return $value;
	}
}
