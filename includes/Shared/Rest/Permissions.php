<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Rest;

use WC_Order;
use WP_Error;

/**
 * Permission checks of the staff routes and screens.
 */
final class Permissions {

	public const CAPABILITY = 'multisafepay_manage_payment_links';

	/**
	 * @return true|WP_Error
	 */
	public function check_links(): bool|WP_Error {
		return $this->can_manage_links() ? true : $this->forbidden();
	}

	/**
	 * Also requires the permission to edit the order. Users without the capability cannot find out which orders exist.
	 *
	 * @return true|WP_Error
	 */
	public function check_order( int $wc_order_id ): bool|WP_Error {
		if ( ! $this->can_manage_links() ) {
			return $this->forbidden();
		}

		$order = wc_get_order( $wc_order_id );
		if ( ! $order instanceof WC_Order || 'shop_order' !== $order->get_type() ) {
			return new WP_Error( 'rest_order_not_found', SharedMessages::order_not_found(), [ 'status' => 404 ] );
		}

		return $this->can_edit( $order ) ? true : $this->forbidden();
	}

	/**
	 * Requires the permission to edit all orders: the list shows the customers of all orders.
	 *
	 * @return true|WP_Error
	 */
	public function check_all_links(): bool|WP_Error {
		return $this->can_view_all_links() ? true : $this->forbidden();
	}

	/**
	 * Requires WooCommerce's permission to create orders.
	 *
	 * @return true|WP_Error
	 */
	public function check_order_creation(): bool|WP_Error {
		return $this->can_create_orders() ? true : $this->forbidden();
	}

	/**
	 * Requires the same permission as WooCommerce's customer field.
	 *
	 * @return true|WP_Error
	 */
	public function check_customer_search(): bool|WP_Error {
		return $this->can_manage_links() && current_user_can( 'edit_shop_orders' ) ? true : $this->forbidden();
	}

	/**
	 * @return true|WP_Error
	 */
	public function check_settings(): bool|WP_Error {
		return $this->can_manage_settings() ? true : $this->forbidden();
	}

	public function can_manage_links(): bool {
		return current_user_can( self::CAPABILITY );
	}

	public function can_view_all_links(): bool {
		return $this->can_manage_links()
			&& ( current_user_can( 'edit_others_shop_orders' ) || $this->can_manage_settings() );
	}

	public function can_create_orders(): bool {
		return $this->can_manage_links() && current_user_can( 'publish_shop_orders' );
	}

	public function can_manage_settings(): bool {
		return current_user_can( 'manage_woocommerce' );
	}

	/**
	 * Applies the same rule as WooCommerce.
	 */
	public function can_edit( WC_Order $order ): bool {
		$type = get_post_type_object( $order->get_type() );

		// The capability of one order is checked last, because it needs a query.
		return null !== $type
			&& (
				$this->can_manage_settings()
				|| current_user_can( 'edit_' . $type->capability_type, $order->get_id() )
			);
	}

	/**
	 * Returns 401 for visitors and 403 for users who are logged in.
	 */
	private function forbidden(): WP_Error {
		return new WP_Error(
			'rest_forbidden',
			SharedMessages::forbidden(),
			[ 'status' => rest_authorization_required_code() ]
		);
	}
}
