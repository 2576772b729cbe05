<?php
/**
 * The option of the plugin.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

/**
 * Loads and saves the settings. They are not autoloaded: no page of the storefront needs them.
 */
final class SettingsStore {

	public const OPTION = 'multisafepay_payment_links_settings';

	/**
	 * Returns the settings; defaults where nothing usable is stored.
	 */
	public function load(): Settings {
		return SettingsRecord::from_value( get_option( self::OPTION ) );
	}

	/**
	 * Saves the settings. Writes only when something changed; returns false when the database did not take them.
	 */
	public function save( Settings $settings ): bool {
		$record = SettingsRecord::to_array( $settings );
		if ( get_option( self::OPTION ) === $record ) {
			return true;
		}

		return update_option( self::OPTION, $record, false );
	}
}
