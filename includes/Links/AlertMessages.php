<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentAlert;

final class AlertMessages {

	/**
	 * Returns the cause of an alert and the recommended action.
	 */
	public static function text( PaymentAlert $alert ): string {
		return match ( $alert ) {
			PaymentAlert::AmountMismatch   => __(
				'MultiSafepay reports a payment of another amount than this link.',
				'multisafepay-payment-links'
			)
				. ' ' . __( 'Check it in the MultiSafepay dashboard before you ship.', 'multisafepay-payment-links' ),
			PaymentAlert::CurrencyMismatch => __(
				'MultiSafepay reports a payment in another currency than this link.',
				'multisafepay-payment-links'
			)
				. ' ' . __( 'Check it in the MultiSafepay dashboard before you ship.', 'multisafepay-payment-links' ),
			PaymentAlert::OrderCurrency    => __(
				'The currency of the order was changed before this link was paid.',
				'multisafepay-payment-links'
			)
				. ' ' . __( 'Change it back, or refund the payment.', 'multisafepay-payment-links' ),
			PaymentAlert::AmountAboveDue   => __(
				'The payment is higher than the amount due of the order.',
				'multisafepay-payment-links'
			)
				. ' ' . __( 'Accept it, or refund the difference.', 'multisafepay-payment-links' ),
			PaymentAlert::OrderStatus      => __(
				'The link was paid, but WooCommerce does not change an order with this status.',
				'multisafepay-payment-links'
			)
				. ' ' . __( 'Accept the payment to mark the order as paid.', 'multisafepay-payment-links' ),
			PaymentAlert::OrderCancelled   => __(
				'The link was paid after the order was cancelled.',
				'multisafepay-payment-links'
			)
				. ' ' . __( 'Accept the payment and ship the order, or refund it.', 'multisafepay-payment-links' ),
			PaymentAlert::OrderRefunded    => __(
				'The link was paid after the order was refunded. Refund the payment.',
				'multisafepay-payment-links'
			),
			PaymentAlert::OrderTrashed     => __(
				'The link was paid while the order was in the trash.',
				'multisafepay-payment-links'
			)
				. ' ' . __(
					'Accept the payment to restore the order, or refund it.',
					'multisafepay-payment-links'
				),
			PaymentAlert::OrderDeleted     => __(
				'The link was paid after the order was deleted. Refund the payment.',
				'multisafepay-payment-links'
			),
			PaymentAlert::Chargeback       => __(
				'The customer’s bank took this payment back. Do not ship before it is settled.',
				'multisafepay-payment-links'
			),
			PaymentAlert::SecondPayment    => __(
				'The order was already paid when this link was paid. Refund one of the payments.',
				'multisafepay-payment-links'
			),
		};
	}
}
