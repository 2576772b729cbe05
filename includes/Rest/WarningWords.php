<?php
/**
 * Words of a draft's hints.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Application\DraftWarning;

/**
 * Turns the hints of a draft into words for staff.
 */
final class WarningWords {

	/**
	 * Returns what staff should know, and what to do.
	 */
	public function of( DraftWarning $warning ): string {
		$arguments = [];
		foreach ( $warning->arguments as $name => $value ) {
			$arguments[ '{' . $name . '}' ] = $value;
		}

		return strtr( $this->text( $warning ), $arguments );
	}

	/**
	 * The words, with their gaps.
	 */
	private function text( DraftWarning $warning ): string {
		return match ( $warning->code ) {
			DraftWarning::NOT_CONFIGURED => '' === ( $warning->arguments['site'] ?? '' )
				? __( 'There is no site with an API key yet. Enter one in the settings.', 'multisafepay-payment-links' )
				/* translators: {site} is the name of a site; keep it. */
				: __( 'The site "{site}" has no API key yet. Enter it in the settings.', 'multisafepay-payment-links' ),
			DraftWarning::ORDER_PAID => __( 'This order is paid already. Make a link only when the customer should pay once more.', 'multisafepay-payment-links' ),
			DraftWarning::NOTHING_DUE => __( 'This order owes nothing. Enter what the customer should pay.', 'multisafepay-payment-links' ),
			/* translators: {currency} is a currency code; keep it. */
			DraftWarning::AMOUNT_FRACTION => __( 'What this order owes has more decimals than {currency} has. Mend the order, or enter an amount.', 'multisafepay-payment-links' ),
			/* translators: {currency} is a currency code; keep it. */
			DraftWarning::CURRENCY_NOT_SUPPORTED => __( 'MultiSafepay cannot take payments in {currency}. Ask for this payment another way.', 'multisafepay-payment-links' ),
			DraftWarning::ORDER_CANCELLED => __( 'This order is cancelled. Set it to Pending payment first when the customer should still pay it.', 'multisafepay-payment-links' ),
			DraftWarning::ORDER_FAILED => __( 'The last payment of this order failed. With a new link the customer can try again.', 'multisafepay-payment-links' ),
			/* translators: {order_ids} is one or more order IDs; keep it. */
			DraftWarning::OPEN_LINK => __( 'A payment link for this order is still open: {order_ids}. Send that one, or retire it, so that the customer cannot pay twice.', 'multisafepay-payment-links' ),
			/* translators: {minutes} is a number; keep it. */
			DraftWarning::HOLD_STOCK => __( 'WooCommerce cancels this order when it stays unpaid for {minutes} minutes (hold stock). Set it to On hold to keep it.', 'multisafepay-payment-links' ),
			DraftWarning::PLAIN_PERMALINKS => __( 'This site has plain permalinks, so MultiSafepay cannot report payments to it. Choose another structure in Settings > Permalinks. Until then press Refresh on a link to see whether it was paid.', 'multisafepay-payment-links' ),
			DraftWarning::PLAIN_HTTP => __( 'This site has no HTTPS address, so MultiSafepay cannot report payments to it. Ask your host for one. Until then press Refresh on a link to see whether it was paid.', 'multisafepay-payment-links' ),
			DraftWarning::OFFICIAL_LINK => __( 'The MultiSafepay plugin made a payment link for this order too. It may still be open, and then the customer could pay twice. Send that one, or cancel it in the MultiSafepay dashboard first.', 'multisafepay-payment-links' ),
			DraftWarning::NO_EMAIL => __( 'The order has no e-mail address that can be used. Enter one below to e-mail the link, or send it another way.', 'multisafepay-payment-links' ),
			/* translators: {locale} and {used} are codes of languages; keep them. */
			DraftWarning::LOCALE_NOT_SUPPORTED => __( 'MultiSafepay has no payment page in the customer\'s language ({locale}); it is shown in {used}. Choose another one below if the customer reads it.', 'multisafepay-payment-links' ),
		};
	}
}
