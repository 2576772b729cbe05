<?php
/**
 * Email with a payment link, HTML.
 *
 * Themes can override it with woocommerce/emails/multisafepay-payment-link.php.
 *
 * @var WC_Order $order              The order.
 * @var string   $payment_url        URL of the payment page.
 * @var string   $amount             HTML.
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

$button_style = 'display:inline-block;padding:14px 28px;border-radius:4px;font-weight:bold;text-decoration:none;'
	. 'background-color:#1d2327;color:#ffffff';

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
	<a href="<?php echo esc_url( $payment_url ); ?>" style="<?php echo esc_attr( $button_style ); ?>">
		<?php esc_html_e( 'Pay now', 'multisafepay-payment-links' ); ?>
	</a>
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
	<?php
	esc_html_e(
		'Does the button not work? Copy this address into your browser:',
		'multisafepay-payment-links'
	);
	?>
	<br />
	<a href="<?php echo esc_url( $payment_url ); ?>" style="word-break:break-all">
		<?php echo esc_html( $payment_url ); ?>
	</a>
</p>
<?php
if ( '' !== $additional_content ) {
	echo wp_kses_post( wpautop( wptexturize( $additional_content ) ) );
}

do_action( 'woocommerce_email_footer', $email );
