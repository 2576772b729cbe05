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
			DraftWarning::ORDER_PAID => __( 'This order is paid already.', 'multisafepay-payment-links' ),
			DraftWarning::NOTHING_DUE => __( 'This order owes nothing.', 'multisafepay-payment-links' ),
			/* translators: {currency} is a currency code; keep it. */
			DraftWarning::AMOUNT_FRACTION => __( 'What this order owes has more decimals than {currency} has. Mend the order, or enter an amount.', 'multisafepay-payment-links' ),
			/* translators: {currency} is a currency code; keep it. */
			DraftWarning::CURRENCY_NOT_SUPPORTED => __( 'MultiSafepay cannot take payments in {currency}.', 'multisafepay-payment-links' ),
			DraftWarning::ORDER_CANCELLED => __( 'This order is cancelled.', 'multisafepay-payment-links' ),
			DraftWarning::ORDER_FAILED => __( 'The last payment of this order failed.', 'multisafepay-payment-links' ),
			/* translators: {order_ids} is one or more order IDs; keep it. */
			DraftWarning::OPEN_LINK => __( 'A payment link for this order is still open: {order_ids}.', 'multisafepay-payment-links' ),
			/* translators: {minutes} is a number; keep it. */
			DraftWarning::HOLD_STOCK => __( 'WooCommerce cancels this order when it stays unpaid for {minutes} minutes (hold stock). Set it to On hold to keep it.', 'multisafepay-payment-links' ),
			DraftWarning::PLAIN_PERMALINKS => __( 'This site has plain permalinks, so MultiSafepay cannot report payments to it. Choose another structure in Settings > Permalinks.', 'multisafepay-payment-links' ),
			DraftWarning::PLAIN_HTTP => __( 'This site has no HTTPS address, so MultiSafepay cannot report payments to it.', 'multisafepay-payment-links' ),
			DraftWarning::OFFICIAL_LINK => __( 'The MultiSafepay plugin made a payment link for this order too. It may still be open: the customer could pay twice.', 'multisafepay-payment-links' ),
			DraftWarning::NO_EMAIL => __( 'The order has no e-mail address that can be used.', 'multisafepay-payment-links' ),
			/* translators: {locale} and {used} are codes of languages; keep them. */
			DraftWarning::LOCALE_NOT_SUPPORTED => __( 'MultiSafepay has no payment page in the customer\'s language ({locale}); it is shown in {used}.', 'multisafepay-payment-links' ),
		};
	}
}
