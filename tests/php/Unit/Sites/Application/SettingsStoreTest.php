<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Sites\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Sites\Application\SettingsStore;
use MultiSafepay\PaymentLinks\Sites\Domain\DeclaredSettings;
use MultiSafepay\PaymentLinks\Sites\Domain\OrderIdTemplate;
use MultiSafepay\PaymentLinks\Sites\Domain\Settings;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteSettings;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryOptions;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class SettingsStoreTest extends TestCase {

	private const SITE = [
		'id'                => 'main',
		'label'             => 'Main shop',
		'environment'       => 'live',
		'api_key'           => 'key-of-the-main-shop-0001',
		'key_source'        => 'stored',
		'order_id_template' => 'MS-{order_number}-{n}',
		'is_default'        => true,
	];

	public function test_stored_settings_are_loaded_unchanged(): void {
		$settings = new Settings(
			[
				new SiteSettings(
					'main',
					'Main shop',
					Environment::Live,
					new ApiKey( 'key-of-the-main-shop-0001' ),
					false,
					new OrderIdTemplate( 'MS-{order_number}-{n}' ),
					true
				),
				new SiteSettings( 'other', 'Other', Environment::Test, null, true ),
			],
			14,
			'{shop_name}: {order_number}',
			auto_cancel: false,
			keep_held_orders: true,
			delete_data: true,
			bulk_concurrency: 16,
			auto_create: true,
			auto_create_rest: true,
			link_in_order_email: true,
		);

		$options = new InMemoryOptions();
		$store   = new SettingsStore( $options, 'settings' );
		$store->save( $settings );
		$stored = $options->get( 'settings' );
		$read   = $store->load();
		$store->save( $read );

		self::assertSame( $stored, $options->get( 'settings' ) );
		self::assertSame( 'key-of-the-main-shop-0001', $read->site( 'main' )?->api_key?->reveal() );
		self::assertTrue( $read->site( 'other' )?->uses_official_key );
		self::assertSame( 14, $read->default_days_active );
		self::assertSame( '{shop_name}: {order_number}', $read->description_template );
		self::assertSame( [ false, true, true ], [ $read->auto_cancel, $read->keep_held_orders, $read->delete_data ] );
		self::assertSame(
			[ 'auto_create' => true, 'auto_send' => false, 'auto_create_rest' => true, 'link_in_order_email' => true ],
			self::automation( $read )
		);
		self::assertSame( 16, $read->bulk_concurrency );
	}

	#[DataProvider( 'invalid_options' )]
	public function test_an_invalid_option_gives_the_defaults( mixed $stored ): void {
		$settings = SettingsStore::from_value( $stored );

		self::assertSame( [], $settings->sites );
		self::assertSame( 30, $settings->default_days_active );
		self::assertSame( 'Order {order_number}', $settings->description_template );
		self::assertSame(
			[ true, false, false ],
			[ $settings->auto_cancel, $settings->keep_held_orders, $settings->delete_data ],
			'Deleting data and keeping held orders must be off by default.'
		);
		self::assertNotContains(
			true,
			self::automation( $settings ),
			'All automation must be off by default.'
		);
		self::assertSame( 8, $settings->bulk_concurrency );
	}

	/**
	 * @return array<string, array{mixed}>
	 */
	public static function invalid_options(): array {
		return [
			'never stored'             => [ false ],
			'null'                     => [ null ],
			'a string'                 => [ 'a:1:{s:5:"sites"' ],
			'a number'                 => [ 7 ],
			'an object'                => [ (object) [ 'sites' => [] ] ],
			'empty'                    => [ [] ],
			'values of the wrong type' => [ [
				'sites' => 'none',
				'default_days_active' => '30',
				'description_template' => [],
				'auto_cancel' => 0,
				'keep_held_orders' => 1,
				'delete_data' => 'yes',
				'auto_create' => 1,
				'auto_send' => 'on',
				'bulk_concurrency' => '16',
			],
			],
			'values out of range'      => [ [
				'default_days_active' => 366,
				'description_template' => str_repeat( 'x', 201 ),
			],
			],
			'no concurrent request'    => [ [ 'bulk_concurrency' => 0 ] ],
			'zero days'                => [ [ 'default_days_active' => 0 ] ],
			'invalid sites'            => [ [ 'sites' => [ null, 'main', [], [ 'id' => 'main' ] ] ] ],
			'invalid site ID'          => [ [ 'sites' => [ [ ...self::SITE, 'id' => 'Main shop' ] ] ] ],
			'unknown environment'      => [ [ 'sites' => [ [ ...self::SITE, 'environment' => 'acceptance' ] ] ] ],
		];
	}

	/**
	 * @param array<string, mixed> $change The invalid values.
	 */
	#[DataProvider( 'invalid_values' )]
	public function test_a_site_with_one_invalid_value_is_still_used(
		array $change,
		string $label,
		?string $key,
		string $template,
	): void {
		$site = SettingsStore::from_value( [ 'sites' => [ [ ...self::SITE, ...$change ] ] ] )->site( 'main' );

		self::assertNotNull( $site );
		self::assertSame( $label, $site->label );
		self::assertSame( $key, $site->api_key?->reveal() );
		self::assertSame( $template, $site->order_id_template->template );
	}

	/**
	 * @return array<string, array{array<string, mixed>, string, string|null, string}>
	 */
	public static function invalid_values(): array {
		$key = self::SITE['api_key'];

		return [
			'nothing invalid'                                   => [ [], 'Main shop', $key, 'MS-{order_number}-{n}' ],
			'no label'                                          => [
				[ 'label' => ' ' ],
				'main',
				$key,
				'MS-{order_number}-{n}',
			],
			'label of the wrong type'                           => [
				[ 'label' => 5 ],
				'main',
				$key,
				'MS-{order_number}-{n}',
			],
			'a key with a line break'                           => [
				[ 'api_key' => "key\nwith-break" ],
				'Main shop',
				null,
				'MS-{order_number}-{n}',
			],
			'a key of the wrong type'                           => [
				[ 'api_key' => [ $key ] ],
				'Main shop',
				null,
				'MS-{order_number}-{n}',
			],
			'an order ID template that is not unique per order' => [
				[ 'order_id_template' => 'PL-{n}' ],
				'Main shop',
				$key,
				'PL-{order_number}-{n}',
			],
		];
	}

	public function test_a_duplicate_site_id_is_ignored(): void {
		$settings = SettingsStore::from_value( [ 'sites' => [ self::SITE, [ ...self::SITE, 'label' => 'Twin' ] ] ] );

		self::assertCount( 1, $settings->sites );
		self::assertSame( 'Main shop', $settings->sites[0]->label );
	}

	public function test_at_most_twenty_sites_are_read(): void {
		$sites = array_map( static fn ( int $n ): array => [ ...self::SITE, 'id' => 'site-' . $n ], range( 1, 30 ) );

		self::assertCount( 20, SettingsStore::from_value( [ 'sites' => $sites ] )->sites );
	}

	/**
	 * @param list<bool> $flags    As stored.
	 * @param list<bool> $expected As read.
	 */
	#[DataProvider( 'default_flags' )]
	public function test_exactly_one_site_is_the_default( array $flags, array $expected ): void {
		$sites = [];
		foreach ( $flags as $n => $flag ) {
			$sites[] = [ ...self::SITE, 'id' => 'site-' . $n, 'is_default' => $flag ];
		}

		$read = array_map(
			static fn ( SiteSettings $site ): bool => $site->is_default,
			SettingsStore::from_value( [ 'sites' => $sites ] )->sites
		);

		self::assertSame( $expected, $read );
	}

	/**
	 * @return array<string, array{list<bool>, list<bool>}>
	 */
	public static function default_flags(): array {
		return [
			'one'  => [ [ false, true, false ], [ false, true, false ] ],
			'none' => [ [ false, false ], [ true, false ] ],
			'two'  => [ [ false, true, true ], [ false, true, false ] ],
		];
	}

	/**
	 * @return array<string, bool|int|string>
	 */
	private static function automation( Settings $settings ): array {
		return array_intersect_key(
			DeclaredSettings::to_array( $settings ),
			array_flip( [ 'auto_create', 'auto_send', 'auto_create_rest', 'link_in_order_email' ] )
		);
	}
}
