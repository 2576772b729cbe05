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
