<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use MultiSafepay\PaymentLinks\Sites\Domain\DeclaredSettings;
use MultiSafepay\PaymentLinks\Sites\Domain\Setting;
use MultiSafepay\PaymentLinks\Sites\Domain\Settings;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteSettings;

/**
 * Combines the declarations of the settings with their texts, for the settings screen and for the REST schemas.
 */
final class SettingsFields {

	/**
	 * @return list<array{title: string, fields: list<array<string, mixed>>}> In the order of the screen.
	 */
	public static function sections(): array {
		$declared = DeclaredSettings::of( Settings::class );

		return array_map(
			static fn ( array $section ): array => [
				'title'  => $section['title'],
				'fields' => array_values( self::fields( $section['settings'], $declared ) ),
			],
			SettingsMessages::sections()
		);
	}

	/**
	 * @return array<string, array<string, mixed>> By name, in the order of the screen.
	 */
	public static function of_site(): array {
		return self::fields( SettingsMessages::site_settings(), DeclaredSettings::of( SiteSettings::class ) );
	}

	/**
	 * Returns the JSON schemas of the settings of the shop.
	 *
	 * @return array<string, array<string, mixed>> By name.
	 */
	public static function schemas(): array {
		$texts = array_merge( ...array_column( SettingsMessages::sections(), 'settings' ) );

		return self::described( DeclaredSettings::of( Settings::class ), $texts );
	}

	/**
	 * Returns the JSON schemas of the settings of a site.
	 *
	 * @return array<string, array<string, mixed>> By name.
	 */
	public static function site_schemas(): array {
		return self::described( DeclaredSettings::of( SiteSettings::class ), SettingsMessages::site_settings() );
	}

	/**
	 * @param array<string, array{label: string, help?: string, options?: array<string, string>}> $texts By name.
	 * @param array<string, Setting> $declared By name.
	 * @return array<string, array<string, mixed>> By name.
	 */
	private static function fields( array $texts, array $declared ): array {
		$fields = [];
		foreach ( $texts as $name => $text ) {
			$setting         = $declared[ $name ] ?? null;
			$fields[ $name ] = [
				'name'    => $name,
				'label'   => $text['label'],
				'help'    => self::help( $text, $setting ),
				'default' => $setting?->default,
				'options' => self::options( $text['options'] ?? [], $setting ),
			] + ( $setting?->rule()->schema() ?? [ 'type' => 'string' ] ) + ( $setting?->rule()->hints() ?? [] );
		}

		return $fields;
	}

	/**
	 * @param array<string, Setting> $declared By name.
	 * @param array<string, array{label: string, help?: string}> $texts By name.
	 * @return array<string, array<string, mixed>>
	 */
	private static function described( array $declared, array $texts ): array {
		$schemas = [];
		foreach ( $declared as $name => $setting ) {
			$help             = self::help( $texts[ $name ], $setting );
			$schemas[ $name ] = [
				'description' => $texts[ $name ]['label'] . '.' . ( '' === $help ? '' : ' ' . $help ),
			] + $setting->rule()->schema() + ( $setting->is_required ? [ 'required' => true ] : [] );
		}

		return $schemas;
	}

	/**
	 * @param array{label: string, help?: string} $text
	 */
	private static function help( array $text, ?Setting $setting ): string {
		$schema       = $setting?->rule()->schema() ?? [];
		$placeholders = $setting?->rule()->hints()['placeholders'] ?? [];
		$limits       = [
			'{min}'          => $schema['minimum'] ?? $schema['minLength'] ?? null,
			'{max}'          => $schema['maximum'] ?? $schema['maxLength'] ?? null,
			'{placeholders}' => is_array( $placeholders ) ? implode( ' ', $placeholders ) : null,
		];

		return strtr( $text['help'] ?? '', array_map( strval( ... ), array_filter( $limits, is_scalar( ... ) ) ) );
	}

	/**
	 * @param array<string, string> $labels Labels of an enum.
	 * @return list<array{value: string, label: string}>
	 */
	private static function options( array $labels, ?Setting $setting ): array {
		$options = [];
		foreach ( [] === $labels ? self::offered( $setting ) : $labels as $value => $label ) {
			$options[] = [ 'value' => (string) $value, 'label' => $label ];
		}

		return $options;
	}

	/**
	 * @return array<int, string> The numbers that the screen offers, as labels of themselves.
	 */
	private static function offered( ?Setting $setting ): array {
		$numbers = $setting?->rule()->hints()['options'] ?? [];
		$labels  = [];
		foreach ( is_array( $numbers ) ? $numbers : [] as $number ) {
			$labels[ (int) $number ] = (string) $number;
		}

		return $labels;
	}
}
