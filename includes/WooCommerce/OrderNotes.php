<?php
/**
 * Notes on orders.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use MultiSafepay\PaymentLinks\Application\Port\OrderJournal;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\SentBy;
use WC_Order;
use WP_User;

/**
 * Writes private notes, which only staff see.
 */
final class OrderNotes implements OrderJournal {

	/**
	 * {@inheritDoc}
	 */
	public function link_created( PaymentLink $link ): void {
		$order = wc_get_order( $link->wc_order_id );
		if ( ! $order instanceof WC_Order ) {
			return;
		}

		$order->add_order_note(
			sprintf(
				/* translators: 1: order ID of the link, 2: amount, 3: currency code. */
				__( 'Payment link %1$s generated for %2$s %3$s.', 'multisafepay-payment-links' ),
				$link->order_id->value,
				$link->details->amount->to_decimal(),
				$link->details->amount->currency->code
			),
			0,
			true
		);
	}

	/**
	 * {@inheritDoc}
	 */
	public function link_sent( PaymentLink $link, SentBy $by, string $to = '' ): void {
		$order = wc_get_order( $link->wc_order_id );
		if ( ! $order instanceof WC_Order ) {
			return;
		}

		$order->add_order_note(
			match ( $by ) {
				/* translators: 1: order ID of the link, 2: e-mail address. */
				SentBy::Email    => sprintf( __( 'Payment link %1$s sent to %2$s.', 'multisafepay-payment-links' ), $link->order_id->value, $to ),
				/* translators: %s: order ID of the link. */
				SentBy::Whatsapp => sprintf( __( 'Payment link %s shared by WhatsApp.', 'multisafepay-payment-links' ), $link->order_id->value ),
				/* translators: %s: order ID of the link. */
				SentBy::Sms      => sprintf( __( 'Payment link %s shared by text message.', 'multisafepay-payment-links' ), $link->order_id->value ),
				/* translators: %s: order ID of the link. */
				SentBy::Copy     => sprintf( __( 'Message with payment link %s copied.', 'multisafepay-payment-links' ), $link->order_id->value ),
			},
			0,
			true
		);
	}

	/**
	 * {@inheritDoc}
	 */
	public function order_copied( int $original_id, int $copy_id ): void {
		$original = wc_get_order( $original_id );
		$copy     = wc_get_order( $copy_id );
		if ( ! $original instanceof WC_Order || ! $copy instanceof WC_Order ) {
			return;
		}

		/* translators: %s: number of an order, with a link to it. */
		$original->add_order_note( sprintf( __( 'Copied to order %s, to be paid by a payment link.', 'multisafepay-payment-links' ), $this->linked( $copy ) ), 0, true );
		/* translators: %s: number of an order, with a link to it. */
		$copy->add_order_note( sprintf( __( 'Copied from order %s.', 'multisafepay-payment-links' ), $this->linked( $original ) ), 0, true );
	}

	/**
	 * {@inheritDoc}
	 */
	public function order_made_by_phone( int $wc_order_id, Actor $actor ): void {
		$order = wc_get_order( $wc_order_id );
		if ( ! $order instanceof WC_Order ) {
			return;
		}

		$user = $actor->user_id > 0 ? get_userdata( $actor->user_id ) : false;
		$order->add_order_note(
			$user instanceof WP_User
				/* translators: %s: name of a member of staff. */
				? sprintf( __( 'Phone order made by %s, to be paid by a payment link.', 'multisafepay-payment-links' ), esc_html( $user->display_name ) )
				: __( 'Phone order, to be paid by a payment link.', 'multisafepay-payment-links' ),
			0,
			true
		);
	}

	/**
	 * Returns the number of an order as a link to its screen.
	 */
	private function linked( WC_Order $order ): string {
		return sprintf( '<a href="%s">#%s</a>', esc_url( $order->get_edit_order_url() ), esc_html( (string) $order->get_order_number() ) );
	}
}
