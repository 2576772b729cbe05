<?php
/**
 * How staff like the panel.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

/**
 * Keeps preferences with the user, for this shop.
 */
final class UserPreferences {

	private const ADVANCED = 'multisafepay_payment_links_advanced';

	/**
	 * Tells whether the user wants every field of the form.
	 */
	public function is_advanced( int $user_id ): bool {
		return '1' === get_user_option( self::ADVANCED, $user_id );
	}

	/**
	 * Remembers it, and returns it.
	 */
	public function set_advanced( int $user_id, bool $advanced ): bool {
		update_user_option( $user_id, self::ADVANCED, $advanced ? '1' : '0' );

		return $advanced;
	}
}
