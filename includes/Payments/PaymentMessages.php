<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderEnd;
use MultiSafepay\PaymentLinks\Payments\Domain\PaymentEvent;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

final class PaymentMessages {

	public static function method_title( ?string $method ): string {
		return null === $method
			? __( 'Payment link', 'multisafepay-payment-links' )
			/* translators: %s: payment method, e.g. IDEAL. */
			: sprintf( __( 'Payment link (%s)', 'multisafepay-payment-links' ), esc_html( $method ) );
	}

	public static function status_restored(): string {
		return __(
			'This order was paid through a payment link, but another save has written its old status back.',
			'multisafepay-payment-links'
		);
	}

	public static function refresh_unanswered(): string {
		return __(
			'MultiSafepay did not answer. The link is as it was; try again in a moment.',
			'multisafepay-payment-links'
		);
	}

	public static function cancelled_note( string $order_id, OrderEnd $end ): string {
		$text = match ( $end ) {
			/* translators: %s: order ID of a payment link. */
			OrderEnd::Paid      => __(
				'Payment link %s cancelled, since this order has been paid another way. Nobody can pay it any more.',
				'multisafepay-payment-links'
			),
			/* translators: %s: order ID of a payment link. */
			OrderEnd::Cancelled => __(
				'Payment link %s cancelled with this order, which was cancelled. Nobody can pay it any more.',
				'multisafepay-payment-links'
			),
			/* translators: %s: order ID of a payment link. */
			OrderEnd::Refunded  => __(
				'Payment link %s cancelled with this order, which was refunded. Nobody can pay it any more.',
				'multisafepay-payment-links'
			),
			/* translators: %s: order ID of a payment link. */
			OrderEnd::Trashed, OrderEnd::Deleted => __(
				'Payment link %s cancelled with this order, which was moved to the trash. Nobody can pay it any more.',
				'multisafepay-payment-links'
			),
		};

		return sprintf( $text, $order_id );
	}

	public static function cancellation_delayed_note( string $order_id ): string {
		return sprintf(
			/* translators: %s: order ID of a payment link. */
			__( 'Payment link %s could not be cancelled yet:', 'multisafepay-payment-links' )
				. ' ' . __( 'MultiSafepay did not answer.', 'multisafepay-payment-links' )
				. ' ' . __(
					'It is tried again by itself; until then the link can be paid.',
					'multisafepay-payment-links'
				),
			$order_id
		);
	}

	public static function cancellation_impossible_note( string $order_id ): string {
		return sprintf(
			/* translators: %s: order ID of a payment link. */
			__(
				'Payment link %s could not be cancelled: the API key it was made with is not known here any more.',
				'multisafepay-payment-links'
			)
				. ' ' . __( 'Cancel it in the MultiSafepay dashboard.', 'multisafepay-payment-links' ),
			$order_id
		);
	}

	/**
	 * @param Money|null $money The amount of the event, when it is not the link's amount.
	 */
	public static function note( PaymentLink $link, PaymentEvent $event, ?Money $money ): string {
		$id     = $link->order_id->value;
		$amount = self::amount( $link->details->amount );
		$note   = match ( $event ) {
			PaymentEvent::Paid             => sprintf(
				/* translators: 1: order ID of the link, 2: amount and currency. */
				__( 'Payment link %1$s has been paid: %2$s.', 'multisafepay-payment-links' ),
				$id,
				$amount
			),
			PaymentEvent::PartlyPaid       => sprintf(
				/* translators: 1: order ID of the link, 2: amount and currency, 3: amount and currency still due. */
				__( 'Payment link %1$s has been paid: %2$s. The order still owes %3$s.', 'multisafepay-payment-links' ),
				$id,
				$amount,
				null === $money ? '' : self::amount( $money )
			),
			PaymentEvent::Uncleared        => sprintf(
				/* translators: 1: order ID of the link, 2: amount and currency. */
				__( 'MultiSafepay holds the payment of link %1$s (%2$s) for review.', 'multisafepay-payment-links' )
					. ' ' . __(
						'Accept or decline it in the MultiSafepay dashboard; do not ship before.',
						'multisafepay-payment-links'
					),
				$id,
				$amount
			),
			PaymentEvent::HoldEnded        => sprintf(
				/* translators: %s: order ID of the link. */
				__(
					'The payment of link %s that MultiSafepay held for review was not accepted.',
					'multisafepay-payment-links'
				)
					. ' ' . __( 'The order has not been paid through this link.', 'multisafepay-payment-links' ),
				$id
			),
			PaymentEvent::AmountMismatch,
			PaymentEvent::CurrencyMismatch => self::mismatch( $id, $amount, $money ),
			PaymentEvent::OrderMismatch    => sprintf(
				/* translators: 1: order ID of the link, 2: amount and currency. */
				__(
					'ATTENTION: payment link %1$s has been paid (%2$s), but that is not what the order owes.',
					'multisafepay-payment-links'
				)
					. ' ' . __(
						'Compare them, then complete the order yourself or refund the payment.',
						'multisafepay-payment-links'
					),
				$id,
				$amount
			),
			PaymentEvent::SecondPayment    => sprintf(
				__( 'ATTENTION: second payment.', 'multisafepay-payment-links' )
					/* translators: 1: order ID of the link, 2: amount and currency. */
					. ' ' . __(
						'Payment link %1$s has been paid (%2$s), but the order was paid already.',
						'multisafepay-payment-links'
					)
					. ' ' . __( 'Refund it if the customer did not mean it.', 'multisafepay-payment-links' ),
				$id,
				$amount
			),
			PaymentEvent::OrderClosed      => sprintf(
				/* translators: 1: order ID of the link, 2: amount and currency. */
				__(
					'ATTENTION: payment link %1$s has been paid (%2$s) after the order was cancelled or refunded.',
					'multisafepay-payment-links'
				)
					. ' ' . __( 'Ship it after all, or refund the payment.', 'multisafepay-payment-links' ),
				$id,
				$amount
			),
			PaymentEvent::OrderGone        => sprintf(
				/* translators: 1: order ID of the link, 2: amount and currency. */
				__(
					'ATTENTION: payment link %1$s has been paid (%2$s) while the order was in the trash.',
					'multisafepay-payment-links'
				)
					. ' ' . __( 'Restore the order, or refund the payment.', 'multisafepay-payment-links' ),
				$id,
				$amount
			),
			PaymentEvent::NotAccepted         => sprintf(
				/* translators: 1: order ID of the link, 2: amount and currency. */
				__(
					'ATTENTION: payment link %1$s has been paid (%2$s), but the status of the order takes no payment.',
					'multisafepay-payment-links'
				)
					. ' ' . __( 'Change the status yourself, or refund the payment.', 'multisafepay-payment-links' ),
				$id,
				$amount
			),
			PaymentEvent::Refunded         => self::refunded( $id, $money ),
			PaymentEvent::Chargeback       => sprintf(
				/* translators: 1: order ID of the link, 2: amount and currency. */
				__(
					'ATTENTION: the bank of the customer took back the payment of link %1$s (%2$s).',
					'multisafepay-payment-links'
				)
					. ' ' . __( 'Do not ship before it is settled.', 'multisafepay-payment-links' ),
				$id,
				$amount
			),
			PaymentEvent::ChargebackWon    => sprintf(
				/* translators: 1: order ID of the link, 2: amount and currency. */
				__(
					'The payment of link %1$s (%2$s) that the bank took back has been returned to you.',
					'multisafepay-payment-links'
				),
				$id,
				$amount
			),
		};

		return trim( $note . ' ' . self::transaction( $link ) );
	}

	/**
	 * @param Money|null $paid Null when the provider reported no amount.
	 */
	private static function mismatch( string $id, string $link_amount, ?Money $paid ): string {
		return null === $paid
			? sprintf(
				__( 'ATTENTION:', 'multisafepay-payment-links' )
					/* translators: 1: order ID of the link, 2: amount and currency of the link. */
					. ' ' . __(
						'MultiSafepay reports a payment for link %1$s without an amount; it asked %2$s.',
						'multisafepay-payment-links'
					)
					. ' ' . __( 'Look in the MultiSafepay dashboard before you ship.', 'multisafepay-payment-links' ),
				$id,
				$link_amount
			)
			: sprintf(
				/* translators: 1: order ID of the link, 2: amount paid, 3: amount of the link, with currencies. */
				__( 'ATTENTION: %2$s has been paid through link %1$s, which asked %3$s.', 'multisafepay-payment-links' )
					. ' ' . __( 'Look in the MultiSafepay dashboard before you ship.', 'multisafepay-payment-links' ),
				$id,
				self::amount( $paid ),
				$link_amount
			);
	}

	/**
	 * @param Money|null $money The total refunded; null when the provider reported no amount.
	 */
	private static function refunded( string $id, ?Money $money ): string {
		return null === $money
			? sprintf(
				/* translators: %s: order ID of the link. */
				__( 'MultiSafepay refunded the payment of link %s.', 'multisafepay-payment-links' )
					. ' ' . __(
						'If the shop does not know of it yet, write it down here as a manual refund.',
						'multisafepay-payment-links'
					),
				$id
			)
			: sprintf(
				/* translators: 1: order ID of the link, 2: amount and currency. */
				__( 'MultiSafepay has refunded %2$s in all of the payment of link %1$s.', 'multisafepay-payment-links' )
					. ' ' . __(
						'If the shop does not know of it yet, write it down here as a manual refund.',
						'multisafepay-payment-links'
					),
				$id,
				self::amount( $money )
			);
	}

	/**
	 * Returns the payment method that the customer used and the transaction ID, in parentheses. Notes are HTML.
	 */
	private static function transaction( PaymentLink $link ): string {
		if ( null === $link->transaction_id ) {
			return '';
		}

		return null === $link->payment_method
			/* translators: %s: transaction ID. */
			? sprintf( __( '(Transaction %s)', 'multisafepay-payment-links' ), esc_html( $link->transaction_id ) )
			: sprintf(
				/* translators: 1: payment method, e.g. IDEAL, 2: transaction ID. */
				__( '(%1$s, transaction %2$s)', 'multisafepay-payment-links' ),
				esc_html( $link->payment_method ),
				esc_html( $link->transaction_id )
			);
	}

	private static function amount( Money $money ): string {
		return $money->to_decimal() . ' ' . $money->currency->code;
	}
}
