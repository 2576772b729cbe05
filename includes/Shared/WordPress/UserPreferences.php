<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\WordPress;

/**
 * Preferences of a user, stored per site of a network.
 */
final class UserPreferences {

	private const ADVANCED = 'multisafepay_payment_links_advanced';
	private const COLUMNS  = 'multisafepay_payment_links_hidden_columns';

	/**
	 * Whether the form shows all fields.
	 */
	public function is_advanced( int $user_id ): bool {
		return '1' === get_user_option( self::ADVANCED, $user_id );
	}

	public function set_advanced( int $user_id, bool $is_advanced ): bool {
		update_user_option( $user_id, self::ADVANCED, $is_advanced ? '1' : '0' );

		return $is_advanced;
	}

	/**
	 * Returns the hidden columns of the list of all links.
	 *
	 * @return list<string>
	 */
	public function hidden_columns( int $user_id ): array {
		$columns = get_user_option( self::COLUMNS, $user_id );

		return is_array( $columns ) ? array_values( array_filter( $columns, 'is_string' ) ) : [];
	}

	/**
	 * @param list<string> $columns
	 * @return list<string>
	 */
	public function hide_columns( int $user_id, array $columns ): array {
		update_user_option( $user_id, self::COLUMNS, $columns );

		return $columns;
	}
}
