<?php
/**
 * Email with a payment link, plain text.
 *
 * Themes can override it with woocommerce/emails/plain/multisafepay-payment-link.php.
 *
 * @var WC_Order $order              The order.
 * @var string   $payment_url        URL of the payment page.
 * @var string   $amount             Plain text.
 * @var string   $expires            Expiry of the link, formatted; empty when unknown.
 * @var string   $message            Personal message from staff, plain text; may be empty.
 * @var string   $email_heading      Heading.
 * @var string   $additional_content Additional content from the email's settings; may be empty.
 * @var WC_Email $email              The email.
 *
 * @package MultiSafepay\PaymentLinks
 * @version 0.1.0
 */

declare( strict_types = 1 );

defined( 'ABSPATH' ) || exit;

// phpcs:disable WordPress.NamingConventions.PrefixAllGlobals -- Variables and hooks of WooCommerce.

echo "=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=\n";
echo esc_html( wp_strip_all_tags( $email_heading ) );
echo "\n=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=\n\n";

if ( '' === $order->get_billing_first_name() ) {
	esc_html_e( 'Hi,', 'multisafepay-payment-links' );
} else {
	/* translators: %s: first name of the customer. */
	echo esc_html( sprintf( __( 'Hi %s,', 'multisafepay-payment-links' ), $order->get_billing_first_name() ) );
}
echo "\n\n";

if ( '' !== $message ) {
	echo esc_html( $message ) . "\n\n";
}

echo esc_html( sprintf(
	/* translators: 1: order number, 2: amount. */
	__( 'You can pay for your order %1$s here: %2$s.', 'multisafepay-payment-links' ),
	(string) $order->get_order_number(),
	$amount
) )
	. "\n\n";
echo esc_url_raw( $payment_url ) . "\n\n";

if ( '' !== $expires ) {
	/* translators: %s: date and time. */
	echo esc_html( sprintf( __( 'This link can be used until %s.', 'multisafepay-payment-links' ), $expires ) )
		. "\n\n";
}
if ( '' !== $additional_content ) {
	echo "----------------------------------------\n\n";
	echo esc_html( wp_strip_all_tags( wptexturize( $additional_content ) ) ) . "\n\n";
}

echo "----------------------------------------\n\n";
$footer = apply_filters( 'woocommerce_email_footer_text', get_option( 'woocommerce_email_footer_text' ) );
echo wp_kses_post( is_string( $footer ) ? $footer : '' );
