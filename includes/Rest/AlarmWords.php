<?php
/**
 * Words for alarms.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Domain\LinkAlarm;

/**
 * Says what a person has to look at, and what to do.
 */
final class AlarmWords {

	/**
	 * Returns the words of an alarm.
	 */
	public function of( LinkAlarm $alarm ): string {
		return match ( $alarm ) {
			LinkAlarm::AmountMismatch   => __( 'The amount that was paid is not what this link asks, or not what the order owes. Compare it in the MultiSafepay dashboard before you ship.', 'multisafepay-payment-links' ),
			LinkAlarm::CurrencyMismatch => __( 'The currency that was paid is not that of this link, or not that of the order. Compare it in the MultiSafepay dashboard before you ship.', 'multisafepay-payment-links' ),
			LinkAlarm::SecondPayment    => __( 'This order was paid already: this is a second payment. Refund it if the customer did not mean it.', 'multisafepay-payment-links' ),
			LinkAlarm::OrderClosed      => __( 'The customer paid after the order was cancelled or refunded. Ship it after all, or refund the payment.', 'multisafepay-payment-links' ),
			LinkAlarm::OrderGone        => __( 'The customer paid, but the order is in the trash or deleted. Restore the order, or refund the payment.', 'multisafepay-payment-links' ),
			LinkAlarm::Chargeback       => __( 'The customer’s bank took this payment back. Do not ship before it is settled.', 'multisafepay-payment-links' ),
		};
	}
}
