<?php
/**
 * Notes about links that end with their order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use MultiSafepay\PaymentLinks\Application\Port\RetirementJournal;
use MultiSafepay\PaymentLinks\Domain\OrderEnd;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use WC_Order;

/**
 * Writes private notes, which only staff see.
 */
final class RetirementNotes implements RetirementJournal {

	/**
	 * {@inheritDoc}
	 */
	public function retired( PaymentLink $link, OrderEnd $end ): void {
		$words = match ( $end ) {
			/* translators: %s: order ID of a payment link. */
			OrderEnd::Paid      => __( 'Payment link %s retired, since this order has been paid another way. Nobody can pay it any more.', 'multisafepay-payment-links' ),
			/* translators: %s: order ID of a payment link. */
			OrderEnd::Cancelled => __( 'Payment link %s retired with this order, which was cancelled. Nobody can pay it any more.', 'multisafepay-payment-links' ),
			/* translators: %s: order ID of a payment link. */
			OrderEnd::Refunded  => __( 'Payment link %s retired with this order, which was refunded. Nobody can pay it any more.', 'multisafepay-payment-links' ),
			/* translators: %s: order ID of a payment link. */
			OrderEnd::Trashed, OrderEnd::Deleted => __( 'Payment link %s retired with this order, which was moved to the trash. Nobody can pay it any more.', 'multisafepay-payment-links' ),
		};

		$this->note( $link, $words );
	}

	/**
	 * {@inheritDoc}
	 */
	public function retiring_delayed( PaymentLink $link ): void {
		/* translators: %s: order ID of a payment link. */
		$this->note( $link, __( 'Payment link %s could not be retired yet: MultiSafepay did not answer. It is tried again by itself; until then the link can be paid.', 'multisafepay-payment-links' ) );
	}

	/**
	 * {@inheritDoc}
	 */
	public function retiring_impossible( PaymentLink $link ): void {
		/* translators: %s: order ID of a payment link. */
		$this->note( $link, __( 'Payment link %s could not be retired: the API key it was made with is not known here any more. Cancel it in the MultiSafepay dashboard.', 'multisafepay-payment-links' ) );
	}

	/**
	 * Adds a note, where the order still is.
	 *
	 * @param PaymentLink $link  The link.
	 * @param string      $words With a place for its order ID.
	 */
	private function note( PaymentLink $link, string $words ): void {
		$order = wc_get_order( $link->wc_order_id );
		if ( $order instanceof WC_Order ) {
			$order->add_order_note( sprintf( $words, $link->order_id->value ) );
		}
	}
}
