<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks;

use MultiSafepay\PaymentLinks\Orders\Storage\FileOrderLock;
use MultiSafepay\PaymentLinks\Shared\Database\Schema;
use MultiSafepay\PaymentLinks\Shared\Rest\Permissions;
use MultiSafepay\PaymentLinks\Shared\WordPress\RecurringActions;
use MultiSafepay\PaymentLinks\Sharing\ShareConfig;
use MultiSafepay\PaymentLinks\Sites\Application\SettingsStore;
use RuntimeException;
use wpdb;

/**
 * Deactivation unschedules the plugin's actions. Deletion also removes options, API keys and the capability. It drops
 * the tables only if the shop enabled that setting, because they record the shop's payments.
 */
final class Lifecycle {

	/**
	 * Prefix of the plugin's options and user options.
	 */
	private const PREFIX = 'multisafepay_payment_links_';

	public static function deactivate( mixed $network_wide = false ): void {
		self::on_sites( true === $network_wide, self::unschedule( ... ) );
	}

	/**
	 * Registers the uninstall hook. A network deletes plugins on its main site and reads that site's list of uninstall
	 * hooks, even if the plugin was active only on another site.
	 */
	public static function register_uninstall(): void {
		if ( ! is_multisite() ) {
			register_uninstall_hook( PLUGIN_FILE, [ self::class, 'uninstall' ] );

			return;
		}

		switch_to_blog( get_main_site_id() );
		register_uninstall_hook( PLUGIN_FILE, [ self::class, 'uninstall' ] );
		restore_current_blog();
	}

	public static function uninstall(): void {
		self::on_sites( is_multisite(), [ self::class, 'remove_from_site' ] );
		// The sites of a network share one user table. The user options of a site start with its table prefix.
		$wpdb = self::wpdb();
		$keys = $wpdb->esc_like( $wpdb->base_prefix ) . '%' . $wpdb->esc_like( self::PREFIX ) . '%';
		// phpcs:ignore WordPress.DB -- WordPress has no function for this. The cache is flushed below.
		$wpdb->query( (string) $wpdb->prepare( 'DELETE FROM %i WHERE meta_key LIKE %s', $wpdb->usermeta, $keys ) );
		wp_cache_flush();
	}

	public static function remove_from_site(): void {
		$container    = Plugin::container();
		$deletes_data = $container->get( SettingsStore::class )->load()->delete_data;

		self::unschedule();
		foreach ( wp_roles()->role_objects as $role ) {
			$role->remove_cap( Permissions::CAPABILITY );
		}
		if ( $deletes_data ) {
			$container->get( Schema::class )->drop();
		}
		foreach ( self::options() as $option ) {
			delete_option( $option );
		}
		ShareConfig::delete_email_settings();
		$container->get( FileOrderLock::class )->remove_files();
	}

	private static function unschedule(): void {
		delete_option( Plugin::ACTIONS_OPTION );
		RecurringActions::unschedule();
	}

	/**
	 * Returns the names of all stored options of the plugin, including those of other versions.
	 *
	 * @return list<string>
	 */
	private static function options(): array {
		$wpdb    = self::wpdb();
		$pattern = $wpdb->esc_like( self::PREFIX ) . '%';
		$query   = 'SELECT option_name FROM %i WHERE option_name LIKE %s';
		// phpcs:ignore WordPress.DB -- WordPress has no function that lists options.
		$names = $wpdb->get_col( (string) $wpdb->prepare( $query, $wpdb->options, $pattern ) );

		return array_values( array_filter( $names, 'is_string' ) );
	}

	/**
	 * Runs a callback on the current site, or on every site of the network.
	 *
	 * @param callable(): void $callback
	 */
	private static function on_sites( bool $is_network, callable $callback ): void {
		if ( ! $is_network ) {
			$callback();

			return;
		}

		foreach ( get_sites( [ 'fields' => 'ids', 'number' => 0 ] ) as $site ) {
			switch_to_blog( (int) $site );
			$callback();
			restore_current_blog();
		}
	}

	private static function wpdb(): wpdb {
		global $wpdb;

		return $wpdb instanceof wpdb ? $wpdb : throw new RuntimeException( 'WordPress has no database.' );
	}
}
