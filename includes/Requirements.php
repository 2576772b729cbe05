<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks;

use Automattic\WooCommerce\Utilities\FeaturesUtil;

/**
 * Checks the versions of WordPress and WooCommerce and shows a notice if they are not sufficient.
 */
final class Requirements {

	private const WORDPRESS   = '6.7';
	private const WOOCOMMERCE = '9.0';

	/**
	 * Declares compatibility with HPOS (high-performance order storage).
	 */
	public static function declare_compatibility(): void {
		// WooCommerce versions without this class get the notice below.
		if ( class_exists( FeaturesUtil::class ) ) {
			FeaturesUtil::declare_compatibility( 'custom_order_tables', PLUGIN_FILE, true );
		}
	}

	/**
	 * Whether the plugin can run. If not, adds an admin notice for users who can activate plugins.
	 */
	public function are_met(): bool {
		$woocommerce = defined( 'WC_VERSION' ) ? WC_VERSION : '';
		$wordpress   = get_bloginfo( 'version' );

		if (
			version_compare( $wordpress, self::WORDPRESS, '>=' )
			&& version_compare( $woocommerce, self::WOOCOMMERCE, '>=' )
		) {
			return true;
		}

		add_action( 'admin_notices', fn () => $this->print_notice( $wordpress, $woocommerce ) );

		return false;
	}

	private function print_notice( string $wordpress, string $woocommerce ): void {
		if ( ! current_user_can( 'activate_plugins' ) ) {
			return;
		}

		if ( version_compare( $wordpress, self::WORDPRESS, '<' ) ) {
			$text = sprintf(
				/* translators: 1: needed version, 2: present version. */
				__(
					'Payment Links for MultiSafepay needs WordPress %1$s or newer; this is %2$s. Update WordPress.',
					'multisafepay-payment-links'
				),
				self::WORDPRESS,
				$wordpress
			);
		} elseif ( '' === $woocommerce ) {
			$text = __(
				'Payment Links for MultiSafepay needs WooCommerce. Install and activate it.',
				'multisafepay-payment-links'
			);
		} else {
			$text = sprintf(
				/* translators: 1: needed version, 2: present version. */
				__(
					'Payment Links for MultiSafepay needs WooCommerce %1$s or newer; this is %2$s. Update WooCommerce.',
					'multisafepay-payment-links'
				),
				self::WOOCOMMERCE,
				$woocommerce
			);
		}

		echo '<div class="notice notice-error"><p>' . esc_html( $text ) . '</p></div>';
	}
}
