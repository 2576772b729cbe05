<?php
/**
 * Mailing links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Email;

use MultiSafepay\PaymentLinks\Application\Port\LinkMailer;
use MultiSafepay\PaymentLinks\Domain\Exception\EmailFailed;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\WooCommerce\Log;
use WC_Order;

/**
 * Sends links through WooCommerce's mailer, which builds its e-mails when the first of them is needed.
 */
final class PaymentLinkMailer implements LinkMailer {

	/**
	 * Where WooCommerce keeps what the shop chose for the e-mail. Written out: the class of the e-mail cannot be loaded
	 * before WooCommerce's own, as when the plugin is activated or deleted.
	 */
	private const OPTION = 'woocommerce_multisafepay_payment_link_settings';

	/**
	 * Takes the log.
	 */
	public function __construct( private readonly Log $log ) {}

	/**
	 * {@inheritDoc}
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
			$this->log->warning( sprintf( 'The e-mail with link %s could not be handed over.', $link->order_id->value ) );

			throw new EmailFailed();
		}
	}

	/**
	 * Tells whether the shop sends this e-mail, without building WooCommerce's mailer for it.
	 */
	public static function is_switched_on(): bool {
		$settings = get_option( self::OPTION );

		return ! is_array( $settings ) || 'no' !== ( $settings['enabled'] ?? 'yes' );
	}

	/**
	 * Keeps the e-mail's settings before anybody changes them: WooCommerce reads them whenever it builds its e-mails, and
	 * asks the database for those that are not there.
	 */
	public static function keep_settings(): void {
		add_option( self::OPTION, [ 'enabled' => 'yes' ], '', true );
	}

	/**
	 * Takes the settings away.
	 */
	public static function forget_settings(): void {
		delete_option( self::OPTION );
	}

	/**
	 * Returns the e-mail as WooCommerce holds it; null when a plugin has taken it out.
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
