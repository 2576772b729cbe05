<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sharing\WooCommerce;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Shared\WordPress\Log;
use MultiSafepay\PaymentLinks\Sharing\Domain\EmailFailed;
use WC_Order;

/**
 * Sends links to customers through WooCommerce's mailer.
 */
final class LinkMailer {

	/**
	 * The option with the email's settings in WooCommerce. Not derived from PaymentLinkEmail::ID, because that class
	 * cannot be loaded without WooCommerce's WC_Email, e.g. when the plugin is activated or deleted.
	 */
	private const OPTION = 'woocommerce_multisafepay_payment_link_settings';

	public function __construct( private readonly Log $log ) {}

	/**
	 * @param string $message Personal message from staff, plain text; may be empty.
	 * @throws EmailFailed When the email is disabled or WordPress could not send it.
	 * @throws OrderNotFound When the order is deleted or in the trash.
	 */
	public function send( PaymentLink $link, string $to, string $message ): void {
		$order = wc_get_order( $link->wc_order_id );
		if ( ! $order instanceof WC_Order || 'trash' === $order->get_status() ) {
			throw new OrderNotFound();
		}

		$email = self::email();
		if ( null === $email || ! $email->is_enabled() ) {
			throw new EmailFailed( true );
		}
		if ( ! $email->send_link( $link, $order, $to, $message ) ) {
			$this->log->warning( sprintf(
				'The e-mail with link %s could not be handed over.',
				$link->order_id->value
			) );

			throw new EmailFailed();
		}
	}

	/**
	 * Whether the email is enabled. Does not load WooCommerce's mailer.
	 */
	public static function is_enabled(): bool {
		$settings = get_option( self::OPTION );

		return ! is_array( $settings ) || 'no' !== ( $settings['enabled'] ?? 'yes' );
	}

	/**
	 * Stores default settings as an autoloaded option. Without it, WooCommerce would query the database for the missing
	 * option whenever it creates its emails.
	 */
	public static function add_default_settings(): void {
		add_option( self::OPTION, [ 'enabled' => 'yes' ], '', true );
	}

	public static function delete_settings(): void {
		delete_option( self::OPTION );
	}

	/**
	 * Returns WooCommerce's instance of the email; null when another plugin has removed it.
	 */
	private static function email(): ?PaymentLinkEmail {
		foreach ( WC()->mailer()->get_emails() as $email ) {
			if ( $email instanceof PaymentLinkEmail ) {
				return $email;
			}
		}

		return null;
	}
}
