<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sharing\WooCommerce;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Sharing\Domain\ShareChannel;
use MultiSafepay\PaymentLinks\Sharing\SharingMessages;
use WC_Order;

/**
 * Private notes on the order of a link.
 */
final class ShareNotes {

	/**
	 * @param string $to Email address; empty for the other channels.
	 */
	public function shared( PaymentLink $link, ShareChannel $channel, string $to = '' ): void {
		$order = wc_get_order( $link->wc_order_id );
		if ( $order instanceof WC_Order ) {
			$order->add_order_note( SharingMessages::note( $link->order_id->value, $channel, $to ), 0, true );
		}
	}
}
