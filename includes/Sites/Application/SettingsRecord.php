<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Domain\AutomationSettings;
use MultiSafepay\PaymentLinks\Sites\Domain\DescriptionTemplate;
use MultiSafepay\PaymentLinks\Sites\Domain\KeySource;
use MultiSafepay\PaymentLinks\Sites\Domain\MessageTemplate;
use MultiSafepay\PaymentLinks\Sites\Domain\OrderIdTemplate;
use MultiSafepay\PaymentLinks\Sites\Domain\Settings;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteSettings;

/**
 * Converts settings to the stored array and back.
 *
 * The stored option may have been changed by an import or directly in the database. Each invalid value falls back to
 * its default, so the result is always valid.
 */
final class SettingsRecord {

	private const VERSION = 1;

	/**
	 * The array contains the API keys in plain text. Use it for the option only.
	 *
	 * @return array<string, mixed>
	 */
	public static function to_array( Settings $settings ): array {
		return [
			'version'              => self::VERSION,
			'sites'                => array_map(
				static fn ( SiteSettings $site ): array => [
					'id'                => $site->id,
					'label'             => $site->label,
					'environment'       => $site->environment->value,
					'api_key'           => $site->api_key?->reveal() ?? '',
					'key_source'        => $site->uses_official_key
						? KeySource::Official->value
						: KeySource::Stored->value,
					'order_id_template' => $site->order_id_template->template,
					'is_default'        => $site->is_default,
				],
				$settings->sites
			),
			'default_days_active'  => $settings->default_days_active,
			'description_template' => $settings->description_template,
			'message_template'     => $settings->message_template,
			'auto_cancel'          => $settings->auto_cancel,
			'keep_held_orders'     => $settings->keep_held_orders,
			'delete_data'          => $settings->delete_data,
			'bulk_concurrency'     => $settings->bulk_concurrency,
		] + $settings->automation->to_array();
	}

	public static function from_value( mixed $stored ): Settings {
		if ( ! is_array( $stored ) ) {
			return new Settings();
		}

		$days = $stored['default_days_active'] ?? null;
		$concurrency = $stored['bulk_concurrency'] ?? null;

		return new Settings(
			self::sites( $stored['sites'] ?? null ),
			is_int( $days ) && $days >= Settings::MIN_DAYS_ACTIVE && $days <= Settings::MAX_DAYS_ACTIVE
				? $days
				: Settings::DEFAULT_DAYS_ACTIVE,
			self::description_template( $stored['description_template'] ?? null ),
			self::message_template( $stored['message_template'] ?? null ),
			// auto_cancel is on unless it is false; the others are off unless they are true.
			auto_cancel: false !== ( $stored['auto_cancel'] ?? null ),
			keep_held_orders: true === ( $stored['keep_held_orders'] ?? null ),
			delete_data: true === ( $stored['delete_data'] ?? null ),
			automation: AutomationSettings::from_array( $stored ),
			bulk_concurrency: is_int( $concurrency )
				&& $concurrency >= 1
				&& $concurrency <= Settings::MAX_BULK_CONCURRENCY
				? $concurrency
				: Settings::DEFAULT_BULK_CONCURRENCY,
		);
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
		$id          = self::text( $stored['id'] ?? null );
		$environment = Environment::tryFrom( self::text( $stored['environment'] ?? null ) );
		if ( null === $environment || 1 !== preg_match( SiteSettings::ID_PATTERN, $id ) ) {
			return null;
		}

		$label = trim( self::text( $stored['label'] ?? null ) );

		return new SiteSettings(
			$id,
			'' === $label ? $id : $label,
			$environment,
			self::api_key( self::text( $stored['api_key'] ?? null ) ),
			KeySource::Official->value === ( $stored['key_source'] ?? null ),
			self::order_id_template( self::text( $stored['order_id_template'] ?? null ) ),
			true === ( $stored['is_default'] ?? null ),
		);
	}

	private static function api_key( string $stored ): ?ApiKey {
		try {
			return '' === $stored ? null : new ApiKey( $stored );
		} catch ( InvalidValue ) {
			return null;
		}
	}

	private static function order_id_template( string $stored ): OrderIdTemplate {
		try {
			return new OrderIdTemplate( $stored );
		} catch ( InvalidValue ) {
			return new OrderIdTemplate();
		}
	}

	private static function description_template( mixed $stored ): string {
		try {
			return DescriptionTemplate::checked( self::text( $stored ) );
		} catch ( InvalidValue ) {
			return Settings::DEFAULT_DESCRIPTION_TEMPLATE;
		}
	}

	private static function message_template( mixed $stored ): string {
		try {
			return MessageTemplate::checked( self::text( $stored ) );
		} catch ( InvalidValue ) {
			return MessageTemplate::DEFAULT;
		}
	}

	private static function text( mixed $value ): string {
		return is_string( $value ) ? $value : '';
	}
}
