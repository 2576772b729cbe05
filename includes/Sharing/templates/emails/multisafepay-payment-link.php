<?php
/**
 * E-mail with a payment link, HTML.
 *
 * A theme overrides it with woocommerce/emails/multisafepay-payment-link.php.
 *
 * @var WC_Order $order              The order.
 * @var string   $payment_url        Where the customer pays.
 * @var string   $amount             HTML.
 * @var string   $expires            When the link ends; empty when that is not known.
 * @var string   $message            What staff wrote, plain text; may be empty.
 * @var string   $email_heading      Heading.
 * @var string   $additional_content The shop's own words; may be empty.
 * @var WC_Email $email              The e-mail.
 *
 * @package MultiSafepay\PaymentLinks
 * @version 0.1.0
 */

declare( strict_types = 1 );

defined( 'ABSPATH' ) || exit;

// phpcs:disable WordPress.NamingConventions.PrefixAllGlobals -- The variables are WooCommerce's template arguments, the hooks its own.

do_action( 'woocommerce_email_header', $email_heading, $email );

?>
<p>
<?php
if ( '' === $order->get_billing_first_name() ) {
	esc_html_e( 'Hi,', 'multisafepay-payment-links' );
} else {
	/* translators: %s: first name of the customer. */
	echo esc_html( sprintf( __( 'Hi %s,', 'multisafepay-payment-links' ), $order->get_billing_first_name() ) );
}
?>
</p>
<?php if ( '' !== $message ) { ?>
	<p><?php echo nl2br( esc_html( $message ) ); ?></p>
<?php } ?>
<p>
<?php
echo wp_kses_post(
	sprintf(
		/* translators: 1: order number, 2: amount. */
		__( 'You can pay for your order %1$s here: %2$s.', 'multisafepay-payment-links' ),
		esc_html( (string) $order->get_order_number() ),
		$amount
	)
);
?>
</p>
<p style="margin:24px 0">
	<a href="<?php echo esc_url( $payment_url ); ?>" style="display:inline-block;padding:14px 28px;border-radius:4px;background-color:#1d2327;color:#ffffff;font-weight:bold;text-decoration:none"><?php esc_html_e( 'Pay now', 'multisafepay-payment-links' ); ?></a>
</p>
<?php if ( '' !== $expires ) { ?>
	<p>
	<?php
	/* translators: %s: date and time. */
	echo esc_html( sprintf( __( 'This link can be used until %s.', 'multisafepay-payment-links' ), $expires ) );
	?>
	</p>
<?php } ?>
<p>
	<?php esc_html_e( 'Does the button not work? Copy this address into your browser:', 'multisafepay-payment-links' ); ?><br />
	<a href="<?php echo esc_url( $payment_url ); ?>" style="word-break:break-all"><?php echo esc_html( $payment_url ); ?></a>
</p>
<?php
if ( '' !== $additional_content ) {
	echo wp_kses_post( wpautop( wptexturize( $additional_content ) ) );
}

do_action( 'woocommerce_email_footer', $email );
