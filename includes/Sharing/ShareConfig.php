<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sharing;

use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\WordPress\ShopName;
use MultiSafepay\PaymentLinks\Sites\Application\SettingsStore;

/**
 * Returns the configuration for sharing and displaying links, for every screen that shows links.
 */
final class ShareConfig {

	/**
	 * First interval of the dialog that waits for a payment; later intervals are longer.
	 */
	private const POLL_SECONDS = 2;

	/**
	 * The option with the email's settings in WooCommerce. Not derived from PaymentLinkEmail::ID, because that class
	 * cannot be loaded without WooCommerce's WC_Email, e.g. when the plugin is activated or deleted.
	 */
	private const EMAIL_OPTION = 'woocommerce_multisafepay_payment_link_settings';

	public function __construct( private readonly SettingsStore $settings ) {}

	/**
	 * @param string $phone In international format; empty when unknown.
	 * @return array{
	 *     share: array{message_template: string, phone: string, shop_name: string, email_enabled: bool},
	 *     timezone: string,
	 *     poll_seconds: int,
	 *     currency_exponents: list<array{code: string, exponent: int}>,
	 * }
	 */
	public function get( string $phone = '' ): array {
		return [
			'share'              => [
				'message_template' => $this->settings->load()->message_template,
				'phone'            => $phone,
				'shop_name'        => ShopName::plain(),
				'email_enabled'    => self::is_email_enabled(),
			],
			'timezone'           => wp_timezone_string(),
			'poll_seconds'       => self::POLL_SECONDS,
			'currency_exponents' => Currency::exponents(),
		];
	}

	/**
	 * Whether the email is enabled. Does not load WooCommerce's mailer.
	 */
	public static function is_email_enabled(): bool {
		$settings = get_option( self::EMAIL_OPTION );

		return ! is_array( $settings ) || 'no' !== ( $settings['enabled'] ?? 'yes' );
	}

	/**
	 * Stores default settings as an autoloaded option. Without it, WooCommerce would query the database for the missing
	 * option whenever it creates its emails.
	 */
	public static function add_email_settings(): void {
		add_option( self::EMAIL_OPTION, [ 'enabled' => 'yes' ], '', true );
	}

	public static function delete_email_settings(): void {
		delete_option( self::EMAIL_OPTION );
	}
}
