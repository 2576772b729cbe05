<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Settings\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Settings\Application\SettingsInput;
use MultiSafepay\PaymentLinks\Settings\Application\SiteInput;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Sites\Application\DefinedKeys;
use MultiSafepay\PaymentLinks\Sites\Application\OfficialPluginKeys;
use MultiSafepay\PaymentLinks\Sites\Application\SiteKeys;
use MultiSafepay\PaymentLinks\Sites\Domain\Settings;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteSettings;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryOptions;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class SettingsInputTest extends TestCase {

	private const STORED_KEY = '0123456789abcdef0123456789abcdef01234567';

	private const SITE = [
		'id'                => 'main',
		'label'             => 'Main shop',
		'environment'       => 'test',
		'key_source'        => 'stored',
		'order_id_template' => 'PL-{order_number}-{n}',
		'is_default'        => true,
	];

	private const OTHER = [
		'id'         => 'other',
		'is_default' => false,
	] + self::SITE;

	public function test_the_example_request_is_accepted(): void {
		$body = json_decode(
			(string) file_get_contents( dirname( __DIR__, 4 ) . '/fixtures/wire/settings-put.json' ),
			true
		);
		self::assertIsArray( $body );

		$settings = self::read( $body );

		self::assertSame( self::STORED_KEY, $settings->site( 'main' )?->api_key?->reveal() );
		self::assertSame( 'abcdef0123456789abcdef0123456789abcdef01', $settings->site( 'live' )?->api_key?->reveal() );
		self::assertSame( 'LV-{order_number}-{n}', $settings->site( 'live' )->order_id_template->template );
		self::assertSame( 14, $settings->default_days_active );
		self::assertSame( 'Order {order_number} at {shop_name}', $settings->description_template );
	}

	public function test_omitted_switches_do_not_change(): void {
		$current = new Settings( [], auto_cancel: false, keep_held_orders: true, delete_data: true );

		$kept    = self::read( self::body( [ self::SITE ] ), current: $current );
		$changed = self::read( [ 'delete_data' => false ] + self::body( [ self::SITE ] ), current: $current );

		self::assertSame( [ false, true, true ], [ $kept->auto_cancel, $kept->keep_held_orders, $kept->delete_data ] );
		self::assertSame(
			[ true, 4 ],
			[
				self::read(
					[ 'auto_send' => true, 'bulk_concurrency' => 4 ] + self::body( [ self::SITE ] ),
					current: $current
				)->auto_send,
				self::read(
					[ 'bulk_concurrency' => 4 ] + self::body( [ self::SITE ] ),
					current: $current
				)->bulk_concurrency,
			]
		);
		self::assertSame(
			[ false, true, false ],
			[ $changed->auto_cancel, $changed->keep_held_orders, $changed->delete_data ]
		);
	}

	/**
	 * @param array<string, mixed> $key_fields     The key fields of the request.
	 * @param string|null          $expected The stored key afterwards.
	 */
	#[DataProvider( 'keys' )]
	public function test_a_key_is_kept_replaced_or_removed( array $key_fields, ?string $expected ): void {
		self::assertSame(
			$expected,
			self::read( self::body( [ [ ...self::SITE, ...$key_fields ] ] ) )->site( 'main' )?->api_key?->reveal()
		);
	}

	/**
	 * @return array<string, array{array<string, mixed>, string|null}>
	 */
	public static function keys(): array {
		return [
			'omitted'                    => [ [], self::STORED_KEY ],
			'the masked key'             => [ [ 'api_key' => '••••••••4567' ], self::STORED_KEY ],
			'a new key'                  => [ [ 'api_key' => ' new-key-0123456789 ' ], 'new-key-0123456789' ],
			'nothing'                    => [ [ 'api_key' => '' ], null ],
			'a new key without a source' => [
				[ 'api_key' => 'new-key-0123456789', 'key_source' => 'none' ],
				'new-key-0123456789',
			],
		];
	}

	public function test_the_masked_key_of_the_server_keeps_the_stored_key(): void {
		$original = getenv( 'MULTISAFEPAY_API_KEY_TEST' );
		putenv( 'MULTISAFEPAY_API_KEY_TEST=server-key-0123456789' );
		try {
			$settings = self::read( self::body( [ [
				...self::SITE,
				'api_key' => '••••••••6789',
				'key_source' => 'environment',
			],
			] ) );
		} finally {
			putenv( false === $original ? 'MULTISAFEPAY_API_KEY_TEST' : 'MULTISAFEPAY_API_KEY_TEST=' . $original );
		}

		self::assertSame( self::STORED_KEY, $settings->site( 'main' )?->api_key?->reveal() );
	}

	public function test_the_key_of_the_official_plugin_can_be_selected_and_deselected(): void {
		$official = self::read(
			self::body( [ [ ...self::SITE, 'key_source' => 'official' ] ] ),
			[ 'multisafepay_test_api_key' => 'official-key-0123456789' ]
		);
		self::assertTrue( $official->site( 'main' )?->uses_official_key );

		$kept = self::read( self::body( [ [ ...self::SITE, 'key_source' => 'official' ] ] ), [], $official );
		self::assertTrue(
			$kept->site( 'main' )?->uses_official_key,
			'A missing key must not change the selection.'
		);

		$deselected = self::read( self::body( [ [ ...self::SITE, 'key_source' => 'stored' ] ] ), [], $kept );
		self::assertFalse( $deselected->site( 'main' )?->uses_official_key );
	}

	/**
	 * @param array<mixed>         $body     The request's body.
	 * @param array<string, string> $expected Reasons by field.
	 */
	#[DataProvider( 'invalid_bodies' )]
	public function test_invalid_input_is_an_error_at_its_field( array $body, array $expected ): void {
		try {
			self::read( $body );
			self::fail( 'The input was accepted.' );
		} catch ( InvalidFields $invalid ) {
			$found = [];
			foreach ( $invalid->errors as $error ) {
				$found[ $error->field ] = $error->reason;
			}
			self::assertEquals( $expected, $found );
		}
	}

	/**
	 * @return array<string, array{array<mixed>, array<string, string>}>
	 */
	public static function invalid_bodies(): array {
		return [
			'nothing'                              => [
				[],
				[
					'sites'                => 'required',
					'default_days_active'  => 'required',
					'description_template' => 'required',
				],
			],
			'unknown fields'                       => [
				[ ...self::body( [ [ ...self::SITE, 'secret' => 1 ] ] ), 'official_plugin' => null, 'x' => 1 ],
				[
					'sites.0.secret'  => 'unknown_field',
					'official_plugin' => 'unknown_field',
					'x'               => 'unknown_field',
				],
			],
			'wrong types'                          => [
				[
					'sites'                => [
						[
							'id' => 1,
							'label' => [],
							'environment' => 1,
							'api_key' => 5,
							'key_source' => true,
							'order_id_template' => null,
							'is_default' => 'yes',
						],
						'main',
					],
					'default_days_active'  => '30',
					'description_template' => 30,
				],
				[
					'sites'                     => 'no_default_site',
					'sites.0.id'                => 'not_text',
					'sites.0.label'             => 'not_text',
					'sites.0.environment'       => 'invalid_choice',
					'sites.0.api_key'           => 'not_text',
					'sites.0.key_source'        => 'invalid_choice',
					'sites.0.order_id_template' => 'template_placeholders',
					'sites.0.is_default'        => 'not_boolean',
					'sites.1'                   => 'not_an_object',
					'sites.1.id'                => 'required',
					'sites.1.label'             => 'required',
					'sites.1.environment'       => 'required',
					'sites.1.order_id_template' => 'template_placeholders',
					'default_days_active'       => 'not_whole_number',
					'description_template'      => 'not_text',
				],
			],
			'sites not a list'                     => [
				self::body( [ 'main' => self::SITE ] ),
				[ 'sites' => 'not_a_list' ],
			],
			'no sites'                             => [ self::body( [] ), [ 'sites' => 'no_sites' ] ],
			'too many sites'                       => [
				self::body( array_fill( 0, 21, self::SITE ) ),
				[ 'sites' => 'too_many_sites' ],
			],
			'duplicate ID'                         => [
				self::body( [ self::SITE, [ ...self::OTHER, 'id' => 'main' ] ] ),
				[ 'sites.1.id' => 'site_id_duplicate' ],
			],
			'no default'                           => [
				self::body( [ self::OTHER ] ),
				[ 'sites' => 'no_default_site' ],
			],
			'two defaults'                         => [
				self::body( [ self::SITE, [ ...self::OTHER, 'is_default' => true ] ] ),
				[ 'sites.1.is_default' => 'several_default_sites' ],
			],
			'ID with invalid characters'           => [
				self::body( [ [ ...self::SITE, 'id' => 'Main shop' ] ] ),
				[ 'sites.0.id' => 'site_id_format' ],
			],
			'ID too long'                          => [
				self::body( [ [ ...self::SITE, 'id' => str_repeat( 'a', 33 ) ] ] ),
				[ 'sites.0.id' => 'site_id_format' ],
			],
			'label too long'                       => [
				self::body( [ [ ...self::SITE, 'label' => str_repeat( 'é', 61 ) ] ] ),
				[ 'sites.0.label' => 'too_long' ],
			],
			'label with a line break'              => [
				self::body( [ [ ...self::SITE, 'label' => "Main\nshop" ] ] ),
				[ 'sites.0.label' => 'control_characters' ],
			],
			'label not UTF-8'                      => [
				self::body( [ [ ...self::SITE, 'label' => "Caf\xe9" ] ] ),
				[ 'sites.0.label' => 'control_characters' ],
			],
			'key too short'                        => [
				self::body( [ self::SITE, [ ...self::OTHER, 'api_key' => 'abcd' ] ] ),
				[ 'sites.1.api_key' => 'invalid_api_key' ],
			],
			'masked key of another site'           => [
				self::body( [ self::SITE, [ ...self::OTHER, 'api_key' => '••••••••4567' ] ] ),
				[ 'sites.1.api_key' => 'invalid_api_key' ],
			],
			'official key missing'                 => [
				self::body( [ [ ...self::SITE, 'key_source' => 'official' ] ] ),
				[ 'sites.0.key_source' => 'no_official_key' ],
			],
			'template without n'                   => [
				self::body( [ [ ...self::SITE, 'order_id_template' => 'PL-{order_number}' ] ] ),
				[ 'sites.0.order_id_template' => 'template_placeholders' ],
			],
			'template with a space'                => [
				self::body( [ [ ...self::SITE, 'order_id_template' => 'PL {order_number}-{n}' ] ] ),
				[ 'sites.0.order_id_template' => 'template_characters' ],
			],
			'too few days'                         => [
				[ ...self::body( [ self::SITE ] ), 'default_days_active' => 0 ],
				[ 'default_days_active' => 'out_of_range' ],
			],
			'too many days'                        => [
				[ ...self::body( [ self::SITE ] ), 'default_days_active' => 366 ],
				[ 'default_days_active' => 'out_of_range' ],
			],
			'half a day'                           => [
				[ ...self::body( [ self::SITE ] ), 'default_days_active' => 0.5 ],
				[ 'default_days_active' => 'not_whole_number' ],
			],
			'description empty'                    => [
				[ ...self::body( [ self::SITE ] ), 'description_template' => ' ' ],
				[ 'description_template' => 'required' ],
			],
			'description over 200 bytes'           => [
				[ ...self::body( [ self::SITE ] ), 'description_template' => str_repeat( '€', 67 ) ],
				[ 'description_template' => 'description_too_long' ],
			],
			'description with unknown placeholder' => [
				[ ...self::body( [ self::SITE ] ), 'description_template' => 'Order {id}' ],
				[ 'description_template' => 'unknown_placeholder' ],
			],
		];
	}

	/**
	 * @param array<mixed>         $body    The request's body.
	 * @param array<string, mixed> $options Options of the official plugin.
	 */
	private static function read( array $body, array $options = [], ?Settings $current = null ): Settings {
		$official = new OfficialPluginKeys( new InMemoryOptions( $options ) );
		$input    = new SettingsInput( new SiteInput(
			new SiteKeys( new DefinedKeys(), static fn (): OfficialPluginKeys => $official ),
			$official
		) );

		return $input->read(
			$body,
			$current
				?? new Settings( [ new SiteSettings(
					'main',
					'Main shop',
					Environment::Test,
					new ApiKey( self::STORED_KEY )
				),
				] )
		);
	}

	/**
	 * @param array<mixed> $sites The sites sent.
	 * @return array<string, mixed>
	 */
	private static function body( array $sites ): array {
		return [
			'sites'                => $sites,
			'default_days_active'  => 30,
			'description_template' => 'Order {order_number}',
		];
	}
}
