<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Shared\Application\Options;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Domain\DeclaredSettings;
use MultiSafepay\PaymentLinks\Sites\Domain\KeySource;
use MultiSafepay\PaymentLinks\Sites\Domain\Settings;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteSettings;

/**
 * Loads and saves the settings. The option is not autoloaded: no page of the storefront needs it.
 */
final class SettingsStore {

	private const VERSION = 1;

	public function __construct(
		private readonly Options $options,
		private readonly string $option,
	) {}

	public function load(): Settings {
		return self::from_value( $this->options->get( $this->option ) );
	}

	/**
	 * Saves the settings if they changed. Returns false if the database did not accept them.
	 */
	public function save( Settings $settings ): bool {
		$record = self::to_array( $settings );
		if ( $this->options->get( $this->option ) === $record ) {
			return true;
		}

		return $this->options->set( $this->option, $record );
	}

	/**
	 * Returns the settings of a stored value. It may have been changed by an import or directly in the database: each
	 * invalid value falls back to its default, so the result is always valid.
	 */
	public static function from_value( mixed $stored ): Settings {
		$stored = is_array( $stored ) ? $stored : [];

		return DeclaredSettings::create(
			Settings::class,
			[ 'sites' => self::sites( $stored['sites'] ?? null ) ]
				+ DeclaredSettings::valid_values( Settings::class, $stored )
		);
	}

	/**
	 * The array contains the API keys in plain text. Use it for the option only.
	 *
	 * @return array<string, mixed>
	 */
	private static function to_array( Settings $settings ): array {
		return [
			'version' => self::VERSION,
			'sites'   => array_map(
				static fn ( SiteSettings $site ): array => [
					'id'         => $site->id,
					'api_key'    => $site->api_key?->reveal() ?? '',
					'key_source' => $site->uses_official_key ? KeySource::Official->value : KeySource::Stored->value,
				] + DeclaredSettings::to_array( $site ),
				$settings->sites
			),
		] + DeclaredSettings::to_array( $settings );
	}

	/**
	 * Returns the valid sites, without duplicate IDs.
	 *
	 * @return list<SiteSettings>
	 */
	private static function sites( mixed $stored ): array {
		$sites = [];
		foreach ( is_array( $stored ) ? $stored : [] as $entry ) {
			$site = is_array( $entry ) ? self::site( $entry ) : null;
			if ( null !== $site ) {
				$sites[ $site->id ] ??= $site;
			}
		}

		return array_slice( array_values( $sites ), 0, Settings::MAX_SITES );
	}

	/**
	 * Returns null if the ID or the environment is not valid: these have no safe default.
	 *
	 * @param array<mixed> $stored
	 */
	private static function site( array $stored ): ?SiteSettings {
		$id     = self::text( $stored['id'] ?? null );
		$values = DeclaredSettings::valid_values( SiteSettings::class, $stored );
		if ( ! isset( $values['environment'] ) || ! SiteSettings::is_valid_id( $id ) ) {
			return null;
		}

		return DeclaredSettings::create(
			SiteSettings::class,
			[
				'id'                => $id,
				'api_key'           => self::api_key( self::text( $stored['api_key'] ?? null ) ),
				'uses_official_key' => KeySource::Official->value === ( $stored['key_source'] ?? null ),
			] + $values + [ 'label' => $id ]
		);
	}

	private static function api_key( string $stored ): ?ApiKey {
		try {
			return '' === $stored ? null : new ApiKey( $stored );
		} catch ( InvalidValue ) {
			return null;
		}
	}

	private static function text( mixed $value ): string {
		return is_string( $value ) ? $value : '';
	}
}
