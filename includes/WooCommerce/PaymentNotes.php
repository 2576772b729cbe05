<?php
/**
 * Notes about payments.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\PaymentNews;

/**
 * Says to the people who work on an order what became of its links' money, and what to do.
 */
final class PaymentNotes {

	/**
	 * Returns the note.
	 *
	 * @param PaymentLink $link  The link.
	 * @param PaymentNews $news  What happened.
	 * @param Money|null  $money The amount that belongs to it, other than the link's own.
	 */
	public function of( PaymentLink $link, PaymentNews $news, ?Money $money ): string {
		$id     = $link->order_id->value;
		$amount = $this->amount( $link->details->amount );
		$note   = match ( $news ) {
			/* translators: 1: order ID of the link, 2: amount and currency. */
			PaymentNews::Paid             => sprintf( __( 'Payment link %1$s has been paid: %2$s.', 'multisafepay-payment-links' ), $id, $amount ),
			/* translators: 1: order ID of the link, 2: amount and currency, 3: amount and currency that the order still owes. */
			PaymentNews::PartlyPaid       => sprintf( __( 'Payment link %1$s has been paid: %2$s. The order still owes %3$s.', 'multisafepay-payment-links' ), $id, $amount, null === $money ? '' : $this->amount( $money ) ),
			/* translators: 1: order ID of the link, 2: amount and currency. */
			PaymentNews::Uncleared        => sprintf( __( 'MultiSafepay holds the payment of link %1$s (%2$s) for review. Accept or decline it in the MultiSafepay dashboard; do not ship before.', 'multisafepay-payment-links' ), $id, $amount ),
			/* translators: %s: order ID of the link. */
			PaymentNews::HoldEnded        => sprintf( __( 'The payment of link %s that MultiSafepay held for review was not accepted. The order has not been paid through this link.', 'multisafepay-payment-links' ), $id ),
			PaymentNews::AmountMismatch,
			PaymentNews::CurrencyMismatch => $this->other_amount( $id, $amount, $money ),
			/* translators: 1: order ID of the link, 2: amount and currency. */
			PaymentNews::OrderMismatch    => sprintf( __( 'ATTENTION: payment link %1$s has been paid (%2$s), but that is not what the order owes. Compare them, then complete the order yourself or refund the payment.', 'multisafepay-payment-links' ), $id, $amount ),
			/* translators: 1: order ID of the link, 2: amount and currency. */
			PaymentNews::SecondPayment    => sprintf( __( 'ATTENTION: second payment. Payment link %1$s has been paid (%2$s), but the order was paid already. Refund it if the customer did not mean it.', 'multisafepay-payment-links' ), $id, $amount ),
			/* translators: 1: order ID of the link, 2: amount and currency. */
			PaymentNews::OrderClosed      => sprintf( __( 'ATTENTION: payment link %1$s has been paid (%2$s) after the order was cancelled or refunded. Ship it after all, or refund the payment.', 'multisafepay-payment-links' ), $id, $amount ),
			/* translators: 1: order ID of the link, 2: amount and currency. */
			PaymentNews::OrderGone        => sprintf( __( 'ATTENTION: payment link %1$s has been paid (%2$s) while the order was in the trash. Restore the order, or refund the payment.', 'multisafepay-payment-links' ), $id, $amount ),
			/* translators: 1: order ID of the link, 2: amount and currency. */
			PaymentNews::NotTaken         => sprintf( __( 'ATTENTION: payment link %1$s has been paid (%2$s), but the status of the order takes no payment. Change the status yourself, or refund the payment.', 'multisafepay-payment-links' ), $id, $amount ),
			PaymentNews::Refunded         => $this->refunded( $id, $money ),
			/* translators: 1: order ID of the link, 2: amount and currency. */
			PaymentNews::Chargeback       => sprintf( __( 'ATTENTION: the bank of the customer took back the payment of link %1$s (%2$s). Do not ship before it is settled.', 'multisafepay-payment-links' ), $id, $amount ),
			/* translators: 1: order ID of the link, 2: amount and currency. */
			PaymentNews::ChargebackWon    => sprintf( __( 'The payment of link %1$s (%2$s) that the bank took back has been returned to you.', 'multisafepay-payment-links' ), $id, $amount ),
		};

		return trim( $note . ' ' . $this->transaction( $link ) );
	}

	/**
	 * A payment of another amount or currency than the link asks.
	 */
	private function other_amount( string $id, string $asked, ?Money $paid ): string {
		return null === $paid
			/* translators: 1: order ID of the link, 2: amount and currency that it asks. */
			? sprintf( __( 'ATTENTION: MultiSafepay reports a payment for link %1$s without an amount; it asked %2$s. Look in the MultiSafepay dashboard before you ship.', 'multisafepay-payment-links' ), $id, $asked )
			/* translators: 1: order ID of the link, 2: amount and currency that was paid, 3: amount and currency that it asks. */
			: sprintf( __( 'ATTENTION: %2$s has been paid through link %1$s, which asked %3$s. Look in the MultiSafepay dashboard before you ship.', 'multisafepay-payment-links' ), $id, $this->amount( $paid ), $asked );
	}

	/**
	 * Money that went back.
	 */
	private function refunded( string $id, ?Money $money ): string {
		return null === $money
			/* translators: %s: order ID of the link. */
			? sprintf( __( 'MultiSafepay refunded the payment of link %s. If the shop does not know of it yet, write it down here as a manual refund.', 'multisafepay-payment-links' ), $id )
			/* translators: 1: order ID of the link, 2: amount and currency. */
			: sprintf( __( 'MultiSafepay has refunded %2$s in all of the payment of link %1$s. If the shop does not know of it yet, write it down here as a manual refund.', 'multisafepay-payment-links' ), $id, $this->amount( $money ) );
	}

	/**
	 * The method really used, and the transaction.
	 */
	private function transaction( PaymentLink $link ): string {
		if ( null === $link->transaction_id ) {
			return '';
		}

		return null === $link->payment_method
			/* translators: %s: id of a transaction. */
			? sprintf( __( '(Transaction %s)', 'multisafepay-payment-links' ), $link->transaction_id )
			/* translators: 1: payment method, e.g. IDEAL, 2: id of a transaction. */
			: sprintf( __( '(%1$s, transaction %2$s)', 'multisafepay-payment-links' ), $link->payment_method, $link->transaction_id );
	}

	/**
	 * Returns an amount with its currency.
	 */
	private function amount( Money $money ): string {
		return $money->to_decimal() . ' ' . $money->currency->code;
	}
}
