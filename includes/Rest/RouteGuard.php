<?php
/**
 * Who may.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use WC_Order;
use WP_Error;

/**
 * Permission checks of the staff routes and of the panel.
 */
final class RouteGuard {

	public const CAPABILITY = 'multisafepay_manage_payment_links';

	/**
	 * Allows people who handle payment links; which orders they may touch is another question.
	 *
	 * @return true|WP_Error
	 */
	public function manages_links(): bool|WP_Error {
		return $this->may_manage_links() ? true : $this->forbidden();
	}

	/**
	 * Allows people who handle payment links and may edit this order. Someone without the capability learns nothing
	 * about which orders exist.
	 *
	 * @return true|WP_Error
	 */
	public function manages_links_of( int $wc_order_id ): bool|WP_Error {
		if ( ! $this->may_manage_links() ) {
			return $this->forbidden();
		}

		$order = wc_get_order( $wc_order_id );
		if ( ! $order instanceof WC_Order || 'shop_order' !== $order->get_type() ) {
			return new WP_Error( 'rest_order_not_found', __( 'This order does not exist any more.', 'multisafepay-payment-links' ), [ 'status' => 404 ] );
		}

		return $this->may_edit( $order ) ? true : $this->forbidden();
	}

	/**
	 * Allows people who handle payment links and may edit every order: a list shows customers of them all.
	 *
	 * @return true|WP_Error
	 */
	public function sees_all_links(): bool|WP_Error {
		return $this->may_manage_links() && ( current_user_can( 'edit_others_shop_orders' ) || $this->may_manage_settings() ) ? true : $this->forbidden();
	}

	/**
	 * Allows people who handle payment links and may make orders, by WooCommerce's own rule.
	 *
	 * @return true|WP_Error
	 */
	public function makes_orders(): bool|WP_Error {
		return $this->may_manage_links() && current_user_can( 'publish_shop_orders' ) ? true : $this->forbidden();
	}

	/**
	 * Allows people who handle payment links and may look for customers, by the rule of WooCommerce's own field.
	 *
	 * @return true|WP_Error
	 */
	public function finds_customers(): bool|WP_Error {
		return $this->may_manage_links() && current_user_can( 'edit_shop_orders' ) ? true : $this->forbidden();
	}

	/**
	 * Allows people who manage the shop.
	 *
	 * @return true|WP_Error
	 */
	public function manages_settings(): bool|WP_Error {
		return $this->may_manage_settings() ? true : $this->forbidden();
	}

	/**
	 * Tells whether the current user handles payment links.
	 */
	public function may_manage_links(): bool {
		return current_user_can( self::CAPABILITY );
	}

	/**
	 * Tells whether the current user manages the shop.
	 */
	public function may_manage_settings(): bool {
		return current_user_can( 'manage_woocommerce' );
	}

	/**
	 * Tells whether the current user may edit the order, by WooCommerce's own rule.
	 */
	public function may_edit( WC_Order $order ): bool {
		$type = get_post_type_object( $order->get_type() );

		return null !== $type && ( current_user_can( 'edit_' . $type->capability_type, $order->get_id() ) || current_user_can( 'manage_woocommerce' ) );
	}

	/**
	 * Says no: 401 to strangers, 403 to people who are logged in.
	 */
	private function forbidden(): WP_Error {
		return new WP_Error(
			'rest_forbidden',
			__( 'You are not allowed to do this. Ask a manager of the shop.', 'multisafepay-payment-links' ),
			[ 'status' => rest_authorization_required_code() ]
		);
	}
}
