<?php
/**
 * Who gets the capability.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Admin;

use MultiSafepay\PaymentLinks\Rest\RouteGuard;

/**
 * Grants the capability once, so that a shop may take it away from a role again.
 */
final class Roles {

	private const DEFAULT = [ 'administrator', 'shop_manager' ];

	/**
	 * Grants the capability to the roles that handle payment links.
	 */
	public function grant(): void {
		/**
		 * Filters which roles get the capability `multisafepay_manage_payment_links` when the plugin is set up.
		 *
		 * @since 0.1.0
		 * @param list<string> $roles Names of roles.
		 */
		$roles = apply_filters( 'multisafepay_payment_links_roles', self::DEFAULT );

		foreach ( is_array( $roles ) ? $roles : self::DEFAULT as $name ) {
			if ( is_string( $name ) ) {
				get_role( $name )?->add_cap( RouteGuard::CAPABILITY );
			}
		}
	}
}
