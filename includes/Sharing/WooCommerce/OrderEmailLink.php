<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sharing\WooCommerce;

use MultiSafepay\PaymentLinks\Links\Application\Balances;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Sharing\SharingMessages;
use Throwable;
use WC_Email;
use WC_Order;

/**
 * Adds the open payment link of an unpaid order to WooCommerce's email "Order details".
 */
final class OrderEmailLink {

	/**
	 * WooCommerce's ID of the email "Order details".
	 */
	private const EMAIL_ID = 'customer_invoice';

	public function __construct(
		private readonly LinkStore $links,
		private readonly Balances $balances,
		private readonly OrderReader $orders,
		private readonly Clock $clock,
	) {}

	/**
	 * Prints the link above the order table.
	 *
	 * @param mixed $is_plain_text Whether the email is plain text.
	 */
	public function print( mixed $order, mixed $is_plain_text, mixed $email ): void {
		if (
			! $order instanceof WC_Order
			|| ! $email instanceof WC_Email
			|| self::EMAIL_ID !== $email->id
			|| ! $order->needs_payment()
		) {
			return;
		}

		try {
			$url = $this->current_link( $order->get_id() )?->payment_url;
		} catch ( Throwable ) {
			// A failure must not prevent the email.
			return;
		}
		if ( null === $url ) {
			return;
		}

		// WooCommerce's own text links to the shop's payment page, where customers with an account must log in.
		$text = SharingMessages::pay_without_login();
		if ( true === $is_plain_text ) {
			echo esc_html( $text ) . ' ' . esc_url_raw( $url ) . "\n\n";

			return;
		}

		printf(
			'<p>%s <a class="link" href="%s">%s</a></p>',
			esc_html( $text ),
			esc_url( $url ),
			esc_html( SharingMessages::pay_now() )
		);
	}

	/**
	 * Returns the newest open link whose amount is not stale.
	 */
	private function current_link( int $wc_order_id ): ?PaymentLink {
		$order = $this->orders->get( $wc_order_id );
		foreach ( $this->links->of_order( $wc_order_id ) as $link ) {
			$due = $this->balances->of( $order->payment, $link->environment )->due;
			if (
				$link->status_at( $this->clock->now() )->is_open()
				&& $due->amount > 0
				&& ! $link->is_stale( $due, $this->clock->now() )
			) {
				return $link;
			}
		}

		return null;
	}
}
