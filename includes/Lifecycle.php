<?php
/**
 * The plugin's end.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks;

use MultiSafepay\PaymentLinks\Email\PaymentLinkMailer;
use MultiSafepay\PaymentLinks\Rest\RouteGuard;
use MultiSafepay\PaymentLinks\Settings\SettingsStore;
use MultiSafepay\PaymentLinks\Storage\Schema;
use MultiSafepay\PaymentLinks\WooCommerce\Jobs;
use RuntimeException;
use wpdb;

/**
 * Deactivation takes the plugin's work off the schedule; deletion takes options, keys, rights and schedules away, and
 * the links only where the shop said so: they are its record of who paid what.
 */
final class Lifecycle {

	/**
	 * Beginning of the names of all our options, and of what we keep with users.
	 */
	private const PREFIX = 'multisafepay_payment_links_';

	/**
	 * Runs when the plugin is deactivated, on one site or on all of a network.
	 *
	 * @param mixed $network_wide Whether on all of them.
	 */
	public static function deactivate( mixed $network_wide = false ): void {
		self::on_sites( true === $network_wide, [ Jobs::class, 'unschedule' ] );
	}

	/**
	 * Has uninstall() called when the plugin is deleted. A network deletes plugins on its main site, which looks into its
	 * own list, also where the plugin was active on another site alone.
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

	/**
	 * Runs when the plugin is deleted: on every site of a network.
	 */
	public static function uninstall(): void {
		self::on_sites( is_multisite(), [ self::class, 'remove_from_site' ] );
		// People are shared by the sites of a network; what is kept with them for one site begins with the name of its tables.
		$wpdb = self::wpdb();
		// phpcs:ignore WordPress.DB -- Prepared; there is no function for this, and what was cached is flushed below.
		$wpdb->query( (string) $wpdb->prepare( 'DELETE FROM %i WHERE meta_key LIKE %s', $wpdb->usermeta, $wpdb->esc_like( $wpdb->base_prefix ) . '%' . $wpdb->esc_like( self::PREFIX ) . '%' ) );
		wp_cache_flush();
	}

	/**
	 * Removes what the current site has of us.
	 */
	public static function remove_from_site(): void {
		$deletes_data = ( new SettingsStore() )->load()->delete_data;

		Jobs::unschedule();
		foreach ( wp_roles()->role_objects as $role ) {
			$role->remove_cap( RouteGuard::CAPABILITY );
		}
		foreach ( self::options() as $option ) {
			delete_option( $option );
		}
		PaymentLinkMailer::forget_settings();
		if ( $deletes_data ) {
			( new Schema( self::wpdb() ) )->drop();
		}
	}

	/**
	 * Returns the names of our options, whichever version made them.
	 *
	 * @return list<string>
	 */
	private static function options(): array {
		$wpdb = self::wpdb();
		// phpcs:ignore WordPress.DB -- Prepared; a list of options is not cached.
		$names = $wpdb->get_col( (string) $wpdb->prepare( 'SELECT option_name FROM %i WHERE option_name LIKE %s', $wpdb->options, $wpdb->esc_like( self::PREFIX ) . '%' ) );

		return array_values( array_filter( $names, 'is_string' ) );
	}

	/**
	 * Does something on this site, or on each of the network.
	 *
	 * @param bool             $on_all Whether on each.
	 * @param callable(): void $work   What to do.
	 */
	private static function on_sites( bool $on_all, callable $work ): void {
		if ( ! $on_all ) {
			$work();

			return;
		}

		foreach ( get_sites( [ 'fields' => 'ids', 'number' => 0 ] ) as $site ) {
			switch_to_blog( (int) $site );
			$work();
			restore_current_blog();
		}
	}

	/**
	 * Returns WordPress's database.
	 */
	private static function wpdb(): wpdb {
		global $wpdb;

		return $wpdb instanceof wpdb ? $wpdb : throw new RuntimeException( 'WordPress has no database.' );
	}
}
