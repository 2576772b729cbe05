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
		$settings = get_option( 'woocommerce_' . PaymentLinkEmail::ID . '_settings' );

		return ! is_array( $settings ) || 'no' !== ( $settings['enabled'] ?? 'yes' );
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
