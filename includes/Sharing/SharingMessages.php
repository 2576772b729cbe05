<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sharing;

use MultiSafepay\PaymentLinks\Sharing\Domain\ShareChannel;

/**
 * The email's body text is in its templates, which themes can override.
 */
final class SharingMessages {

	public static function note( string $order_id, ShareChannel $channel, string $to ): string {
		return match ( $channel ) {
			ShareChannel::Email    => sprintf(
				/* translators: 1: order ID of the link, 2: email address. */
				__( 'Payment link %1$s sent to %2$s.', 'multisafepay-payment-links' ),
				$order_id,
				$to
			),
			ShareChannel::Whatsapp => sprintf(
				/* translators: %s: order ID of the link. */
				__( 'Payment link %s shared by WhatsApp.', 'multisafepay-payment-links' ),
				$order_id
			),
			ShareChannel::Sms      => sprintf(
				/* translators: %s: order ID of the link. */
				__( 'Payment link %s shared by text message.', 'multisafepay-payment-links' ),
				$order_id
			),
			ShareChannel::Copy     => sprintf(
				/* translators: %s: order ID of the link. */
				__( 'Message with payment link %s copied.', 'multisafepay-payment-links' ),
				$order_id
			),
		};
	}

	public static function email_title(): string {
		return __( 'Payment link', 'multisafepay-payment-links' );
	}

	public static function email_description(): string {
		return __(
			'Sent by staff from an order: the payment link that they made for it.',
			'multisafepay-payment-links'
		);
	}

	public static function email_subject(): string {
		return __( 'Payment link for your order {order_number} at {site_title}', 'multisafepay-payment-links' );
	}

	public static function email_heading(): string {
		return __( 'Pay for your order {order_number}', 'multisafepay-payment-links' );
	}

	public static function pay_without_login(): string {
		return __( 'You can also pay right away, without logging in:', 'multisafepay-payment-links' );
	}

	public static function pay_now(): string {
		return __( 'Pay now', 'multisafepay-payment-links' );
	}
}
