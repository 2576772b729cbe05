<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\WooCommerce;

use MultiSafepay\PaymentLinks\Links\Domain\Customer\Customer;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\PayerLocale;
use MultiSafepay\PaymentLinks\NewOrders\Application\ShopCustomers;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderAddress;
use WP_User;

/**
 * Reads the billing fields that WooCommerce stores as user meta. Needs no queries for users that are in the cache.
 */
final class CustomerAccounts implements ShopCustomers {

	/**
	 * A user with one of these capabilities is a staff member.
	 */
	private const STAFF_CAPABILITIES = [ 'edit_posts', 'edit_shop_orders', 'manage_woocommerce', 'edit_users' ];

	public function find( int $customer_id ): ?Customer {
		$user = $customer_id > 0 ? get_userdata( $customer_id ) : false;

		return $user instanceof WP_User && $this->may_choose( $user ) ? $this->customer( $user ) : null;
	}

	/**
	 * Whether the current user may create orders for this user: any customer of this site, but only staff members whom
	 * the current user may edit. WooCommerce's own customer field shows all users.
	 */
	private function may_choose( WP_User $user ): bool {
		if ( is_multisite() && ! is_user_member_of_blog( $user->ID ) ) {
			return false;
		}
		foreach ( self::STAFF_CAPABILITIES as $capability ) {
			if ( $user->has_cap( $capability ) ) {
				return current_user_can( 'edit_user', $user->ID );
			}
		}

		return true;
	}

	private function customer( WP_User $user ): Customer {
		$locale = self::meta( $user, 'locale' );

		return Customer::from_order(
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
	 * Returns the first non-empty field.
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
