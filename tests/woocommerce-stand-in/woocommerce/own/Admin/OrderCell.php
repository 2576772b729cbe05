<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Admin;

use WC_Order;

final class OrderCell {

	public static function render( string $column, WC_Order $order ): void {
		// phpcs:ignore WordPress.Security.EscapeOutput -- Each case escapes its output.
		echo match ( $column ) {
			'order_number' => sprintf( '<a href="%s" class="order-view"><strong>#%s %s</strong></a>', esc_url( $order->get_edit_order_url() ), esc_html( $order->get_order_number() ), esc_html( $order->get_formatted_billing_full_name() ) ),
			'order_date'   => esc_html( $order->get_date_created()?->date_i18n( 'M j, Y' ) ?? '' ),
			'order_status' => sprintf( '<mark class="order-status status-%s"><span>%s</span></mark>', esc_attr( $order->get_status() ), esc_html( wc_get_order_status_name( $order->get_status() ) ) ),
			'order_total'  => wp_kses_post( $order->get_formatted_order_total() ),
			default        => '',
		};
	}
}
