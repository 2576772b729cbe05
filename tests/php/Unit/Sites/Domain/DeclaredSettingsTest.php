<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Sites\Domain;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Sites\Domain\DeclaredSettings;
use MultiSafepay\PaymentLinks\Sites\Domain\Settings;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteSettings;
use PHPUnit\Framework\TestCase;

final class DeclaredSettingsTest extends TestCase {

	public function test_every_setting_of_the_shop_has_a_valid_default(): void {
		$settings = new Settings();
		$defaults = DeclaredSettings::to_array( $settings );

		foreach ( DeclaredSettings::of( Settings::class ) as $name => $setting ) {
			self::assertSame( $defaults[ $name ], $setting->default );
		}
		self::assertEquals(
			$settings,
			DeclaredSettings::create(
				Settings::class,
				DeclaredSettings::valid_values( Settings::class, $defaults )
			)
		);
	}

	public function test_every_parameter_except_the_sites_is_declared(): void {
		self::assertSame(
			[ 'sites', ...array_keys( DeclaredSettings::of( Settings::class ) ) ],
			array_keys( get_object_vars( new Settings() ) )
		);
	}

	public function test_the_settings_of_a_site_keep_their_types(): void {
		$site   = new SiteSettings( 'main', 'Main shop', Environment::Live, is_default: true );
		$values = DeclaredSettings::to_array( $site );

		self::assertSame(
			[
				'label'             => 'Main shop',
				'environment'       => 'live',
				'order_id_template' => 'PL-{order_number}-{n}',
				'is_default'        => true,
			],
			$values
		);
		self::assertEquals(
			$site,
			DeclaredSettings::create(
				SiteSettings::class,
				[ 'id' => 'main' ] + DeclaredSettings::valid_values( SiteSettings::class, $values )
			)
		);
	}
}
