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
	private const COLUMNS  = 'multisafepay_payment_links_hidden_columns';

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

	/**
	 * Returns the columns of the list of all links that the user does not want to see.
	 *
	 * @return list<string>
	 */
	public function hidden_columns( int $user_id ): array {
		$columns = get_user_option( self::COLUMNS, $user_id );

		return is_array( $columns ) ? array_values( array_filter( $columns, 'is_string' ) ) : [];
	}

	/**
	 * Remembers them, and returns them.
	 *
	 * @param int          $user_id The user.
	 * @param list<string> $columns Names of columns.
	 * @return list<string>
	 */
	public function hide_columns( int $user_id, array $columns ): array {
		update_user_option( $user_id, self::COLUMNS, $columns );

		return $columns;
	}
}
