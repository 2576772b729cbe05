<?php
/**
 * Words for the shop's privacy policy.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Admin;

/**
 * Suggests what the shop may tell its customers.
 */
final class PrivacyTexts {

	/**
	 * Hands the text to WordPress, which shows it to whoever writes the policy.
	 */
	public static function suggest(): void {
		$paragraphs = [
			__( 'When we send you a payment link, we keep your name, e-mail address, telephone number and addresses with it, the amount, and what happened to the link: when it was made, sent, paid, or ended.', 'multisafepay-payment-links' ),
			__( 'We pass these, the contents of your order and your language to our payment provider MultiSafepay, who shows the payment page and may send reminders if you have not paid. Read the privacy statement of MultiSafepay on their website.', 'multisafepay-payment-links' ),
			__( 'We keep payment links as long as the order they belong to. When your order is anonymised, so are its links; the amounts stay, since we must account for them.', 'multisafepay-payment-links' ),
		];

		wp_add_privacy_policy_content(
			__( 'Payment Links for MultiSafepay', 'multisafepay-payment-links' ),
			'<p>' . implode( '</p><p>', array_map( 'esc_html', $paragraphs ) ) . '</p>'
		);
	}
}
