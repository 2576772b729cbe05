<?php
/**
 * The shape of the option.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use MultiSafepay\PaymentLinks\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\OrderIdTemplate;

/**
 * Turns settings into the array that is stored, and back.
 *
 * Whatever was stored, by us, by an import or by a hand in the database, comes back as valid settings: what cannot be
 * used falls back to its default, one value at a time, so that a shop never stops for a broken option.
 */
final class SettingsRecord {

	private const VERSION = 1;

	/**
	 * Returns what is stored. The keys stand in it in plain text: it goes to the option and nowhere else.
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
					'key_source'        => ( $site->uses_official_key ? KeySource::Official : KeySource::Stored )->value,
					'order_id_template' => $site->order_id_template->template,
					'is_default'        => $site->is_default,
				],
				$settings->sites
			),
			'default_days_active'  => $settings->default_days_active,
			'description_template' => $settings->description_template,
			'message_template'     => $settings->message_template,
			'auto_retire'          => $settings->auto_retire,
			'keep_held_orders'     => $settings->keep_held_orders,
			'delete_data'          => $settings->delete_data,
			'bulk_concurrency'     => $settings->bulk_concurrency,
		] + $settings->automation->to_array();
	}

	/**
	 * Reads what was stored.
	 */
	public static function from_value( mixed $stored ): Settings {
		if ( ! is_array( $stored ) ) {
			return new Settings();
		}

		$days = $stored['default_days_active'] ?? null;
		$bulk = $stored['bulk_concurrency'] ?? null;

		return new Settings(
			self::sites( $stored['sites'] ?? null ),
			is_int( $days ) && $days >= Settings::MIN_DAYS_ACTIVE && $days <= Settings::MAX_DAYS_ACTIVE ? $days : Settings::DEFAULT_DAYS_ACTIVE,
			self::description_template( $stored['description_template'] ?? null ),
			self::message_template( $stored['message_template'] ?? null ),
			// Only a clear no turns it off, only a clear yes turns the others on.
			auto_retire: false !== ( $stored['auto_retire'] ?? null ),
			keep_held_orders: true === ( $stored['keep_held_orders'] ?? null ),
			delete_data: true === ( $stored['delete_data'] ?? null ),
			automation: Automation::from_array( $stored ),
			bulk_concurrency: is_int( $bulk ) && $bulk >= 1 && $bulk <= Settings::MAX_BULK_CONCURRENCY ? $bulk : Settings::DEFAULT_BULK_CONCURRENCY,
		);
	}

	/**
	 * Returns the usable ones, each id once.
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
	 * Returns the site, or null when nothing tells which one it is or whether it moves real money.
	 *
	 * @param array<mixed> $stored One entry.
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

	/**
	 * Returns the key, or null when there is none that could be sent.
	 */
	private static function api_key( string $stored ): ?ApiKey {
		try {
			return '' === $stored ? null : new ApiKey( $stored );
		} catch ( InvalidValue ) {
			return null;
		}
	}

	/**
	 * Returns the template, or the usual one.
	 */
	private static function order_id_template( string $stored ): OrderIdTemplate {
		try {
			return new OrderIdTemplate( $stored );
		} catch ( InvalidValue ) {
			return new OrderIdTemplate();
		}
	}

	/**
	 * Returns the template, or the usual one.
	 */
	private static function description_template( mixed $stored ): string {
		try {
			return DescriptionTemplate::checked( self::text( $stored ) );
		} catch ( InvalidValue ) {
			return Settings::DEFAULT_DESCRIPTION_TEMPLATE;
		}
	}

	/**
	 * Returns the template, or the usual one.
	 */
	private static function message_template( mixed $stored ): string {
		try {
			return MessageTemplate::checked( self::text( $stored ) );
		} catch ( InvalidValue ) {
			return MessageTemplate::DEFAULT;
		}
	}

	/**
	 * Returns text as it is and anything else as nothing.
	 */
	private static function text( mixed $value ): string {
		return is_string( $value ) ? $value : '';
	}
}
