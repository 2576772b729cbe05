<?php
/**
 * What the plugin needs.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks;

use Automattic\WooCommerce\Utilities\FeaturesUtil;

/**
 * Checks versions and says in words what is missing.
 */
final class Requirements {

	private const WORDPRESS   = '6.7';
	private const WOOCOMMERCE = '9.0';

	/**
	 * Tells WooCommerce that orders in tables of their own are fine.
	 */
	public static function declare_compatibility(): void {
		// Absent from versions that get the notice below.
		if ( class_exists( FeaturesUtil::class ) ) {
			FeaturesUtil::declare_compatibility( 'custom_order_tables', PLUGIN_FILE, true );
		}
	}

	/**
	 * Tells whether the plugin can run; if not, people who can mend it get a notice.
	 */
	public function are_met(): bool {
		$woocommerce = defined( 'WC_VERSION' ) ? WC_VERSION : '';
		$wordpress   = get_bloginfo( 'version' );

		if ( version_compare( $wordpress, self::WORDPRESS, '>=' ) && version_compare( $woocommerce, self::WOOCOMMERCE, '>=' ) ) {
			return true;
		}

		add_action( 'admin_notices', fn () => $this->print_notice( $wordpress, $woocommerce ) );

		return false;
	}

	/**
	 * Prints what is missing.
	 */
	private function print_notice( string $wordpress, string $woocommerce ): void {
		if ( ! current_user_can( 'activate_plugins' ) ) {
			return;
		}

		if ( version_compare( $wordpress, self::WORDPRESS, '<' ) ) {
			/* translators: 1: needed version, 2: present version. */
			$text = sprintf( __( 'Payment Links for MultiSafepay needs WordPress %1$s or newer; this is %2$s. Update WordPress.', 'multisafepay-payment-links' ), self::WORDPRESS, $wordpress );
		} elseif ( '' === $woocommerce ) {
			$text = __( 'Payment Links for MultiSafepay needs WooCommerce. Install and activate it.', 'multisafepay-payment-links' );
		} else {
			/* translators: 1: needed version, 2: present version. */
			$text = sprintf( __( 'Payment Links for MultiSafepay needs WooCommerce %1$s or newer; this is %2$s. Update WooCommerce.', 'multisafepay-payment-links' ), self::WOOCOMMERCE, $woocommerce );
		}

		echo '<div class="notice notice-error"><p>' . esc_html( $text ) . '</p></div>';
	}
}
