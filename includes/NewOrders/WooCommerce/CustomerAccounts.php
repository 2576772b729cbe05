<?php
/**
 * Accounts of customers.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use MultiSafepay\PaymentLinks\Application\Port\ShopCustomers;
use MultiSafepay\PaymentLinks\Domain\Customer;
use MultiSafepay\PaymentLinks\Domain\OrderAddress;
use MultiSafepay\PaymentLinks\Domain\PayerLocale;
use WP_User;

/**
 * Reads customers' accounts: the fields that WooCommerce keeps with a user, without a query for each of them once WordPress
 * has cached the users.
 */
final class CustomerAccounts implements ShopCustomers {

	/**
	 * Whoever may do one of these works for the shop or the site.
	 */
	private const STAFF = [ 'edit_posts', 'edit_shop_orders', 'manage_woocommerce', 'edit_users' ];

	/**
	 * {@inheritDoc}
	 */
	public function find( int $customer_id ): ?Customer {
		$user = $customer_id > 0 ? get_userdata( $customer_id ) : false;

		return $user instanceof WP_User && $this->may_choose( $user ) ? $this->customer( $user ) : null;
	}

	/**
	 * Tells whether the current user may choose this one: customers of this site, and of the staff who the user may edit
	 * anyway. WooCommerce's own field shows everybody.
	 */
	private function may_choose( WP_User $user ): bool {
		if ( is_multisite() && ! is_user_member_of_blog( $user->ID ) ) {
			return false;
		}
		foreach ( self::STAFF as $capability ) {
			if ( $user->has_cap( $capability ) ) {
				return current_user_can( 'edit_user', $user->ID );
			}
		}

		return true;
	}

	/**
	 * Returns what the account knows.
	 */
	private function customer( WP_User $user ): Customer {
		$locale = self::meta( $user, 'locale' );

		return Customer::fitted(
			new OrderAddress(
				self::meta( $user, 'billing_first_name', 'first_name' ),
				self::meta( $user, 'billing_last_name', 'last_name' ),
				self::meta( $user, 'billing_company' ),
				self::meta( $user, 'billing_address_1' ),
				self::meta( $user, 'billing_address_2' ),
				self::meta( $user, 'billing_postcode' ),
				self::meta( $user, 'billing_city' ),
				self::meta( $user, 'billing_state' ),
				self::meta( $user, 'billing_country' ),
				'' === self::meta( $user, 'billing_email' ) ? $user->user_email : self::meta( $user, 'billing_email' ),
				self::meta( $user, 'billing_phone' )
			),
			PayerLocale::for_customer( '' === $locale ? get_locale() : $locale, self::meta( $user, 'billing_country' ) )
		);
	}

	/**
	 * Returns the first of these fields that is filled.
	 */
	private static function meta( WP_User $user, string ...$keys ): string {
		foreach ( $keys as $key ) {
			$value = get_user_meta( $user->ID, $key, true );
			if ( is_string( $value ) && '' !== $value ) {
				return $value;
			}
		}

		return '';
	}
}
