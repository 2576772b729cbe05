<?php
/**
 * The link in WooCommerce's own e-mail.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Email;

use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Application\Port\OrderLinkFacts;
use MultiSafepay\PaymentLinks\Application\Port\OrderSource;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use Throwable;
use WC_Email;
use WC_Order;

/**
 * Puts the open payment link of an unpaid order into the e-mail with which staff send the order's details.
 */
final class OrderEmailLink {

	/**
	 * WooCommerce's name of that e-mail.
	 */
	private const EMAIL = 'customer_invoice';

	/**
	 * Takes what tells whether there is a link that fits.
	 */
	public function __construct(
		private readonly PaymentLinkStore $links,
		private readonly OrderLinkFacts $facts,
		private readonly OrderSource $orders,
		private readonly Clock $clock,
	) {}

	/**
	 * Prints it above the table of the order.
	 *
	 * @param mixed $order         The order.
	 * @param mixed $is_plain_text Whether the e-mail is plain text.
	 * @param mixed $email         The e-mail.
	 */
	public function print( mixed $order, mixed $is_plain_text, mixed $email ): void {
		if ( ! $order instanceof WC_Order || ! $email instanceof WC_Email || self::EMAIL !== $email->id || ! $order->needs_payment() ) {
			return;
		}

		try {
			$url = $this->fitting_link( $order->get_id() )?->payment_url;
		} catch ( Throwable ) {
			// The e-mail goes out, with or without our link.
			return;
		}
		if ( null === $url ) {
			return;
		}

		// WooCommerce's own words lead to the shop's page for paying, where customers with an account log in.
		$words = __( 'You can also pay right away, without logging in:', 'multisafepay-payment-links' );
		if ( true === $is_plain_text ) {
			echo esc_html( $words ) . ' ' . esc_url_raw( $url ) . "\n\n";

			return;
		}

		printf( '<p>%s <a class="link" href="%s">%s</a></p>', esc_html( $words ), esc_url( $url ), esc_html__( 'Pay now', 'multisafepay-payment-links' ) );
	}

	/**
	 * Returns the newest link that can be paid and asks what the order owes.
	 */
	private function fitting_link( int $wc_order_id ): ?PaymentLink {
		$order = $this->orders->get( $wc_order_id );
		foreach ( $this->links->of_order( $wc_order_id ) as $link ) {
			$owed = $order->owed( $this->facts->paid_total( $wc_order_id, $order->currency, $link->environment ) );
			if ( $link->status_at( $this->clock->now() )->is_open() && true === $owed?->equals( $link->details->amount ) ) {
				return $link;
			}
		}

		return null;
	}
}
