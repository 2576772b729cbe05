<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\WooCommerce;

use MultiSafepay\PaymentLinks\Links\Application\LinkNotes;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Links\LinkMessages;
use WC_Order;

final class WooCommerceLinkNotes implements LinkNotes {

	public function created( PaymentLink $link ): void {
		$order = wc_get_order( $link->wc_order_id );
		if ( $order instanceof WC_Order ) {
			$order->add_order_note(
				LinkMessages::created_note( $link->order_id->value, $link->details->amount ),
				0,
				true
			);
		}
	}
}
