<?php
/**
 * Notes on orders.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use MultiSafepay\PaymentLinks\Application\Port\OrderJournal;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use WC_Order;

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
}
