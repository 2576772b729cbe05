<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\WooCommerce;

use MultiSafepay\PaymentLinks\NewOrders\Application\NewOrderNotes;
use MultiSafepay\PaymentLinks\NewOrders\NewOrderMessages;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use WC_Order;
use WP_User;

final class WooCommerceNewOrderNotes implements NewOrderNotes {

	public function duplicated( int $original_id, int $duplicate_id ): void {
		$original  = wc_get_order( $original_id );
		$duplicate = wc_get_order( $duplicate_id );
		if ( ! $original instanceof WC_Order || ! $duplicate instanceof WC_Order ) {
			return;
		}

		$original->add_order_note( NewOrderMessages::copied_to( $this->link_to( $duplicate ) ), 0, true );
		$duplicate->add_order_note( NewOrderMessages::copied_from( $this->link_to( $original ) ), 0, true );
	}

	public function phone_order_created( int $wc_order_id, Actor $actor ): void {
		$order = wc_get_order( $wc_order_id );
		if ( ! $order instanceof WC_Order ) {
			return;
		}

		$user = $actor->user_id > 0 ? get_userdata( $actor->user_id ) : false;
		$order->add_order_note(
			NewOrderMessages::phone_order_created( $user instanceof WP_User ? esc_html( $user->display_name ) : '' ),
			0,
			true
		);
	}

	private function link_to( WC_Order $order ): string {
		return sprintf(
			'<a href="%s">#%s</a>',
			esc_url( $order->get_edit_order_url() ),
			esc_html( (string) $order->get_order_number() )
		);
	}
}
