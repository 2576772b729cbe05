<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\WordPress;

use MultiSafepay\PaymentLinks\Shared\Rest\Permissions;

/**
 * Grants the capability. Runs only when the schema changes, so that a shop can remove the capability from a role.
 */
final class Roles {

	private const DEFAULT = [ 'administrator', 'shop_manager' ];

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
				get_role( $name )?->add_cap( Permissions::CAPABILITY );
			}
		}
	}
}
