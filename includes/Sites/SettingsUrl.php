<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites;

/**
 * The tab of this plugin under WooCommerce > Settings.
 */
final class SettingsUrl {

	public const TAB = 'multisafepay_payment_links';

	public static function get(): string {
		return admin_url( 'admin.php?page=wc-settings&tab=' . self::TAB );
	}
}
