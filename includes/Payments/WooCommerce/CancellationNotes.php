<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\WooCommerce;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderEnd;
use MultiSafepay\PaymentLinks\Payments\PaymentMessages;
use WC_Order;

/**
 * Adds order notes for staff about the cancellation of links. Does nothing when the order is deleted.
 */
final class CancellationNotes {

	/**
	 * @param string $paid_order_id Order ID of the link that was paid instead; empty if there is none.
	 */
	public function cancelled( PaymentLink $link, OrderEnd $end, string $paid_order_id ): void {
		$this->add( $link, PaymentMessages::cancelled_note( $link->order_id->value, $end, $paid_order_id ) );
	}

	/**
	 * MultiSafepay was unavailable; the cancellation is retried.
	 */
	public function delayed( PaymentLink $link ): void {
		$this->add( $link, PaymentMessages::cancellation_delayed_note( $link->order_id->value ) );
	}

	/**
	 * The link stays open, because its API key is no longer available.
	 */
	public function impossible( PaymentLink $link ): void {
		$this->add( $link, PaymentMessages::cancellation_impossible_note( $link->order_id->value ) );
	}

	private function add( PaymentLink $link, string $note ): void {
		$order = wc_get_order( $link->wc_order_id );
		if ( $order instanceof WC_Order ) {
			$order->add_order_note( $note );
		}
	}
}
