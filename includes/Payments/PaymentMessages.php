<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments;

use MultiSafepay\PaymentLinks\Links\AlertMessages;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentAlert;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderEnd;
use MultiSafepay\PaymentLinks\Payments\Domain\NoAlert;
use MultiSafepay\PaymentLinks\Payments\Domain\PaymentEvent;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorMessages;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use Throwable;
use WP_Error;

final class PaymentMessages implements ErrorMessages {

	/**
	 * Returns the title of the payment method for customers.
	 *
	 * @param string|null $method MultiSafepay's display name.
	 */
	public static function method_title( ?string $method ): string {
		return null === $method ? __( 'Payment link', 'multisafepay-payment-links' ) : esc_html( $method );
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

	/**
	 * @param string $paid_order_id Order ID of the link that was paid instead; empty if there is none.
	 */
	public static function cancelled_note( string $order_id, OrderEnd $end, string $paid_order_id ): string {
		if ( OrderEnd::Paid === $end && '' !== $paid_order_id ) {
			return sprintf(
				/* translators: 1: order ID of a payment link, 2: order ID of another payment link. */
				__(
					'Payment link %1$s cancelled, because link %2$s was paid. Nobody can pay it any more.',
					'multisafepay-payment-links'
				),
				$order_id,
				$paid_order_id
			);
		}

		$text = match ( $end ) {
			/* translators: %s: order ID of a payment link. */
			OrderEnd::Paid      => __(
				'Payment link %s cancelled, because the order was paid another way. Nobody can pay it any more.',
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
	 * Returns the beginning of all notes about a payment.
	 */
	public static function paid( PaymentLink $link ): string {
		return sprintf(
			/* translators: 1: order ID of the link, 2: amount and currency. */
			__( 'Payment link %1$s has been paid: %2$s.', 'multisafepay-payment-links' ),
			$link->order_id->value,
			self::amount( $link->details->amount )
		);
	}

	/**
	 * @param Money|null $paid The amount that the provider reported, if it is not the link's amount.
	 */
	public static function alert_note( PaymentLink $link, PaymentAlert $alert, ?Money $paid ): string {
		$amount = self::amount( $link->details->amount );
		$note   = null === $paid || $paid->equals( $link->details->amount )
			? sprintf(
				/* translators: 1: order ID of a link, 2: amount and currency, 3: what happened and what to do. */
				__( 'Attention: payment link %1$s (%2$s): %3$s', 'multisafepay-payment-links' ),
				$link->order_id->value,
				$amount,
				AlertMessages::text( $alert )
			)
			: sprintf(
				/* translators: 1: order ID of a link, 2: amount of the link, 3: amount paid, 4: what happened. */
				__( 'Attention: payment link %1$s (%2$s), paid: %3$s. %4$s', 'multisafepay-payment-links' ),
				$link->order_id->value,
				$amount,
				self::amount( $paid ),
				AlertMessages::text( $alert )
			);

		return trim( $note . ' ' . self::transaction( $link ) );
	}

	public static function acknowledged_note( string $order_id, PaymentAlert $alert, string $note ): string {
		return trim( sprintf(
			/* translators: 1: order ID of a link, 2: what happened. */
			__( 'Alert of payment link %1$s acknowledged: %2$s', 'multisafepay-payment-links' ),
			$order_id,
			AlertMessages::text( $alert )
		) . "\n" . $note );
	}

	public function fields(): array {
		return [
			'cannot_accept' => __(
				'The order cannot be marked as paid with this payment.',
				'multisafepay-payment-links'
			),
		];
	}

	public function error( Throwable $failure, ErrorResponse $errors ): ?WP_Error {
		return $failure instanceof NoAlert
			? new WP_Error(
				'no_alert',
				__( 'This link has no alert.', 'multisafepay-payment-links' ),
				[ 'status' => 409 ]
			)
			: null;
	}

	/**
	 * @param Money|null $money The amount of the event, when it is not the link's amount.
	 */
	public static function note( PaymentLink $link, PaymentEvent $event, ?Money $money ): string {
		$id     = $link->order_id->value;
		$amount = self::amount( $link->details->amount );
		$note   = match ( $event ) {
			PaymentEvent::Paid             => self::paid( $link ),
			PaymentEvent::PartlyPaid       => self::paid( $link ) . ' ' . sprintf(
				/* translators: %s: amount and currency. */
				__( 'The order still has %s due.', 'multisafepay-payment-links' ),
				null === $money ? '' : self::amount( $money )
			),
			PaymentEvent::PaidExtra        => self::paid( $link ) . ' ' . __(
				'This is more than was due, as confirmed when the link was generated.',
				'multisafepay-payment-links'
			),
			PaymentEvent::Recorded         => self::paid( $link ) . ' ' . __(
				'The order was already marked as paid. Its status did not change.',
				'multisafepay-payment-links'
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
			PaymentEvent::Refunded         => self::refunded( $id, $money ),
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
